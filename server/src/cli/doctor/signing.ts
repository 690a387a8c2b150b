// The doctor on signing: is everything there that practice.yaml asks for?
import { existsSync, readFileSync } from 'node:fs';
import { findPracticeSettings, type Practice } from '../../core/index';
import { toPath } from '../../io/ssh-keygen';
import { toSigningSettings } from '../signing';
import { type DoctorLine, toLine } from './report';

const topic = 'signing';

/** Looks at the signing set-up of a practice; `hasSshKeygen` tells whether ssh-keygen can be run. */
export function lookAtSigning(
  root: string,
  practice: Practice | undefined,
  hasSshKeygen: boolean,
): readonly DoctorLine[] {
  const settings = toSigningSettings(root, practice);
  if (settings === undefined)
    return [
      toLine(
        topic,
        'ok',
        'Notes are signed by a hash of what they say; for signatures with SSH keys see `signing` in practice.yaml.',
      ),
    ];
  const { key, allowedSigners } = settings;
  const lines: DoctorLine[] = [];
  if (!hasSshKeygen)
    lines.push(
      toLine(
        topic,
        'problem',
        'practice.yaml asks for SSH signatures, and ssh-keygen is not here.',
        'Install OpenSSH.',
      ),
    );
  if (key === undefined)
    lines.push(
      toLine(
        topic,
        'question',
        'practice.yaml asks for SSH signatures and names no key, so sign writes none.',
        'Name the key file: signing: { method: ssh, key: ~/.ssh/id_ed25519 }',
      ),
    );
  else if (!existsSync(toPath(key)))
    lines.push(
      toLine(
        topic,
        'problem',
        'The key that practice.yaml names is not on this computer.',
        'Check signing.key.',
        [key],
      ),
    );
  lines.push(...lookAtSigners(practice, allowedSigners));
  return lines.some(({ level }) => level !== 'ok')
    ? lines
    : [...lines, toLine(topic, 'ok', 'The key and the list of signers that practice.yaml names are there.')];
}

function lookAtSigners(practice: Practice | undefined, list: string | undefined): readonly DoctorLine[] {
  if (list === undefined)
    return [
      toLine(
        topic,
        'question',
        'practice.yaml names no list of allowed signers, so verify cannot tell whose SSH signature it is.',
        'Name one: signing: { method: ssh, allowed-signers: allowed_signers }',
      ),
    ];
  const path = toPath(list);
  if (!existsSync(path))
    return [
      toLine(
        topic,
        'problem',
        'The list of allowed signers is not there.',
        'Check signing.allowed-signers.',
        [list],
      ),
    ];
  const people = new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('#') ? [] : (line.trim().split(/\s+/)[0] ?? '').split(','))),
  );
  const licensed = findPracticeSettings(practice, 'licences').map(({ value }) => value.split(/\s+/)[0] ?? '');
  const missing = licensed.filter((person) => person !== '' && !people.has(person));
  return missing.length === 0
    ? []
    : [
        toLine(
          topic,
          'problem',
          `The list of allowed signers lacks ${missing.join(', ')}, who practice.yaml gives a licence.`,
          'Add a line with the public key of each: a.rivera ssh-ed25519 AAAA…',
        ),
      ];
}

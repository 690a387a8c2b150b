// What signing needs of a practice: the settings of its practice.yaml, and where signature files stand.
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { findPracticeSetting, parsePractice } from '../core/index';
import { readTextFile } from '../io/files';
import { findPracticeRoot } from '../io/practice';

/** Absolute paths, or ones that begin with `~/`. */
export interface SigningSettings {
  /** The private key file, or the public one of a key in the agent. */
  readonly key: string | undefined;
  /** The list of people and their public keys, as ssh-keygen(1) has it. */
  readonly allowedSigners: string | undefined;
}

/** The signing settings of the practice around a note, their paths made absolute; undefined where there are none. */
export function readSigningSettings(note: string): SigningSettings | undefined {
  const root = findPracticeRoot(dirname(note));
  if (root === undefined) return undefined;
  for (const name of ['practice.yaml', 'practice.yml']) {
    const read = readTextFile(join(root, name));
    if (!read.ok) continue;
    const practice = parsePractice(read.text).value;
    const path = (key: string): string | undefined => {
      const value = findPracticeSetting(practice, `signing.${key}`)?.value;
      return value === undefined || isAbsolute(value) || value.startsWith('~/') ? value : join(root, value);
    };
    if (findPracticeSetting(practice, 'signing.method')?.value !== 'ssh') return undefined;
    return { key: path('key'), allowedSigners: path('allowed-signers') };
  }
  return undefined;
}

/** Where the SSH signature of a part stands: `<note>.sig`, `<note>.addendum-1.sig`. Part 0 is the note itself. */
export const signatureFile = (note: string, part: number): string =>
  part === 0 ? `${note}.sig` : `${note}.addendum-${part}.sig`;

export const hasSignatureFile = (note: string, part: number): boolean =>
  existsSync(signatureFile(note, part));

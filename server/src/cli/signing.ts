// What signing needs of a practice: the settings of its practice.yaml, and where signature files stand.
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { findPracticeSetting, type Practice } from '../core/index';
import { findPracticeRoot, readPracticeSettings } from '../io/practice';

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
  return root === undefined ? undefined : toSigningSettings(root, readPracticeSettings(root));
}

/** The signing settings of a practice with this root; undefined where it signs by hash alone. */
export function toSigningSettings(root: string, practice: Practice | undefined): SigningSettings | undefined {
  if (findPracticeSetting(practice, 'signing.method')?.value !== 'ssh') return undefined;
  const path = (key: string): string | undefined => {
    const value = findPracticeSetting(practice, `signing.${key}`)?.value;
    return value === undefined || isAbsolute(value) || value.startsWith('~/') ? value : join(root, value);
  };
  return { key: path('key'), allowedSigners: path('allowed-signers') };
}

/** Where the SSH signature of a part stands: `<note>.sig`, `<note>.addendum-1.sig`. Part 0 is the note itself. */
export const signatureFile = (note: string, part: number): string =>
  part === 0 ? `${note}.sig` : `${note}.addendum-${part}.sig`;

export const hasSignatureFile = (note: string, part: number): boolean =>
  existsSync(signatureFile(note, part));

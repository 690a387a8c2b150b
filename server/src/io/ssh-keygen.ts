// Signatures with the therapist's own SSH key, through `ssh-keygen -Y` (OpenSSH 8.0 or newer); no cryptography of our own.
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The namespace that binds a signature to session notes: it is valid for nothing else. */
export const sshNamespace = 'soap-note';

/** Why ssh-keygen could not do it, in words for the user. */
export class SshError extends Error {
  override readonly name = 'SshError';
}

function sshKeygen(
  args: readonly string[],
  input: Uint8Array,
): { readonly status: number; readonly out: string } {
  const run = spawnSync('ssh-keygen', [...args], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  // It may end before it has read everything, as with a key that is not there; that is an answer too.
  if (run.status === null)
    throw new SshError(
      run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT'
        ? 'ssh-keygen is not installed, or not on the path.'
        : 'ssh-keygen did not answer. A key with a passphrase has to be in the ssh agent.',
    );
  return { status: run.status, out: run.stdout.toString('utf8') };
}

/** Signs bytes with a key file; returns the armoured signature. Throws an `SshError`. */
export function signWithSsh(key: string, bytes: Uint8Array): string {
  const { status, out } = sshKeygen(['-Y', 'sign', '-n', sshNamespace, '-f', toPath(key)], bytes);
  if (status !== 0 || !out.startsWith('-----BEGIN SSH SIGNATURE-----'))
    throw new SshError('ssh-keygen could not sign: check the key that practice.yaml names.');
  return out;
}

/** True if a signature file is of this signer, over these bytes, by a key that the list of allowed signers names. */
export function verifyWithSsh(
  allowedSigners: string,
  signer: string,
  signatureFile: string,
  bytes: Uint8Array,
): boolean {
  const list = toPath(allowedSigners);
  return (
    sshKeygen(['-Y', 'verify', '-n', sshNamespace, '-f', list, '-I', signer, '-s', signatureFile], bytes)
      .status === 0
  );
}

/** A path as the disk has it: `~/` is the user's folder. */
export const toPath = (path: string): string =>
  path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;

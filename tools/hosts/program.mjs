// Puts the built command line on the PATH of a scratch folder, as an installed package would.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findOnPath } from '../run/find.mjs';
import { PlainError, root } from '../run/plain.mjs';

/** Makes `soap-notes` in `folder/bin` and returns the PATH with that folder first. */
export function installProgram(folder) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = join(bin, 'soap-notes');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist', 'cli.cjs')}" "$@"\n`);
  chmodSync(program, 0o755);
  return `${bin}${delimiter}${process.env.PATH}`;
}

/** Path of a program on the PATH; ends with a plain line that names its Debian package if it is missing. */
export function needProgram(name, debianPackage = name) {
  const found = findOnPath(name);
  if (found !== undefined) return found;
  throw new PlainError(`${name} is missing: install it (Debian: apt-get install ${debianPackage}).`);
}

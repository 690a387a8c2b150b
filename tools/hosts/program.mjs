// Puts the built command line on the PATH of a scratch folder, as an installed package would.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Folders of their own for what a program reads and keeps of a person: the environment that names them. */
export function createHome(scratch) {
  const names = [
    'HOME',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_STATE_HOME',
    'XDG_CACHE_HOME',
    'XDG_RUNTIME_DIR',
  ];
  const folders = Object.fromEntries(names.map((name) => [name, join(scratch, name.toLowerCase())]));
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}

/** The one block of docs/editors.md in this language. */
export function readSetUp(language) {
  const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language);
  if (blocks.length !== 1) throw new Error(`docs/editors.md has ${blocks.length} blocks of ${language}.`);
  return blocks[0][2];
}

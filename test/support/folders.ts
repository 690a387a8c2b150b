// Temporary folders with the files of a test.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

type Files = Readonly<Record<string, string | Uint8Array>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new temporary folder, which is gone after the test. */
export function createFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'soap-notes-')));
  folders.push(folder);
  // A repository of its own: nothing above the folder can count as a practice.
  mkdirSync(join(folder, '.git'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

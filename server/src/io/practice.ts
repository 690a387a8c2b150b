// Finds the practice that a file belongs to, and the files that count for its findings.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Practice, parsePractice } from '../core/index';
import { type FoundFile, findPathKind, listFolder, readTextFile, walkFolder } from './files';

/** The names that a file of settings may have; the first one counts. */
export const practiceFileNames: readonly string[] = ['practice.yaml', 'practice.yml'];

/**
 * The root of the practice that a file or folder belongs to: the nearest folder upward that holds `practice.yaml`,
 * or else the nearest that holds a `clients` folder. The search ends at a repository's root.
 */
export function findPracticeRoot(path: string): string | undefined {
  const start = resolve(path);
  let clientsParent: string | undefined;
  let folder = findPathKind(start) === 'folder' ? start : dirname(start);
  for (;;) {
    if (practiceFileNames.some((name) => existsSync(join(folder, name)))) return folder;
    if (clientsParent === undefined && findPathKind(join(folder, 'clients')) === 'folder')
      clientsParent = folder;
    const parent = dirname(folder);
    if (parent === folder || existsSync(join(folder, '.git'))) return clientsParent;
    folder = parent;
  }
}

/**
 * The files that count for what lies in a folder: its whole practice, or without one the folder's own files (a
 * client record may stand beside a note).
 */
export const listPracticeFiles = (
  folder: string,
  root: string | undefined,
  onUnreadable?: (path: string) => void,
): readonly FoundFile[] =>
  root === undefined ? listFolder(resolve(folder)) : [...walkFolder(root, onUnreadable)];

/** The settings of the practice with this root; undefined where it has no file of them, or none that can be read. */
export function readPracticeSettings(root: string): Practice | undefined {
  for (const name of practiceFileNames) {
    const read = readTextFile(join(root, name));
    if (read.ok) return parsePractice(read.text).value;
  }
  return undefined;
}

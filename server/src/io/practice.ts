// Finds the practice that a file belongs to, and the files that count for its findings.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FoundFile, findPathKind, listFolder, walkFolder } from './files';

/**
 * The root of the practice that a file or folder belongs to: the nearest folder upward that holds `practice.yaml`,
 * or else the nearest that holds a `clients` folder. The search ends at a repository's root.
 */
export function findPracticeRoot(path: string): string | undefined {
  const start = resolve(path);
  let clientsParent: string | undefined;
  let folder = findPathKind(start) === 'folder' ? start : dirname(start);
  for (;;) {
    if (existsSync(join(folder, 'practice.yaml'))) return folder;
    if (clientsParent === undefined && findPathKind(join(folder, 'clients')) === 'folder')
      clientsParent = folder;
    const parent = dirname(folder);
    if (parent === folder || existsSync(join(folder, '.git'))) return clientsParent;
    folder = parent;
  }
}

/**
 * The files that count when a path is checked: its whole practice; without one, the folder itself, or for a single
 * file its neighbours (a client record may stand beside it).
 */
export function listPracticeFiles(
  path: string,
  root: string | undefined,
  onUnreadable?: (path: string) => void,
): readonly FoundFile[] {
  if (root !== undefined) return [...walkFolder(root, onUnreadable)];
  if (findPathKind(path) === 'folder') return [...walkFolder(resolve(path), onUnreadable)];
  return listFolder(dirname(resolve(path)));
}

// The disk as Node sees it.
import { sep } from 'node:path';
import type { Uri } from '../core/index';
import { findPathKind, readTextFile, toFilePath, toFileUri, walkFolder } from '../io/files';
import { findPracticeRoot, listPracticeFiles } from '../io/practice';
import { gatherPrivacyFacts } from '../io/privacy';
import type { Disk } from './disk';
import { toOwnUri } from './uris';

/** Versions of Node differ in what they escape. */
const toUri = (path: string): Uri => toOwnUri(toFileUri(path));

/** The disk of the computer that the server runs on. */
export const nodeDisk: Disk = {
  *walk(folder) {
    const path = toFilePath(folder);
    if (path === undefined) return;
    for (const file of walkFolder(path)) yield toUri(file.path);
  },
  read(uri) {
    const path = toFilePath(uri);
    return path === undefined ? undefined : readTextFile(path);
  },
  has(uri) {
    const path = toFilePath(uri);
    return path !== undefined && findPathKind(path) === 'file';
  },
  gatherPrivacy(folder) {
    const path = toFilePath(folder);
    return path === undefined ? undefined : gatherPrivacyFacts(findPracticeRoot(path) ?? path);
  },
  around(uri) {
    const path = toFilePath(uri);
    if (path === undefined) return [];
    const root = findPracticeRoot(path);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf(sep)));
    if (folder === '' || findPathKind(folder) !== 'folder') return [];
    return listPracticeFiles(folder, root).map((file) => toUri(file.path));
  },
};

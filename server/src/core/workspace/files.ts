// What kind of document a path names, and which practice it belongs to.
import type { Uri } from '../text/span';
import type { FileKind } from './model';

const nameOf = (uri: Uri): string => uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();

/** The kind that a path says; undefined if it is none of ours. */
export function kindOf(uri: Uri): FileKind | undefined {
  const name = nameOf(uri);
  if (name.endsWith('.soap.md') || name.endsWith('.soap')) return 'note';
  if (
    name === 'client.yaml' ||
    name === 'client.yml' ||
    name.endsWith('.client.yaml') ||
    name.endsWith('.client.yml')
  )
    return 'client';
  if (name === 'practice.yaml' || name === 'practice.yml') return 'practice';
  return /\/knowledge\/[^/]+\.ya?ml$/i.test(uri) ? 'knowledge' : undefined;
}

/** Folders that can be asked for by their address. */
export interface Folders {
  has(folder: Uri): boolean;
}

/** The folder of a document, without a final slash. */
export const folderOf = (uri: Uri): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

/**
 * The root of the practice that a document belongs to: the folder above `clients`, else the nearest folder with a
 * practice file, else its own folder. Clients of two practices never mix, even with the same ids.
 */
export function practiceRootOf(uri: Uri, practiceFolders: Folders): string {
  // A practice's own knowledge lies beside `practice.yaml` or `clients`.
  if (kindOf(uri) === 'knowledge') return folderOf(folderOf(uri));
  const clients = uri.lastIndexOf('/clients/');
  if (clients !== -1) return uri.slice(0, clients);
  return findPracticeFolder(uri, practiceFolders) ?? folderOf(uri);
}

/** The nearest folder upward that holds a practice file: its settings hold for the document. */
export function findPracticeFolder(uri: Uri, practiceFolders: Folders): string | undefined {
  for (let folder = folderOf(uri); folder !== ''; folder = folderOf(folder)) {
    if (practiceFolders.has(folder)) return folder;
    if (!folder.includes('/')) return undefined;
  }
  return undefined;
}

/** The id that a record's path gives: `…/maria-lopez/client.yaml` or `…/maria-lopez.client.yaml`. */
export function recordIdOfPath(uri: Uri): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const own = /^(.+)\.client\.ya?ml$/i.exec(name)?.[1];
  const folder = folderOf(uri);
  const id = own ?? folder.slice(folder.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

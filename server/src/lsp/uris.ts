// One spelling for every file: clients write the same path in several ways (`%28` or `(`, `c%3A` or `c:`).
import type { Uri } from '../core/index';
import { toFilePath, toFileUri } from '../io/files';

/** The spelling under which the server knows a document: that of its own walk through the folders. */
export function toOwnUri(uri: Uri): Uri {
  const path = toFilePath(uri);
  return path === undefined ? uri : toFileUri(path);
}

/** A folder's uri in our spelling, without a final slash. */
export const toOwnFolder = (uri: Uri): Uri => toOwnUri(uri).replace(/\/+$/, '');

/** True if a document lies in the folder, or below it; both in our spelling. */
export const isBelow = (uri: Uri, folder: Uri): boolean => uri.startsWith(`${folder}/`);

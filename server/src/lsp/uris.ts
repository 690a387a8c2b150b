// One spelling for every file: clients write the same path in several ways (`%28` or `(`, `c%3A` or `c:`).
import type { Uri } from '../core/index';

/** The spelling under which the server knows a document: for a file that of its own walk through the folders. */
export function toOwnUri(uri: Uri): Uri {
  if (!uri.startsWith('file:')) return uri;
  try {
    const { host, pathname } = new URL(uri);
    // What would mean something else in a uri stays escaped.
    const path = decodeURIComponent(pathname).replace(/[%\\?#\p{Cc} ]/gu, encodeURIComponent);
    return new URL(`file://${host}${path}`).href;
  } catch {
    return uri;
  }
}

/** A folder's uri in our spelling, without a final slash. */
export const toOwnFolder = (uri: Uri): Uri => toOwnUri(uri).replace(/\/+$/, '');

/** True if a document lies in the folder, or below it; both in our spelling. */
export const isBelow = (uri: Uri, folder: Uri): boolean => uri.startsWith(`${folder}/`);

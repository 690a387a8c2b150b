// Files on disk for both fronts: which files are ours, walking a folder, reading and writing text safely.
import {
  closeSync,
  type Dirent,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileKind, kindOf, type Uri } from '../core/index';

/** The largest note, client record or practice file that is read: 1 MB. */
export const maximumFileBytes = 1024 * 1024;

/** How deep folders may nest before the walk stops; nobody keeps notes deeper. */
const maximumDepth = 32;

/** One of our files, found on disk. */
export interface FoundFile {
  readonly path: string;
  readonly kind: FileKind;
}

/** What reading a file gave. `bom` tells that the file began with a byte order mark, which `text` does not hold. */
export type ReadResult =
  | { readonly ok: true; readonly text: string; readonly bom: boolean }
  | { readonly ok: false; readonly reason: ReadFailure; readonly message: string };

export type ReadFailure = 'missing' | 'not-a-file' | 'too-large' | 'not-utf8' | 'unreadable';

/** Tells by its name what kind of file of ours a path is, if it is one. */
export function findFileKind(path: string): FileKind | undefined {
  const kind = kindOf(path.replaceAll('\\', '/'));
  // A folder `knowledge` is ours only beside practice.yaml or clients.
  return kind === 'knowledge' && !isPracticeFolder(dirname(dirname(path))) ? undefined : kind;
}

const isPracticeFolder = (folder: string): boolean =>
  ['practice.yaml', 'practice.yml', 'clients'].some((name) => findPathKind(join(folder, name)) !== undefined);

/** A path as a `file:` uri. */
export const toFileUri = (path: string): Uri => pathToFileURL(path).href;

/** The path of a `file:` uri; undefined for any other uri. */
export function toFilePath(uri: Uri): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** What a path names: a file, a folder, or nothing that can be read. */
export function findPathKind(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Finds all files below a folder, folder by folder in name order, so that a caller may stop or pause between them.
 * Links are not followed, so the walk never leaves the tree; hidden folders and `node_modules` are left out.
 * A folder that cannot be read is left out too; `onUnreadable` hears of it.
 */
export function* walkFiles(folder: string, onUnreadable?: (path: string) => void): Generator<string> {
  const waiting = [{ path: folder, depth: 0 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = listEntries(at.path);
    if (entries === undefined) {
      onUnreadable?.(at.path);
      continue;
    }
    const folders: { path: string; depth: number }[] = [];
    for (const entry of entries) {
      const path = join(at.path, entry.name);
      if (entry.isFile()) yield path;
      else if (entry.isDirectory() && at.depth < maximumDepth && isWalked(entry.name))
        folders.push({ path, depth: at.depth + 1 });
    }
    waiting.push(...folders.reverse());
  }
}

/** Finds our files below a folder, in the order of `walkFiles`. */
export function* walkFolder(folder: string, onUnreadable?: (path: string) => void): Generator<FoundFile> {
  for (const path of walkFiles(folder, onUnreadable)) {
    const kind = findFileKind(path);
    if (kind !== undefined) yield { path, kind };
  }
}

/** Our files that lie directly in a folder, in name order. */
export function listFolder(folder: string): readonly FoundFile[] {
  return (listEntries(folder) ?? []).flatMap((entry) => {
    const kind = entry.isFile() ? findFileKind(join(folder, entry.name)) : undefined;
    return kind === undefined ? [] : [{ path: join(folder, entry.name), kind }];
  });
}

const isWalked = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

function listEntries(folder: string): readonly Dirent[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch {
    return undefined;
  }
}

/** Reads a text file. Fails with a plain message, never with a throw; the message holds none of the text. */
export function readTextFile(path: string): ReadResult {
  let bytes: Uint8Array;
  try {
    const found = statSync(path);
    if (!found.isFile()) return failed('not-a-file', 'is not a file');
    if (found.size > maximumFileBytes) return tooLarge;
    bytes = readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return failed('missing', 'does not exist');
    return failed('unreadable', 'cannot be read; check its permissions');
  }
  return decodeText(bytes);
}

/** Decodes bytes as UTF-8 under the same limits as `readTextFile`. */
export function decodeText(bytes: Uint8Array): ReadResult {
  if (bytes.length > maximumFileBytes) return tooLarge;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, text, bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    return failed('not-utf8', 'is not UTF-8 text; save it as UTF-8 and try again');
  }
}

const failed = (reason: ReadFailure, message: string): ReadResult => ({ ok: false, reason, message });
const tooLarge = failed('too-large', 'is larger than 1 MB; split it, or leave it out');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * Replaces a file's text so that a reader sees the old text or the new one, never a part: the new text goes to a
 * temporary file beside it, which is then renamed. A link keeps pointing to its file; the file keeps its mode.
 */
export function writeFileAtomically(path: string, text: string, bom: boolean): void {
  const target = realpathSync(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(handle, bom ? `\ufeff${text}` : text, 'utf8');
      fchmodSync(handle, statSync(target).mode & 0o777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

// Files on disk for both fronts: which files are ours, walking a folder, reading and writing text safely.
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileKind, kindOf, type Uri } from '../core/index';
import { realDisk } from './disk';

/** The largest note, client record or practice file that is read: 1 MB. */
export const maximumFileBytes = 1024 * 1024;

/** The largest file of our own making that is read back: 256 MB. */
export const maximumReportBytes = 256 * maximumFileBytes;

/** How deep folders may nest before the walk stops; nobody keeps notes deeper. */
const maximumDepth = 32;

/** One of our files, found on disk. */
export interface FoundFile {
  readonly path: string;
  readonly kind: FileKind;
}

/** What reading a file gave. `bom` tells that the file began with a byte order mark, which `text` does not hold. */
export type ReadResult = { readonly ok: true; readonly text: string; readonly bom: boolean } | Unread;

/** Reads a text file by its path. */
export type ReadText = (path: string) => ReadResult;

interface Unread {
  readonly ok: false;
  readonly reason: ReadFailure;
  readonly message: string;
}

export type ReadFailure = 'missing' | 'not-a-file' | 'too-large' | 'not-utf8' | 'unreadable';

/** Tells by its name what kind of file of ours a path is, if it is one. */
export function findFileKind(path: string): FileKind | undefined {
  const kind = kindOf(path.replaceAll('\\', '/'));
  // A folder `knowledge` is ours only beside practice.yaml or clients.
  return kind === 'knowledge' && !isPracticeFolder(dirname(dirname(path))) ? undefined : kind;
}

const isPracticeFolder = (folder: string): boolean =>
  ['practice.yaml', 'practice.yml', 'clients'].some((name) => findPathKind(join(folder, name)) !== undefined);

/** An absolute path in which nothing needs to be written in another way to stand in a uri; most paths are such. */
const plainPath = /^(?:\/[\w-][\w.-]*)+$/;

/** A path as a `file:` uri. */
export const toFileUri = (path: string): Uri =>
  sep === '/' && plainPath.test(path) ? `file://${path}` : pathToFileURL(path).href;

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
    const before = at.path.endsWith(sep) ? at.path : at.path + sep;
    for (const entry of entries) {
      const path = before + entry.name;
      if (entry.isFile()) yield path;
      else if (entry.isDirectory() && at.depth < maximumDepth && isWalkedName(entry.name))
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

/** Walks of one command. What lies below a folder is looked up once, and given again as it stood then. */
export interface Walk {
  /** Our files below a folder, in the order of `walkFiles`. */
  list(folder: string): readonly FoundFile[];
  /** Folders that could not be read. */
  readonly unreadable: readonly string[];
}

export function createWalk(): Walk {
  const known = new Map<string, readonly FoundFile[]>();
  const unreadable: string[] = [];
  return {
    list(folder) {
      const found = known.get(folder) ?? [...walkFolder(folder, (path) => unreadable.push(path))];
      known.set(folder, found);
      return found;
    },
    unreadable,
  };
}

/** Our files that lie directly in a folder, in name order. */
export function listFolder(folder: string): readonly FoundFile[] {
  return (listEntries(folder) ?? []).flatMap((entry) => {
    const kind = entry.isFile() ? findFileKind(join(folder, entry.name)) : undefined;
    return kind === undefined ? [] : [{ path: join(folder, entry.name), kind }];
  });
}

/** The place itself, or of one that is yet to be made the nearest folder above it that is there. */
export function findThere(path: string): string {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return there;
}

/** True for a path below a folder, or the folder itself. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** False for folders that hold no notes: hidden ones, and packages. */
export const isWalkedName = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

function listEntries(folder: string): readonly Dirent[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch {
    return undefined;
  }
}

/** The bytes of a file that a text is in, or why they cannot be had. */
export type BytesResult = { readonly ok: true; readonly bytes: Uint8Array } | Unread;

// One buffer for all reads: most files are far smaller.
const scratch = Buffer.allocUnsafe(maximumFileBytes + 1);

/**
 * Reads the bytes of a text file under the limits of `readTextFile`, whose words it fails with. The next reading writes
 * over them.
 */
export function readFileBytes(path: string): BytesResult {
  let handle: number | undefined;
  try {
    // A pipe that nobody writes to must not hold us up.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(handle);
    if (!found.isFile()) return failed('not-a-file', 'is not a file');
    if (found.size > maximumFileBytes) return tooLarge;
    let length = 0;
    for (let read = 1; read > 0 && length < scratch.length; length += read)
      read =
        length > 0 && length === found.size
          ? 0
          : readSync(handle, scratch, length, scratch.length - length, null);
    return length > maximumFileBytes ? tooLarge : { ok: true, bytes: scratch.subarray(0, length) };
  } catch (error) {
    if (isMissing(error)) return failed('missing', 'does not exist');
    return failed('unreadable', 'cannot be read; check its permissions');
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Reads a text file. Fails with a plain message, never with a throw; the message holds none of the text. */
export function readTextFile(path: string, most = maximumFileBytes): ReadResult {
  const read = most === maximumFileBytes ? readFileBytes(path) : readLargeFile(path, most);
  return read.ok ? decodeText(read.bytes, most) : read;
}

/** For files of our own that may be larger than a note. */
function readLargeFile(path: string, most: number): BytesResult {
  const kind = findPathKind(path);
  if (kind === undefined) return failed('missing', 'does not exist');
  if (kind === 'folder') return failed('not-a-file', 'is not a file');
  try {
    return statSync(path).size > most ? tooLarge : { ok: true, bytes: readFileSync(path) };
  } catch {
    return failed('unreadable', 'cannot be read; check its permissions');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Decodes bytes as UTF-8 under the same limits as `readTextFile`. */
export function decodeText(bytes: Uint8Array, most = maximumFileBytes): ReadResult {
  if (bytes.length > most) return tooLarge;
  try {
    const text = decoder.decode(bytes);
    return { ok: true, text, bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    return failed('not-utf8', 'is not UTF-8 text; save it as UTF-8 and try again');
  }
}

const failed = (reason: ReadFailure, message: string): Unread => ({ ok: false, reason, message });
const tooLarge = failed('too-large', 'is larger than 1 MB; split it, or leave it out');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/**
 * Makes a file, or replaces its text so that a reader sees the old text or the new one, never a part: the new text goes
 * to a temporary file beside it, which is then renamed. A link keeps pointing to its file; the file keeps its mode.
 * Throws what the machine throws, and an error with the code `ENOTFILE` for a device.
 */
export function replaceFile(path: string, text: string): void {
  let target = path;
  let mode = 0o644;
  try {
    target = realpathSync(path);
    const found = statSync(target);
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (!found.isFile()) throw Object.assign(new Error('no file'), { code: 'ENOTFILE' });
    mode = found.mode & 0o777;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  putFile(target, text, mode);
}

function putFile(target: string, text: string, mode: number): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  realDisk.write(temporary, text, mode);
  try {
    realDisk.rename(temporary, target);
  } catch (error) {
    realDisk.remove(temporary);
    throw error;
  }
}

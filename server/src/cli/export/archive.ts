// A whole practice for `soap-notes export --format json`: every file below its root that is not hidden.
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type ArchivedFile, isSafePath, writeArchive } from '../../core/index';
import { decodeText, maximumReportBytes, toFilePath, walkFiles } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { UsageError } from '../command';
import type { OpenedPractice } from '../practice';

/** The largest file that goes into an archive. */
const largest = 32 * 1024 * 1024;

/**
 * Makes the archive of the practice that the opened files belong to, piece by piece. Throws a `UsageError` where a file
 * cannot go in: before the first piece if that can be told by then.
 */
export function makeArchive({ files, workspace, today }: OpenedPractice): Iterable<string> {
  const root = findRoot(files.map(({ path }) => path));
  const toPath = (path: string): string => relative(root, path).split(sep).join('/');
  const uris = new Map(files.map(({ path, uri }) => [toPath(path), uri]));
  const pieces = writeArchive(readFiles(listFiles(root, toPath)), {
    viewOf: (path) => workspace.view(uris.get(path) ?? ''),
    pathOf: (uri) => toPath(toFilePath(uri) ?? uri),
    today,
  });
  return limit(pieces);
}

const tooLarge = 'The practice is larger than one file can hold (256 MB). Move scans and pictures out of it.';

function* limit(pieces: Iterable<string>): Generator<string> {
  let size = 0;
  for (const piece of pieces) {
    size += Buffer.byteLength(piece);
    if (size > maximumReportBytes) throw new UsageError(tooLarge);
    yield piece;
  }
}

function findRoot(paths: readonly string[]): string {
  const roots = [...new Set(paths.map((path) => findPracticeRoot(path)))];
  // A practice inside of another one is a part of it here.
  const root = roots.find(
    (outer) => outer !== undefined && roots.every((one) => one === outer || one?.startsWith(outer + sep)),
  );
  if (roots.includes(undefined))
    throw new UsageError(
      'These files belong to no practice. --format json takes a whole practice: a folder with practice.yaml or clients.',
    );
  if (root === undefined)
    throw new UsageError(
      'These files belong to several practices. --format json takes one: name its folder.',
    );
  return root;
}

/** A file that goes in, as `path` and as the archive names it. */
interface Listed {
  readonly path: string;
  readonly name: string;
}

const refuse = (name: string, why: string): never => {
  throw new UsageError(`${name} ${why}; nothing was exported.`);
};
const unreadable = 'cannot be read: check its permissions';

/** The files that go in, sorted by name. Throws a `UsageError` if one cannot. */
function listFiles(root: string, toPath: (path: string) => string): readonly Listed[] {
  const files: Listed[] = [];
  let size = 0;
  for (const path of walkFiles(root, (folder) => refuse(toPath(folder), 'cannot be read'))) {
    const name = toPath(path);
    if (name.slice(name.lastIndexOf('/') + 1).startsWith('.')) continue;
    if (!isSafePath(name)) refuse(name, 'has a name that other systems cannot hold: rename it');
    const bytes = measure(path);
    if (bytes === undefined) return refuse(name, unreadable);
    if (bytes > largest) refuse(name, 'is larger than 32 MB: move it out of the practice');
    size += bytes;
    files.push({ path, name });
  }
  if (size > maximumReportBytes) throw new UsageError(tooLarge);
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The size of a file that can be read. */
function measure(path: string): number | undefined {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

function* readFiles(files: readonly Listed[]): Generator<ArchivedFile> {
  for (const { path, name } of files) yield { path: name, content: readContent(path, name) };
}

function readContent(path: string, name: string): ArchivedFile['content'] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return refuse(name, unreadable);
  }
  const read = decodeText(bytes);
  return read.ok
    ? { kind: 'text', text: read.text, bom: read.bom }
    : { kind: 'bytes', base64: bytes.toString('base64') };
}

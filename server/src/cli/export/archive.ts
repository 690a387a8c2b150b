// A whole practice for `soap-notes export --format json`: every file below its root that is not hidden.
import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type ArchivedFile, isSafePath, writeArchive } from '../../core/index';
import { decodeText, maximumReportBytes, toFilePath, walkFiles } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { UsageError } from '../command';
import type { OpenedPractice } from '../practice';

/** The largest file that goes into an archive. */
const largest = 32 * 1024 * 1024;

/** Makes the archive of the practice that the opened files belong to. Throws a `UsageError` where a file cannot go in. */
export function makeArchive({ files, workspace, today }: OpenedPractice): string {
  const root = findRoot(files.map(({ path }) => path));
  const toPath = (path: string): string => relative(root, path).split(sep).join('/');
  const uris = new Map(files.map(({ path, uri }) => [toPath(path), uri]));
  const archive = writeArchive(listFiles(root, toPath), {
    viewOf: (path) => workspace.view(uris.get(path) ?? ''),
    pathOf: (uri) => toPath(toFilePath(uri) ?? uri),
    today,
  });
  if (Buffer.byteLength(archive) > maximumReportBytes)
    throw new UsageError(
      'The practice is larger than one file can hold (256 MB). Move scans and pictures out of it.',
    );
  return archive;
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

function listFiles(root: string, toPath: (path: string) => string): readonly ArchivedFile[] {
  const refuse = (path: string, why: string): never => {
    throw new UsageError(`${toPath(path)} ${why}; nothing was exported.`);
  };
  const files: ArchivedFile[] = [];
  for (const path of walkFiles(root, (folder) => refuse(folder, 'cannot be read'))) {
    const name = toPath(path);
    if (name.slice(name.lastIndexOf('/') + 1).startsWith('.')) continue;
    if (!isSafePath(name)) refuse(path, 'has a name that other systems cannot hold: rename it');
    files.push({ path: name, content: readContent(path, refuse) });
  }
  return files;
}

function readContent(path: string, refuse: (path: string, why: string) => never): ArchivedFile['content'] {
  let bytes: Buffer;
  try {
    if (statSync(path).size > largest)
      return refuse(path, 'is larger than 32 MB: move it out of the practice');
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return refuse(path, 'cannot be read: check its permissions');
  }
  const read = decodeText(bytes);
  return read.ok
    ? { kind: 'text', text: read.text, bom: read.bom }
    : { kind: 'bytes', base64: bytes.toString('base64') };
}

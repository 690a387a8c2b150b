// The doctor on the files of a practice: where its root is, whose records they are, how they are encoded.

import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { count, type FileKind, parseClientRecord, parseNote } from '../../core/index';
import { readTextFile, walkFolder } from '../../io/files';
import { practiceFileNames } from '../../io/practice';
import { type DoctorLine, toLine } from './report';

/** A file of the practice as the doctor read it; `text` is absent where it could not be read. */
interface Looked {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string | undefined;
  readonly failure: string | undefined;
}

/** Looks at every file of ours below a root. */
export function lookAtFiles(root: string): readonly DoctorLine[] {
  const unreadable: string[] = [];
  const files = [...walkFolder(root, (path) => unreadable.push(toPath(root, path)))].map(
    ({ path, kind }): Looked => {
      const read = readTextFile(path);
      return {
        path: toPath(root, path),
        kind,
        text: read.ok ? read.text : undefined,
        failure: read.ok ? undefined : read.message,
      };
    },
  );
  return [...lookAtRoot(root, files), ...lookAtClients(files), ...lookAtEncoding(files, unreadable)];
}

const toPath = (root: string, path: string): string => relative(root, path).replaceAll('\\', '/');

function lookAtRoot(root: string, files: readonly Looked[]): readonly DoctorLine[] {
  const marked = practiceFileNames.filter((name) => existsSync(join(root, name)));
  const notes = files.filter(({ kind }) => kind === 'note').length;
  const records = files.filter(({ kind }) => kind === 'client').length;
  const amount = `${count(notes, 'note')} and ${count(records, 'client record')}`;
  const inner = files.filter(({ kind, path }) => kind === 'practice' && path.includes('/'));
  return [
    marked.length > 0
      ? toLine('roots', 'ok', `${marked[0]} marks the root: ${amount}.`)
      : toLine(
          'roots',
          'question',
          `The folder clients makes this the root: ${amount}.`,
          'A practice.yaml marks it for certain: soap-notes init writes one.',
        ),
    ...(marked.length > 1
      ? [
          toLine(
            'roots',
            'problem',
            'There are two files of settings; only the first counts.',
            'Keep one of them.',
            marked,
          ),
        ]
      : []),
    ...(inner.length > 0
      ? [
          toLine(
            'roots',
            'question',
            'Practices lie inside this one; their settings hold below them.',
            'Is that meant? If not, take these files away.',
            inner.map(({ path }) => path),
          ),
        ]
      : []),
  ];
}

function lookAtClients(files: readonly Looked[]): readonly DoctorLine[] {
  const records = new Map<string, string[]>();
  for (const { kind, path, text } of files) {
    if (kind !== 'client' || text === undefined) continue;
    const id = (parseClientRecord(text).value.id?.value ?? basename(dirname(path))).toLowerCase();
    records.set(id, [...(records.get(id) ?? []), path]);
  }
  const twice = [...records.values()].filter((paths) => paths.length > 1).flat();
  const without = files.filter(({ kind, path, text }) => {
    if (kind !== 'note' || text === undefined) return false;
    const named = parseNote(text).value.frontMatter?.client?.value;
    return (
      named !== undefined &&
      !records.has(named.toLowerCase()) &&
      !records.has(basename(dirname(path)).toLowerCase())
    );
  });
  return [
    ...(twice.length > 0
      ? [
          toLine(
            'records',
            'problem',
            'These records have the same id, so only the first of them counts for its notes.',
            'Give each client one record, with an id of its own.',
            twice.sort(),
          ),
        ]
      : []),
    ...(without.length > 0
      ? [
          toLine(
            'records',
            'question',
            `${count(without.length, 'note')} ${without.length === 1 ? 'names a client that has' : 'name clients that have'} no record.`,
            'A client.yaml says what holds across sessions: what a note leaves out is then not forgotten.',
            without.map(({ path }) => path),
          ),
        ]
      : []),
  ];
}

/** UTF-8 that was read as Windows-1252 and saved again: `â€™` for `’`, `Ã©` for `é`. */
const mangled = /\u00e2\u20ac[\u2122\u0153\u009d\u02dc\u201c\u201d]|\u00c3[\u00a0-\u00bf]/;

function lookAtEncoding(files: readonly Looked[], unreadable: readonly string[]): readonly DoctorLine[] {
  const failed = files.filter(({ failure }) => failure !== undefined);
  const broken = files.filter(({ text }) => text !== undefined && mangled.test(text));
  const windows = files.filter(({ text }) => text?.includes('\r\n'));
  const lines = [
    ...(unreadable.length > 0
      ? [
          toLine(
            'encoding',
            'problem',
            'These folders cannot be read.',
            'Check their permissions.',
            unreadable,
          ),
        ]
      : []),
    ...(failed.length > 0
      ? [
          toLine(
            'encoding',
            'problem',
            'These files cannot be used, so what they say counts for nothing.',
            'Put right what stands behind each of them.',
            failed.map(({ path, failure }) => `${path}: ${failure}`),
          ),
        ]
      : []),
    ...(broken.length > 0
      ? [
          toLine(
            'encoding',
            'question',
            'These files hold letters such as “Ã©”, which come from saving text in a wrong encoding.',
            'Open them and put the letters right; a signed note needs an addendum.',
            broken.map(({ path }) => path),
          ),
        ]
      : []),
    ...(windows.length > 0 && windows.length < files.length
      ? [
          toLine(
            'encoding',
            'question',
            `${count(windows.length, 'file')} of ${files.length} ${windows.length === 1 ? 'has' : 'have'} Windows line ends. That harms nothing, but shows as change.`,
            '`git add --renormalize .` makes them alike where .gitattributes asks for it.',
          ),
        ]
      : []),
  ];
  return lines.length > 0 || files.length === 0
    ? lines
    : [toLine('encoding', 'ok', 'Every file is UTF-8 text with line ends of one kind.')];
}

// Walks the history of notes and tells where signed text did not stay as it was.
import { parseNote, verifyNote } from '../core/index';
import { decodeText } from '../io/files';
import { type FileChange, listNoteChanges, readBlobs } from '../io/git';

/** A commit that did something to a signed note that only an addendum may do. */
export interface HistoryProblem {
  readonly commit: string;
  readonly day: string;
  /** The path in the repository. */
  readonly file: string;
  readonly what: string;
}

/** The signatures that a note had at some commit: the note's own first, then those of its addenda. */
type Hashes = readonly string[];

const atOnce = 200;

/** Lists the problems of a repository's history, oldest first. Throws a `GitError`. */
export function listHistoryProblems(root: string, since: string | undefined): readonly HistoryProblem[] {
  const changes = listNoteChanges(root, since);
  const signed = new Map<string, Hashes>();
  const problems: HistoryProblem[] = [];
  const report = ({ commit, day, path }: FileChange, what: string): void => {
    problems.push({ commit, day, file: path, what });
  };
  for (let from = 0; from < changes.length; from += atOnce) {
    const part = changes.slice(from, from + atOnce);
    // Before the first commit that is looked at, the text of its parent says what was signed.
    const written = part.filter(({ kind }) => kind === 'written');
    const texts = new Map(
      readBlobs(root, written).map((bytes, index) => [written[index], toText(bytes)] as const),
    );
    if (since !== undefined && from === 0) seed(root, since, changes, signed);
    for (const change of part) {
      if (change.from !== undefined) {
        const moved = signed.get(change.from);
        if (moved !== undefined) signed.set(change.path, moved);
        signed.delete(change.from);
      }
      const before = signed.get(change.path) ?? [];
      if (change.kind === 'deleted') {
        if (before.length > 0) report(change, 'a signed note was deleted');
        signed.delete(change.path);
        continue;
      }
      const { hashes, what } = compare(before, texts.get(change));
      if (what !== undefined) report(change, what);
      if (hashes.length > 0) signed.set(change.path, hashes);
    }
  }
  return problems;
}

/** What was signed at the revision after which the walk begins. */
function seed(
  root: string,
  since: string,
  changes: readonly FileChange[],
  signed: Map<string, Hashes>,
): void {
  const paths = [...new Set(changes.map(({ path, from }) => from ?? path))];
  for (let from = 0; from < paths.length; from += atOnce) {
    const specs = paths.slice(from, from + atOnce).map((path) => ({ commit: since, path }));
    readBlobs(root, specs).forEach((bytes, index) => {
      const path = specs[index]?.path;
      const { hashes } = compare([], toText(bytes));
      if (path !== undefined && hashes.length > 0) signed.set(path, hashes);
    });
  }
}

const toText = (bytes: Uint8Array | undefined): string | undefined => {
  const read = bytes === undefined ? undefined : decodeText(bytes);
  return read?.ok === true ? read.text : undefined;
};

/** What a new text does to the signatures before it. The older ones go on to be asked for after a problem. */
function compare(
  before: Hashes,
  text: string | undefined,
): { readonly hashes: Hashes; readonly what: string | undefined } {
  if (text === undefined)
    return { hashes: before, what: before.length > 0 ? 'a signed note became unreadable' : undefined };
  const { main, addenda } = verifyNote(parseNote(text).value);
  const [signed, ...rest] = before;
  if (main.state === 'unsigned')
    return { hashes: before, what: signed === undefined ? undefined : 'the signature was taken away' };
  if (main.state !== 'valid') return { hashes: before, what: 'the text differs from what was signed' };
  const hash = main.signature?.hash ?? '';
  if (signed !== undefined && hash !== signed)
    return { hashes: [hash], what: 'a signed note was signed anew' };
  const hashes = [hash];
  for (const addendum of addenda) {
    if (addendum.state === 'valid') hashes.push(addendum.signature?.hash ?? '');
    else if (addendum.state !== 'unsigned') return { hashes: before, what: 'a signed addendum was changed' };
  }
  const kept = rest.every((old, index) => hashes[index + 1] === old);
  return kept
    ? { hashes, what: undefined }
    : { hashes: before, what: 'a signed addendum was changed or taken away' };
}

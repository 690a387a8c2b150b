// Reads one file of a practice's own knowledge. Every entry stands for itself: a mistake in one leaves the others.
import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import { findNear } from '../text/distance';
import { say } from '../text/say';
import type { Span } from '../text/span';
import { spanOf } from './load';
import { type PracticeEntry, type PracticeList, practiceEntries, practiceLists } from './practice-schema';

/** Something to say about a place of the file. */
export interface PracticeProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly span: Span;
  readonly message: string;
}

/** An entry that fits its schema, with its place. */
export interface PracticeItem<L extends PracticeList = PracticeList> {
  readonly list: L;
  readonly index: number;
  readonly span: Span;
  readonly entry: PracticeEntry<L>;
}

/** One file as read. `at` gives the place of a value by its keys and indexes from the top. */
export interface PracticeFile {
  readonly items: readonly PracticeItem[];
  readonly problems: readonly PracticeProblem[];
  readonly at: (path: readonly (string | number)[]) => Span;
}

type Path = readonly (string | number)[];

const nothing: Span = { start: 0, end: 0 };
const failed = (code: string, message: string, span: Span = nothing): PracticeFile => ({
  items: [],
  problems: [{ code, severity: 'error', span, message }],
  at: () => nothing,
});

/** Reads a file. Never throws. The text must have passed the guard against deep and huge YAML. */
export function readPracticeFile(text: string): PracticeFile {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error !== undefined)
      return failed('knowledge/not-yaml', say`This is not valid YAML, so nothing in this file counts.`, {
        start: error.pos[0],
        end: Math.max(error.pos[0], error.pos[1]),
      });
    return readDocument(document);
  } catch {
    return failed('knowledge/not-yaml', say`This YAML could not be read, so nothing in this file counts.`);
  }
}

function readDocument(document: Document): PracticeFile {
  const at = (path: Path): Span => spanOf(document, path);
  const content: unknown = document.toJS({ maxAliasCount: 0 });
  if (content === null || content === undefined) return { items: [], problems: [], at };
  if (typeof content !== 'object' || Array.isArray(content))
    return failed('knowledge/schema', say`The file is a map of lists: ${practiceLists.join(', ')}.`);
  const items: PracticeItem[] = [];
  const problems: PracticeProblem[] = [];
  const report = (span: Span, message: string): void => {
    problems.push({ code: 'knowledge/schema', severity: 'error', span, message });
  };
  for (const [key, value] of Object.entries(content)) {
    const list = practiceLists.find((name) => name === key);
    if (list === undefined) {
      const near = findNear(key, practiceLists);
      report(
        keySpan(document, key) ?? at([key]),
        near === undefined
          ? say`This list is not known. Write one of: ${practiceLists.join(', ')}.`
          : say`This list is not known. Did you mean ${near}?`,
      );
    } else if (Array.isArray(value)) {
      value.forEach((entry: unknown, index) => {
        const parsed = practiceEntries()[list].safeParse(entry);
        if (parsed.success)
          items.push({ list, index, span: at([list, index]), entry: parsed.data } as PracticeItem);
        else
          for (const issue of parsed.error.issues.slice(0, 5)) {
            const path = issue.path.filter((part) => typeof part !== 'symbol');
            report(at([list, index, ...path]), `${path.join('.') || list}: ${wordIssue(issue)}.`);
          }
      });
    } else if (value !== null) report(at([key]), say`${key} must be a list of entries.`);
  }
  return { items, problems, at };
}

function wordIssue(issue: {
  readonly code?: string | undefined;
  readonly message: string;
  readonly keys?: unknown;
}): string {
  if (issue.code === 'unrecognized_keys') return `this key is not known (${String(issue.keys).slice(0, 60)})`;
  if (issue.code === 'invalid_type') return 'this is missing, or of another type than asked for';
  if (issue.code === 'invalid_union') return 'this fits none of the forms that are allowed here';
  return issue.message.slice(0, 100);
}

function keySpan(document: Document, key: string): Span | undefined {
  if (!isMap(document.contents)) return undefined;
  for (const { key: node } of document.contents.items)
    if (isScalar(node) && String(node.value) === key && node.range)
      return { start: node.range[0], end: node.range[1] };
  return undefined;
}

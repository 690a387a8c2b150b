// Reads YAML into plain nodes with places: every scalar a string, no aliases, never a throw.
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Range } from 'yaml';
import { say } from '../text/say';
import { type Span, span } from '../text/span';
import type { Problem } from './model';
import { findYamlDanger, yamlLimits } from './yaml-guard';
import { readPlainYaml } from './yaml-plain';

/** A node; the span of a scalar covers its text without quotes. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly pairs: readonly YamlPair[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

/** `value` is undefined for `key:` alone, and for `~` and `null`. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
}

export interface YamlResult {
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the YAML that stands in `text` at `at`. Spans are offsets in `text`. */
export function readYaml(text: string, at: Span): YamlResult {
  const start = text.charCodeAt(at.start) === 0xfeff ? at.start + 1 : at.start;
  const body = toReadable(text.slice(start, at.end));
  const plain = readPlainYaml(body, start);
  if (plain) return { root: plain, problems: [] };
  return readFullYaml(body, start);
}

/** Non-breaking spaces and lone carriage returns would break YAML; their stand-ins have the same length. */
function toReadable(body: string): string {
  return body.replace(/\u00a0/g, ' ').replace(/\r(?!\n)/g, '\n');
}

/** Reads YAML through the library, behind the guards. Exported for the test that compares it with the fast reader. */
export function readFullYaml(body: string, base: number): YamlResult {
  const danger = findYamlDanger(body, span(base, base + body.length));
  if (danger) return { root: undefined, problems: [danger] };
  const problems: Problem[] = [];
  const report = (code: string, message: string, start: number, end: number): void => {
    if (problems.length < 5) {
      const from = base + Math.max(0, Math.min(start, body.length));
      const to = base + Math.max(0, Math.min(end, body.length));
      problems.push({ code, severity: 'error', span: span(from, Math.max(from, to)), message });
    }
  };
  try {
    const document = parseDocument(body, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    for (const error of document.errors) {
      if (error.code === 'TAG_RESOLVE_FAILED') continue;
      const code = error.code === 'MULTIPLE_DOCS' ? 'yaml/multiple-documents' : 'yaml/syntax';
      report(code, messageFor(error.code), error.pos[0], error.pos[1]);
    }
    const context: Context = { body, base, report };
    return { root: toNode(document.contents, context, 0), problems };
  } catch {
    report('yaml/syntax', messageFor('OTHER'), 0, body.length);
    return { root: undefined, problems };
  }
}

/** Our own words for each kind of mistake; the library's would quote the text. */
function messageFor(code: string): string {
  switch (code) {
    case 'BAD_INDENT':
      return say`The indentation does not fit. Indent with the same number of spaces as the lines around it.`;
    case 'TAB_AS_INDENT':
      return say`Indent with spaces here; YAML does not take tabs.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return say`Only \`key: value\` lines may stand here. Put quotes around a value that holds a colon.`;
    case 'MISSING_CHAR':
      return say`Something is missing here: a closing quote, bracket, comma or colon.`;
    case 'BAD_SCALAR_START':
      return say`A value cannot begin with this character. Put quotes around the value.`;
    case 'BAD_DQ_ESCAPE':
      return say`This backslash sequence is unknown. Use single quotes to take the text as it is.`;
    case 'MULTIPLE_DOCS':
      return say`Only the part before this \`---\` line is read. Take the line out.`;
    case 'KEY_OVER_1024_CHARS':
      return say`This key is longer than 1,024 characters. Shorten it.`;
    default:
      return say`This could not be read. Write \`key: value\`, one a line.`;
  }
}

interface Context {
  readonly body: string;
  readonly base: number;
  readonly report: (code: string, message: string, start: number, end: number) => void;
}

/** Turns the library's node into ours; depth is bounded by the guard and counted all the same. */
function toNode(node: unknown, context: Context, depth: number): YamlNode | undefined {
  if (depth > 2 * yamlLimits.depth) return undefined;
  if (isScalar(node)) return toScalar(node, context);
  if (isMap(node)) {
    const pairs: YamlPair[] = [];
    for (const pair of node.items) {
      const key = toNode(pair.key, context, depth + 1);
      const value = toNode(pair.value, context, depth + 1);
      if (key?.kind === 'scalar') pairs.push({ key, value });
      else if (key) {
        const { start, end } = key.span;
        context.report('yaml/syntax', messageFor('OTHER'), start - context.base, end - context.base);
      }
    }
    return { kind: 'map', span: rangeSpan(node.range, context), pairs };
  }
  if (isSeq(node)) {
    const items: YamlNode[] = [];
    for (const item of node.items) {
      const value = toNode(item, context, depth + 1);
      if (value) items.push(value);
    }
    return { kind: 'list', span: rangeSpan(node.range, context), items };
  }
  if (isAlias(node)) {
    const at = rangeSpan(node.range, context);
    const message = say`References with \`*\` are not read here. Write the value out.`;
    context.report('yaml/alias', message, at.start - context.base, at.end - context.base);
  }
  return undefined;
}

function rangeSpan(range: Range | null | undefined, { body, base }: Context): Span {
  const start = Math.max(0, Math.min(range?.[0] ?? 0, body.length));
  const end = Math.max(start, Math.min(range?.[1] ?? start, body.length));
  return trimmed(body, base, start, end);
}

function toScalar(
  node: {
    readonly value: unknown;
    readonly type?: string | undefined;
    readonly range?: Range | null | undefined;
  },
  context: Context,
): YamlScalar | undefined {
  const text = typeof node.value === 'string' ? node.value.trim() : '';
  const at = rangeSpan(node.range, context);
  if (node.type === 'PLAIN' || node.type === undefined) {
    return text === '' || text === '~' || text === 'null' ? undefined : { kind: 'scalar', text, span: at };
  }
  const { body, base } = context;
  const from = at.start - base;
  const to = at.end - base;
  if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') {
    const quote = body[from];
    const closed = to - from >= 2 && body[to - 1] === quote;
    return { kind: 'scalar', text, span: trimmed(body, base, from + 1, closed ? to - 1 : to) };
  }
  const header = body.indexOf('\n', from);
  const start = header < 0 || header >= to ? from : header + 1;
  return { kind: 'scalar', text, span: trimmed(body, base, start, to) };
}

/** A span without the spaces around its text. */
function trimmed(body: string, base: number, start: number, end: number): Span {
  let from = start;
  let to = Math.max(start, end);
  while (from < to && isSpace(body.charCodeAt(from))) from += 1;
  while (to > from && isSpace(body.charCodeAt(to - 1))) to -= 1;
  return span(base + from, base + to);
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

// Adds to YAML without disturbing it: one entry of a list, one key of an entry. Comments, order and style stay.
import type { TextEdit } from '../text/edit';
import { applyEdits } from '../text/edit';
import { eolOf } from '../text/lines';
import { type Span, span } from '../text/span';
import { readYaml, type YamlList, type YamlMap, type YamlNode } from './yaml-read';

/** Keys and values of an entry in the order in which they are written. */
export type EntryFields = readonly (readonly [key: string, value: string])[];

/**
 * The edit that adds an entry to the list at a top-level key, in the style that the list has; the key is added at the
 * end if it is not there. Undefined where the text cannot be read, or holds something else than a list at the key.
 */
export function addEntry(text: string, body: Span, key: string, fields: EntryFields): TextEdit | undefined {
  const { root, problems } = readYaml(text, body);
  if (problems.length > 0 || (root !== undefined && root.kind !== 'map')) return undefined;
  const pair = root?.pairs.find((candidate) => candidate.key.text === key);
  const edit =
    pair === undefined
      ? atEnd(text, body, `${key}:`, fields)
      : addTo(text, body, pair.key.span, pair.value, fields);
  return edit !== undefined && addsOne(text, body, key, edit) ? edit : undefined;
}

/** The edit that sets a key of a list's entry, which is found by its place. A bare name becomes a map. */
export function setInEntry(
  text: string,
  body: Span,
  list: string,
  entry: Span,
  [key, value]: readonly [string, string],
): TextEdit | undefined {
  const { root, problems } = readYaml(text, body);
  if (problems.length > 0 || root?.kind !== 'map') return undefined;
  const found = root.pairs.find((pair) => pair.key.text === list)?.value;
  const node =
    found?.kind === 'list'
      ? found.items.find((item) => item.span.start <= entry.start && entry.start < item.span.end)
      : undefined;
  if (node === undefined || node.kind === 'list') return undefined;
  if (node.kind === 'scalar')
    return {
      span: withQuotes(text, node.span),
      newText: inFlow([
        ['name', node.text],
        [key, value],
      ]),
    };
  const known = node.pairs.find((pair) => pair.key.text === key);
  if (known?.value?.kind === 'scalar')
    return { span: withQuotes(text, known.value.span), newText: toScalar(value) };
  if (known !== undefined) return undefined;
  if (text[node.span.start] === '{') {
    const close = node.span.end - 1;
    const from = trimEnd(text, node.span.start + 1, close);
    const comma = from > node.span.start + 1 && text[from - 1] !== ',' ? ',' : '';
    return text[close] === '}'
      ? { span: span(from, from), newText: `${comma} ${key}: ${toScalar(value)}` }
      : undefined;
  }
  const end = lineEnd(text, node.span.end);
  const indent = ' '.repeat(columnOf(text, node.pairs[0]?.key.span.start ?? node.span.start));
  return { span: span(end, end), newText: `${eolOf(text)}${indent}${key}: ${toScalar(value)}` };
}

/** The edit that gives a text its front matter: whole lines, put at its start, behind a byte order mark. */
export function addFrontMatter(text: string, lines: readonly string[]): TextEdit {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const eol = eolOf(text);
  return { span: span(start, start), newText: ['---', ...lines, '---', ''].join(eol) };
}

function addTo(
  text: string,
  body: Span,
  key: Span,
  value: YamlNode | undefined,
  fields: EntryFields,
): TextEdit | undefined {
  if (value === undefined) {
    // `conditions:` alone, perhaps with a comment behind it: the list begins on the next line.
    const colon = text.indexOf(':', key.end);
    const rest = text.slice(colon + 1, lineEnd(text, colon));
    if (colon < 0 || colon >= body.end || !/^\s*(?:#.*)?$/.test(rest)) return undefined;
    const end = lineEnd(text, colon);
    return { span: span(end, end), newText: eolOf(text) + inBlock(text, '  ', fields) };
  }
  if (value.kind === 'scalar')
    return isNothing(value.text)
      ? { span: withQuotes(text, value.span), newText: `[${inFlow(fields)}]` }
      : undefined;
  if (value.kind === 'map') return undefined;
  return text[value.span.start] === '[' ? addToFlow(text, value, fields) : addToBlock(text, value, fields);
}

function addToFlow(text: string, list: YamlList, fields: EntryFields): TextEdit | undefined {
  const close = list.span.end - 1;
  if (text[close] !== ']') return undefined;
  const last = list.items.at(-1);
  if (last === undefined) return { span: span(close, close), newText: inFlow(fields) };
  const rest = text.slice(last.span.end, close).replace(/#[^\n]*/g, '');
  // A comment may stand before the bracket; only then the entry goes right before it.
  const at = text.slice(last.span.end, close).includes('#') ? close : trimEnd(text, last.span.end, close);
  return { span: span(at, at), newText: `${rest.includes(',') ? ' ' : ', '}${inFlow(fields)}` };
}

function addToBlock(text: string, list: YamlList, fields: EntryFields): TextEdit | undefined {
  const [first] = list.items;
  const last = list.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const dash = text.lastIndexOf('-', first.span.start - 1);
  if (
    dash < 0 ||
    text
      .slice(dash + 1, first.span.start)
      .trim()
      .replace(/["']/g, '') !== ''
  )
    return undefined;
  const end = lineEnd(text, last.span.end);
  return {
    span: span(end, end),
    newText: eolOf(text) + inBlock(text, ' '.repeat(columnOf(text, dash)), fields),
  };
}

/** Adds `key:` and one entry behind the last line of the body. */
function atEnd(text: string, body: Span, head: string, fields: EntryFields): TextEdit {
  const eol = eolOf(text);
  const end = body.end;
  const before = text.slice(body.start, end);
  const lead = before === '' || /[\r\n]$/.test(before) ? '' : eol;
  return { span: span(end, end), newText: `${lead}${head}${eol}${inBlock(text, '  ', fields)}${eol}` };
}

const inBlock = (text: string, indent: string, fields: EntryFields): string =>
  fields
    .map(([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${toScalar(value)}`)
    .join(eolOf(text));

const inFlow = (fields: EntryFields): string =>
  `{ ${fields.map(([key, value]) => `${key}: ${toScalar(value)}`).join(', ')} }`;

/** A value that reads the same as YAML, in a block and inside brackets: plain where that is safe, else in quotes. */
export const toScalar = (value: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ./()%+-]*$/u.test(value) && value === value.trim()
    ? value
    : JSON.stringify(value);

const isNothing = (text: string): boolean =>
  /^(?:none(?: (?:known|reported|stated))?|no|nil|n\/a|-)$/i.test(text);

/** True if the edited text reads as before with one more entry at the key. */
function addsOne(text: string, body: Span, key: string, edit: TextEdit): boolean {
  const after = applyEdits(text, [edit]);
  const grown = span(body.start, body.end + after.length - text.length);
  const before = readYaml(text, body).root;
  const { root, problems } = readYaml(after, grown);
  if (problems.length > 0 || root?.kind !== 'map') return false;
  const had = before?.kind === 'map' ? before : undefined;
  const others = (map: YamlMap | undefined): string =>
    JSON.stringify((map?.pairs ?? []).filter((pair) => pair.key.text !== key).map(toPlain));
  return countAt(root, key) === countAt(had, key) + 1 && others(root) === others(had);
}

const countAt = (map: YamlMap | undefined, key: string): number => {
  const value = map?.pairs.find((pair) => pair.key.text === key)?.value;
  return value?.kind === 'list' ? value.items.length : 0;
};

const toPlain = (pair: YamlMap['pairs'][number]): unknown => [pair.key.text, plainOf(pair.value, 0)];

function plainOf(node: YamlNode | undefined, depth: number): unknown {
  if (node === undefined || depth > 64) return null;
  if (node.kind === 'scalar') return node.text;
  return node.kind === 'list'
    ? node.items.map((item) => plainOf(item, depth + 1))
    : node.pairs.map((pair) => [pair.key.text, plainOf(pair.value, depth + 1)]);
}

function withQuotes(text: string, at: Span): Span {
  const quote = text[at.start - 1];
  return (quote === '"' || quote === "'") && text[at.end] === quote ? span(at.start - 1, at.end + 1) : at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n/);
  return end < 0 ? text.length : from + end;
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The edit that adds lines behind the last line of a record. */
export function appendLines(text: string, lines: readonly string[]): TextEdit {
  const eol = eolOf(text);
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return { span: span(text.length, text.length), newText: `${lead}${lines.join(eol)}${eol}` };
}

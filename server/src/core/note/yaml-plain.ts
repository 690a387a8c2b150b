// A fast reader for the YAML that notes and client records have: keys with plain values, lists and maps of such values,
// in blocks or on one line. It gives up on anything else: quotes, anchors, values over several lines, deeper blocks.
import { span } from '../text/span';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-read';

/** A key of letters, digits, `_` and `-`, a colon, and what stands behind it. */
const PAIR = /^([A-Za-z][A-Za-z0-9_-]{0,63}):(?:( +)([^\n]*))?$/;
const ITEM = /^- +(?=[A-Za-z0-9[{])/;
/** Characters that mean nothing to YAML inside a plain value; others are left to the library. */
const SAFE = /^[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]*$/;
const PLAIN = /^[A-Za-z0-9]/;
/** A plain value between brackets, where more characters mean something. */
const FLOW_PLAIN = /[A-Za-z0-9][^[\]{},:#]*/y;
const FLOW_KEY = /([A-Za-z][A-Za-z0-9_-]{0,63}): +/y;
const FLOW_GAP = / *, +/y;
const COMMENT = /^ *(?: #.*)?$/;

const mostPairs = 200;
const mostDepth = 8;

/** A line without its indentation and line end. */
interface PlainLine {
  /** Its first character in the body. */
  readonly start: number;
  readonly column: number;
  readonly text: string;
}

/** Reads `body` if it is plain; undefined if it needs the whole of YAML. What it returns equals what the library would give. */
export function readPlainYaml(body: string, base: number): YamlMap | undefined {
  const lines = listPlainLines(body);
  return lines === undefined || lines.length === 0 ? undefined : new PlainReader(lines, base).read();
}

/** The lines that say something; undefined where one holds a character that is not plain. */
function listPlainLines(body: string): PlainLine[] | undefined {
  const lines: PlainLine[] = [];
  for (let start = 0; start <= body.length; ) {
    const end = body.indexOf('\n', start);
    const line = end < 0 ? body.slice(start) : body.slice(start, end).replace(/\r$/, '');
    if (!SAFE.test(line)) return undefined;
    const column = line.search(/[^ ]/);
    // Where the library takes a block to end that ends with a comment is its own affair.
    if (column > 0 && line.includes(' #')) return undefined;
    // A blank line may end a value that stands over several lines, which is none of ours.
    if (column > 0 || (column === 0 && line.charCodeAt(0) !== 35))
      lines.push({ start: start + column, column, text: line.slice(column) });
    else if (line !== '' && column < 0) return undefined;
    start = end < 0 ? body.length + 1 : end + 1;
  }
  return lines;
}

/** A node, and where it ends; a value may be empty and yet have an end. */
interface Read<T extends YamlNode | undefined> {
  readonly node: T;
  readonly end: number;
}

type Maybe<T extends YamlNode | undefined> = Read<T> | undefined;

/** Reads line by line. Every method gives undefined where the text is not plain. */
class PlainReader {
  readonly #lines: PlainLine[];
  readonly #base: number;
  #at = 0;
  #pairs = 0;

  constructor(lines: PlainLine[], base: number) {
    this.#lines = lines;
    this.#base = base;
  }

  read(): YamlMap | undefined {
    const root = this.#map(0);
    return this.#at === this.#lines.length ? root?.node : undefined;
  }

  /** The pairs that begin at a column. */
  #map(column: number): Maybe<YamlMap> {
    const pairs: YamlPair[] = [];
    const from = this.#lines[this.#at]?.start ?? 0;
    let end = from;
    for (let line = this.#lines[this.#at]; line?.column === column; line = this.#lines[this.#at]) {
      const [, name = '', gap = '', rest = ''] = PAIR.exec(line.text) ?? [];
      if (name === '' || ++this.#pairs > mostPairs) return undefined;
      const afterColon = line.start + name.length + 1;
      this.#at += 1;
      const isBare = COMMENT.test(`${gap}${rest}`);
      // Blocks stand one in another no deeper than a list of maps.
      if (isBare && column > 0) return undefined;
      const value = isBare ? this.#block(afterColon) : this.#value(rest, afterColon + gap.length);
      if (value === undefined) return undefined;
      pairs.push({ key: this.#scalar(name, line.start), value: value.node });
      end = value.end;
    }
    return this.#isOver(column)
      ? { node: { kind: 'map', span: this.#span(from, end), pairs }, end }
      : undefined;
  }

  /** What stands below a key with nothing behind it: a list or map that is indented, or nothing. */
  #block(end: number): Maybe<YamlNode | undefined> {
    const line = this.#lines[this.#at];
    if (line === undefined || line.column === 0) return { node: undefined, end };
    return line.text.startsWith('- ') ? this.#list(line.column) : this.#map(line.column);
  }

  #list(column: number): Maybe<YamlList> {
    const items: YamlNode[] = [];
    const from = this.#lines[this.#at]?.start ?? 0;
    let end = from;
    for (let line = this.#lines[this.#at]; line?.column === column; line = this.#lines[this.#at]) {
      const mark = ITEM.exec(line.text)?.[0].length;
      if (mark === undefined || ++this.#pairs > mostPairs) return undefined;
      const item = { start: line.start + mark, column: column + mark, text: line.text.slice(mark) };
      let value: Maybe<YamlNode | undefined>;
      if (PAIR.test(item.text)) {
        // The rest of the line is the first of a map's pairs.
        this.#lines[this.#at] = item;
        value = this.#map(item.column);
      } else {
        this.#at += 1;
        value = this.#value(item.text, item.start);
      }
      if (value === undefined) return undefined;
      if (value.node !== undefined) items.push(value.node);
      end = value.end;
    }
    return this.#isOver(column)
      ? { node: { kind: 'list', span: this.#span(from, end), items }, end }
      : undefined;
  }

  /** True if what follows stands further out: it goes on with what encloses this. */
  #isOver(column: number): boolean {
    return (this.#lines[this.#at]?.column ?? -1) < column;
  }

  /** A value on one line. */
  #value(text: string, start: number): Maybe<YamlNode | undefined> {
    const opens = text.charAt(0);
    if (opens === '[' || opens === '{') {
      const flow = this.#flow(text, 0, start, 0);
      return flow !== undefined && COMMENT.test(text.slice(flow.end - start)) ? flow : undefined;
    }
    const comment = text.indexOf(' #');
    const value = (comment < 0 ? text : text.slice(0, comment)).trimEnd();
    if (!PLAIN.test(value) || value.includes(': ') || value.endsWith(':')) return undefined;
    return this.#plain(value, start);
  }

  /** A list or map in brackets, or a plain value in one; `at` is its place in the line, which begins at `start`. */
  #flow(text: string, at: number, start: number, depth: number): Maybe<YamlNode | undefined> {
    const opens = text.charAt(at);
    if (depth > mostDepth) return undefined;
    if (opens !== '[' && opens !== '{') {
      FLOW_PLAIN.lastIndex = at;
      const value = FLOW_PLAIN.exec(text)?.[0].trimEnd();
      return value === undefined ? undefined : this.#plain(value, start + at);
    }
    const closes = opens === '[' ? ']' : '}';
    const items: YamlNode[] = [];
    const pairs: YamlPair[] = [];
    let next = skipBlanks(text, at + 1);
    while (text.charAt(next) !== closes) {
      if (items.length + pairs.length > 0) {
        FLOW_GAP.lastIndex = next;
        if (!FLOW_GAP.test(text)) return undefined;
        next = FLOW_GAP.lastIndex;
      }
      if (++this.#pairs > mostPairs) return undefined;
      let key: YamlScalar | undefined;
      if (opens === '{') {
        FLOW_KEY.lastIndex = next;
        const found = FLOW_KEY.exec(text);
        if (found === null) return undefined;
        key = this.#scalar(found[1] ?? '', start + next);
        next = FLOW_KEY.lastIndex;
      }
      const value = this.#flow(text, next, start, depth + 1);
      if (value?.node === undefined) return undefined;
      if (key === undefined) items.push(value.node);
      else pairs.push({ key, value: value.node });
      next = skipBlanks(text, value.end - start);
    }
    const end = start + next + 1;
    const place = this.#span(start + at, end);
    return {
      node: opens === '[' ? { kind: 'list', span: place, items } : { kind: 'map', span: place, pairs },
      end,
    };
  }

  #plain(text: string, start: number): Read<YamlNode | undefined> {
    const end = start + text.length;
    return { node: text === 'null' ? undefined : this.#scalar(text, start), end };
  }

  #scalar(text: string, start: number): YamlScalar {
    return { kind: 'scalar', text, span: this.#span(start, start + text.length) };
  }

  #span(start: number, end: number) {
    return span(this.#base + start, this.#base + end);
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}

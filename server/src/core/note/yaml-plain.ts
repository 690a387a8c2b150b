// A fast reader for the YAML that notes and records mostly have: maps and lists in block style, short ones in brackets on
// one line, plain values. It gives up on anything else; what it gives is what the library would give.
import { type Span, span } from '../text/span';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-read';

/** A key of letters, digits, `_` and `-`, its colon, and the blanks before a value. */
const KEY = /([A-Za-z][A-Za-z0-9_-]{0,63}):(?: +|$)/y;
/** The words of a plain value in brackets, where more characters mean something than outside of them. */
const FLOW_WORDS = /[A-Za-z0-9](?:[^,[\]{}:#]|:(?=[A-Za-z0-9]))*/y;
/** Characters that mean nothing to YAML inside a plain value; others are left to the library. */
const SAFE = /^[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]*$/;

/** More lines, keys and values are no usual record, nor is more depth. */
const most = { parts: 400, depth: 8 } as const;

/**
 * Reads `body` if it is a map of plain values, of lists and of other such maps; undefined if it needs the whole of YAML.
 * What it returns equals what the library would give, but that its own span ends before a comment at the end.
 */
export function readPlainYaml(body: string, base: number): YamlMap | undefined {
  const lines = listLines(body, base);
  return lines === undefined ? undefined : new PlainReader(lines).read();
}

/** A line without its indentation and its end. `at` is where `text` begins. */
interface Line {
  readonly text: string;
  readonly indent: number;
  readonly at: number;
}

/** The lines that say something; undefined if any holds what is not plain. */
function listLines(body: string, base: number): Line[] | undefined {
  const lines: Line[] = [];
  for (let start = 0; start <= body.length; ) {
    const next = body.indexOf('\n', start);
    const end = next < 0 ? body.length : next;
    const line = body.slice(start, next > start && body.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!SAFE.test(line)) return undefined;
    let indent = 0;
    while (indent < line.length && line.charCodeAt(indent) === 32) indent += 1;
    const isComment = line.startsWith('#');
    if (isComment) {
      // Behind a key without a value the library counts it to the map.
      const before = lines.at(-1);
      if (before !== undefined && before.indent > 0 && before.text.trimEnd().endsWith(':')) return undefined;
    } else if (line !== '') lines.push({ text: line.slice(indent), indent, at: base + start + indent });
    if (lines.length > most.parts) return undefined;
    start = end + 1;
  }
  return lines;
}

/** A value as read; `null` is the value that YAML calls so, undefined says that the library has to read it. */
type Read = YamlNode | null | undefined;

/** Goes through the lines once. Every method takes up where the last one ended. */
class PlainReader {
  private readonly lines: Line[];
  private next = 0;
  private parts = 0;

  constructor(lines: Line[]) {
    this.lines = lines;
  }

  read(): YamlMap | undefined {
    const map = this.lines[0]?.indent === 0 ? this.readMap(0, 0) : undefined;
    return this.next === this.lines.length ? map : undefined;
  }

  /** The map whose keys stand at `indent`, up to a line that stands further out. */
  private readMap(indent: number, depth: number): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    let end = 0;
    let line = this.lines[this.next];
    const start = line?.at ?? 0;
    for (; line?.indent === indent; line = this.lines[this.next]) {
      const key = this.readKey(line, 0);
      if (key === undefined) return undefined;
      this.next += 1;
      const value =
        KEY.lastIndex < line.text.length
          ? this.readInline(line, KEY.lastIndex)
          : this.readBelow(indent, depth);
      if (value === undefined) return undefined;
      pairs.push({ key, value: value ?? undefined });
      end = value?.span.end ?? key.span.end + 1;
    }
    return this.isEnd(line, indent) ? { kind: 'map', span: span(start, end), pairs } : undefined;
  }

  /** The list whose dashes stand at `indent`. */
  private readList(indent: number, depth: number): YamlList | undefined {
    const items: YamlNode[] = [];
    let end = 0;
    let line = this.lines[this.next];
    const start = line?.at ?? 0;
    for (; line?.indent === indent; line = this.lines[this.next]) {
      if (!line.text.startsWith('- ')) return undefined;
      const item = { text: line.text.slice(2), indent: indent + 2, at: line.at + 2 };
      let value: Read;
      if (this.readKey(item, 0) === undefined) {
        this.next += 1;
        value = this.readInline(item, 0);
      } else {
        // The keys of the item stand where its first one does, behind the dash.
        this.lines[this.next] = item;
        value = this.readMap(indent + 2, depth + 1);
      }
      if (value === undefined || value === null) return undefined;
      items.push(value);
      end = value.span.end;
    }
    return this.isEnd(line, indent) ? { kind: 'list', span: span(start, end), items } : undefined;
  }

  /** What stands on the lines below a key that has nothing behind its colon. */
  private readBelow(indent: number, depth: number): Read {
    const line = this.lines[this.next];
    if (line === undefined || line.indent <= indent) return null;
    if (depth >= most.depth) return undefined;
    return line.text.startsWith('-')
      ? this.readList(line.indent, depth + 1)
      : this.readMap(line.indent, depth + 1);
  }

  /** A line further in would go on with the value above it. */
  private isEnd(line: Line | undefined, indent: number): boolean {
    return line === undefined || line.indent < indent;
  }

  /** The key at a place of a line; the value begins at the `lastIndex` of its pattern. */
  private readKey({ text, at }: Line, from: number): YamlScalar | undefined {
    KEY.lastIndex = from;
    const key = KEY.exec(text)?.[1];
    if (key === undefined || key === 'null' || ++this.parts > most.parts) return undefined;
    return { kind: 'scalar', text: key, span: spanFrom(at + from, key.length) };
  }

  /** The value that the rest of a line is. */
  private readInline(line: Line, from: number): Read {
    const { text, at } = line;
    const first = text[from];
    if (first === '[' || first === '{') {
      const value = this.readFlow(line, from, 0);
      return value !== undefined && text.slice(value.span.end - at).trimEnd() === '' ? value : undefined;
    }
    const comment = text.indexOf(' #', from);
    // Further in the library counts a comment to the map.
    if (comment >= 0 && line.indent > 0) return undefined;
    const value = text.slice(from, comment < 0 ? text.length : comment).trimEnd();
    // A colon before a blank would mean something.
    if (!/^[A-Za-z0-9]/.test(value) || value.includes(': ') || value.endsWith(':')) return undefined;
    // `null` at the end of a map counts to it; at the top nobody asks where the map ends.
    if (value === 'null') return line.indent > 0 ? undefined : null;
    return this.toScalar(value, at + from);
  }

  /** A list or map in brackets, or a value in one. */
  private readFlow(line: Line, from: number, depth: number): YamlNode | undefined {
    const { text, at } = line;
    const open = text[from];
    if (open !== '[' && open !== '{') {
      FLOW_WORDS.lastIndex = from;
      const words = FLOW_WORDS.exec(text)?.[0].trimEnd();
      return words === undefined ? undefined : this.toScalar(words, at + from);
    }
    const close = open === '[' ? ']' : '}';
    const items: YamlNode[] = [];
    const pairs: YamlPair[] = [];
    let next = skipBlanks(text, from + 1);
    if (depth >= most.depth) return undefined;
    while (text[next] !== close) {
      const key = open === '{' ? this.readKey(line, next) : undefined;
      if (open === '{' && key === undefined) return undefined;
      const start = key === undefined ? next : KEY.lastIndex;
      const value = this.readFlow(line, start, depth + 1);
      if (value === undefined) return undefined;
      if (key === undefined) items.push(value);
      else pairs.push({ key, value });
      next = skipBlanks(text, value.span.end - at);
      if (text[next] === ',') {
        next = skipBlanks(text, next + 1);
        if (text[next] === close) return undefined;
      } else if (text[next] !== close) return undefined;
    }
    const place = span(at + from, at + next + 1);
    return open === '[' ? { kind: 'list', span: place, items } : { kind: 'map', span: place, pairs };
  }

  private toScalar(text: string, start: number): YamlScalar | undefined {
    if (text === 'null' || ++this.parts > most.parts) return undefined;
    return { kind: 'scalar', text, span: spanFrom(start, text.length) };
  }
}

const spanFrom = (start: number, length: number): Span => span(start, start + length);

/** The first place from `from` on that is no blank. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}

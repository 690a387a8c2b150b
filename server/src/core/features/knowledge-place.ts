// Where a place of a YAML file stands: the keys and lists around it. By lines and brackets, so that it works while the
// file is being typed and cannot be parsed.
import { type Span, span } from '../text/span';

/** A step from the top of the file: a key, or `[]` for an entry of a list. */
export type Step = string;

/** A place. `key`: a key is written here; `value`: the value of the last key of the path, or an entry of its list. */
export interface YamlPlace {
  readonly kind: 'key' | 'value';
  readonly path: readonly Step[];
  /** What is written there, up to the cursor. */
  readonly typed: Span;
  /** The keys that stand before it in the same map. */
  readonly siblings: readonly string[];
}

interface Level {
  /** The column of the key or dash; of a bracket it is infinite, because there columns say nothing. */
  readonly column: number;
  readonly step: Step | undefined;
  readonly bracket: '{' | '[' | undefined;
  readonly keys: string[];
}

/** Reads the place of an offset; undefined in a comment and in a text of several lines (`|`, `>`). */
export function readYamlPlace(text: string, offset: number): YamlPlace | undefined {
  const levels: Level[] = [{ column: -1, step: undefined, bracket: undefined, keys: [] }];
  // The column of the key whose text of several lines is going on.
  let scalar: number | undefined;
  let start = 0;
  for (;;) {
    const end = endOfLine(text, start);
    const isLast = offset <= end;
    const line = text.slice(start, isLast ? offset : end);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (scalar !== undefined && (line.trim() === '' ? !isLast : indent > scalar)) {
      if (isLast) return undefined;
    } else {
      scalar = undefined;
      const state = readLine(levels, line, indent);
      if (state === undefined && isLast) return undefined;
      if (isLast && state !== undefined) return placeOf(levels, state, start);
      if (state?.scalar !== undefined) scalar = state.scalar;
    }
    if (isLast) return undefined;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** What is left of a line at its end: words that were not closed by a colon or comma, and where they begin. */
interface Rest {
  readonly at: number;
  readonly words: string;
  /** True behind `key:`. */
  readonly isValue: boolean;
  /** True behind a dash, where either may stand. */
  readonly isItem: boolean;
  readonly scalar: number | undefined;
}

/** Reads one line into the levels; undefined if it ends in a comment. */
function readLine(levels: Level[], line: string, indent: number): Rest | undefined {
  let at = indent;
  let isItem = false;
  if (!inBracket(levels)) {
    if (line.trim() === '')
      return { at: line.length, words: '', isValue: false, isItem: false, ...leave(levels, line.length) };
    for (
      let dash = /^-(?: +|$)/.exec(line.slice(at));
      dash !== null;
      dash = /^-(?: +|$)/.exec(line.slice(at))
    ) {
      // A list may stand at the column of its key.
      while (levels.length > 1 && (levels.at(-1)?.column ?? -1) >= at && !isKeyAt(levels, at)) levels.pop();
      levels.push({ column: at, step: '[]', bracket: undefined, keys: [] });
      at += dash[0].length;
      isItem = true;
    }
    const key = /^(["']?)([\w-]+)\1 *:(?= |$)/.exec(line.slice(at));
    if (key?.[2] !== undefined) {
      pushKey(levels, at, key[2]);
      const column = at;
      at += key[0].length;
      const value = line.slice(at);
      if (/^ *[|>][-+\d]* *(?:#.*)?$/.test(value))
        return { at, words: '', isValue: true, isItem, scalar: column };
      return readFlow(levels, line, at, true, false);
    }
    if (!isItem) leave(levels, at);
  }
  return readFlow(levels, line, at, false, isItem);
}

const inBracket = (levels: readonly Level[]): boolean => levels.some(({ bracket }) => bracket !== undefined);
const isKeyAt = (levels: readonly Level[], column: number): boolean => {
  const last = levels.at(-1);
  return last !== undefined && last.column === column && last.step !== '[]';
};

/** Leaves what stands further in than a column. */
function leave(levels: Level[], column: number): { readonly scalar: undefined } {
  while (levels.length > 1 && (levels.at(-1)?.column ?? -1) >= column) levels.pop();
  return { scalar: undefined };
}

function pushKey(levels: Level[], column: number, key: string): void {
  leave(levels, column);
  levels.at(-1)?.keys.push(key);
  levels.push({ column, step: key, bracket: undefined, keys: [] });
}

/** Reads a value with its brackets up to the end of the line. */
function readFlow(
  levels: Level[],
  line: string,
  from: number,
  isValue: boolean,
  isItem: boolean,
): Rest | undefined {
  let at = from;
  let begin = from;
  let value = isValue;
  const popKey = (): void => {
    if (levels.at(-1)?.bracket === undefined && inBracket(levels)) levels.pop();
  };
  while (at < line.length) {
    const sign = line.charAt(at);
    if (sign === '#' && (at === 0 || line[at - 1] === ' ')) return undefined;
    if (sign === '"' || sign === "'") {
      const close = line.indexOf(sign, at + 1);
      at = close < 0 ? line.length : close + 1;
      continue;
    }
    if ((sign === '{' || sign === '[') && line.slice(begin, at).trim() === '') {
      levels.push({
        column: Number.POSITIVE_INFINITY,
        step: sign === '[' ? '[]' : undefined,
        bracket: sign,
        keys: [],
      });
      begin = at + 1;
      value = false;
    } else if (inBracket(levels) && (sign === '}' || sign === ']')) {
      popKey();
      levels.pop();
      begin = at + 1;
      value = true;
    } else if (inBracket(levels) && sign === ',') {
      popKey();
      begin = at + 1;
      value = false;
    } else if (
      sign === ':' &&
      levels.at(-1)?.bracket === '{' &&
      (at + 1 === line.length || line[at + 1] === ' ')
    ) {
      const key = line
        .slice(begin, at)
        .trim()
        .replace(/^["']|["']$/g, '');
      levels.at(-1)?.keys.push(key);
      levels.push({ column: Number.POSITIVE_INFINITY, step: key, bracket: undefined, keys: [] });
      begin = at + 1;
      value = true;
    }
    at += 1;
  }
  const words = line.slice(begin);
  const lead = words.length - words.trimStart().length;
  return { at: begin + lead, words: words.trimStart(), isValue: value, isItem, scalar: undefined };
}

function placeOf(levels: readonly Level[], rest: Rest, start: number): YamlPlace {
  const last = levels.at(-1);
  const path = levels.flatMap(({ step }) => step ?? []);
  const isKey = !rest.isValue && last?.bracket !== '[';
  return {
    kind: isKey ? 'key' : 'value',
    path,
    typed: span(start + rest.at, start + rest.at + rest.words.length),
    siblings: isKey ? (last?.keys ?? []) : [],
  };
}

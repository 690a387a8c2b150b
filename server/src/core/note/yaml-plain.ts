// A fast reader for the YAML most notes have: plain `key: value` lines. It gives up on anything else.
import { span } from '../text/span';
import type { YamlMap, YamlPair } from './yaml-read';

/** A key of letters, digits, `_` and `-`, a colon, and a plain value that begins with a letter or digit. */
const LINE = /^([A-Za-z][A-Za-z0-9_-]{0,63}):(?:( +)([A-Za-z0-9][^\n]*)?)?$/;
/** Characters that mean nothing to YAML inside a plain value; others are left to the library. */
const SAFE = /^[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]*$/;

/**
 * Reads `body` if every line is blank, a comment or `key: value`; undefined if it needs the whole of YAML.
 * What it returns equals what the library would give.
 */
export function readPlainYaml(body: string, base: number): YamlMap | undefined {
  const pairs: YamlPair[] = [];
  let end = 0;
  for (let lineStart = 0; lineStart <= body.length; ) {
    const lineEnd = body.indexOf('\n', lineStart);
    const next = lineEnd < 0 ? body.length + 1 : lineEnd + 1;
    const withReturn = lineEnd < 0 ? body.length : lineEnd;
    const stop =
      withReturn > lineStart && body.charCodeAt(withReturn - 1) === 13 ? withReturn - 1 : withReturn;
    const line = body.slice(lineStart, stop);
    if (line !== '' && line.charCodeAt(0) !== 35) {
      const match = LINE.exec(line);
      if (!match || !SAFE.test(line)) return undefined;
      const key = match[1] ?? '';
      const value = plainValue(match[3] ?? '');
      if (value === undefined) return undefined;
      const valueStart = lineStart + key.length + 1 + (match[2]?.length ?? 0);
      end = value === '' ? lineStart + key.length + 1 : valueStart + value.length;
      pairs.push({
        key: { kind: 'scalar', text: key, span: span(base + lineStart, base + lineStart + key.length) },
        value:
          value === '' || value === 'null'
            ? undefined
            : {
                kind: 'scalar',
                text: value,
                span: span(base + valueStart, base + valueStart + value.length),
              },
      });
    } else if (line !== '' && !SAFE.test(line)) return undefined;
    if (pairs.length > 200) return undefined;
    lineStart = next;
  }
  const first = pairs[0];
  return first ? { kind: 'map', span: span(first.key.span.start, base + end), pairs } : undefined;
}

/** The value without its comment; undefined if a colon in it would mean something. */
function plainValue(rest: string): string | undefined {
  const comment = rest.indexOf(' #');
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return value.includes(': ') || value.endsWith(':') ? undefined : value;
}

// Limits that YAML must keep before the library parses it: it has no defence of its own against deep or huge input.
import { Lexer } from 'yaml';
import { say } from '../text/say';
import { type Span, span } from '../text/span';
import type { Problem } from './model';

export const yamlLimits = { depth: 64, length: 256 * 1024, keys: 2000, tokens: 40_000 } as const;

/**
 * Says why a YAML text must not be parsed, or undefined if it may. The library's lexer is a loop and safe for any
 * input; its parser and composer recurse, so depth is measured here first. `at` is where the text stands.
 */
export function findYamlDanger(text: string, at: Span): Problem | undefined {
  const danger = (code: string, message: string, span: Span = at): Problem => ({
    code,
    severity: 'error',
    span,
    message,
  });
  if (text.length > yamlLimits.length) {
    return danger('yaml/too-large', say`This YAML is larger than 256 kB and was not read. Split it up.`);
  }
  // Columns of the block collections that are open, innermost last. Where a collection's own column is not plain
  // from the tokens, the smallest one possible is taken: the depth may be counted too high, never too low.
  const columns: number[] = [];
  let flow = 0;
  let keys = 0;
  let tokens = 0;
  let offset = 0;
  let lineStart = 0;
  let atLineStart = true;
  let column = 0;
  let scalarNext = false;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > yamlLimits.tokens) {
      return danger('yaml/too-large', say`This YAML holds too many parts and was not read. Split it up.`);
    }
    if (isControl(token)) {
      scalarNext = token === '\u001f';
      continue;
    }
    const isScalar = scalarNext;
    scalarNext = false;
    if (isScalar || !isBlank(token)) {
      if (atLineStart && flow === 0) {
        column = offset - lineStart;
        while ((columns.at(-1) ?? -1) >= column) columns.pop();
      }
      atLineStart = false;
    }
    if (!isScalar && token.length === 1) {
      if (token === '[' || token === '{') flow += 1;
      else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
      else if (token === '-' || token === '?' || token === ':') {
        if (flow === 0) columns.push(column++);
        if (token === ':') keys += 1;
      }
    }
    if (columns.length + flow > yamlLimits.depth) {
      const place = span(at.start + offset, at.start + offset + token.length);
      return danger(
        'yaml/too-deep',
        say`This YAML is nested more than 64 levels deep and was not read.`,
        place,
      );
    }
    if (keys > yamlLimits.keys) {
      return danger(
        'yaml/too-many-keys',
        say`This YAML holds more than 2,000 keys and was not read. Split it up.`,
      );
    }
    offset += token.length;
    const lineEnd = token.lastIndexOf('\n');
    if (lineEnd >= 0) {
      lineStart = offset - token.length + lineEnd + 1;
      atLineStart = true;
    }
  }
  return undefined;
}

/** Spaces, line ends and comments. */
const isBlank = (token: string): boolean => /^[ \t\r\n#]/.test(token);

/** Marks that the lexer adds to its tokens; they stand for no text (but a byte order mark, which does). */
const isControl = (token: string): boolean => token === '\u0002' || token === '\u0018' || token === '\u001f';

// Reads what a source file imports and calls, for the architecture guards. Knows strings, comments and patterns apart.

/** A source file by its path from the project's root, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What a file imports. `typeOnly` holds for `import type … from` and `export type … from`. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

// A word in a string, such as './commands/import', begins no statement.
const statements = [
  /(?<![\w$./'"])(?:import|export)\b(\s+type\b)?[^'"();]*?\bfrom\s*(?=["'])/g,
  /(?<![\w$./'"])import\s*()(?=["'])/g,
  /(?<![\w$.])(?:import|require)\s*\(\s*()(?=["'])/g,
];

/** Everything a text imports: import and re-export statements, `import()` (of types too) and `require()`. */
export function listImports(text: string): readonly Import[] {
  const code = blank(text, false);
  return statements.flatMap((statement) =>
    [...code.matchAll(statement)].map((match) => {
      const start = match.index + match[0].length;
      const end = code.indexOf(code.charAt(start), start + 1);
      return { specifier: code.slice(start + 1, end), typeOnly: (match[1] ?? '') !== '' };
    }),
  );
}

/** True for `import(x)` or `require(x)` whose target cannot be read: nothing can vouch for it. */
export const hasUnreadableImport = (text: string): boolean =>
  /(?<![\w$.])(?:import|require)\s*\((?!\s*["'])/.test(blank(text, false));

/** The code of a text: comments, strings and patterns become blanks of the same length. */
export const toBareCode = (text: string): string => blank(text, true);

const patternBefore = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\breturn|\bof|\bcase)\s*$/;

/** Blanks comments, regular expressions and template texts, and on demand strings; keeps what templates calculate. */
function blank(text: string, strings: boolean): string {
  let out = '';
  let at = 0;
  const skip = (end: number, keep: boolean): void => {
    const piece = text.slice(at, end);
    out += keep ? piece : piece.replace(/[^\n]/g, ' ');
    at = end;
  };
  // The braces that are open inside each template that is open.
  const templates: number[] = [];
  while (at < text.length) {
    const unit = text.charAt(at);
    const two = text.slice(at, at + 2);
    const braces = templates.at(-1);
    if (unit === '`') {
      skip(endOfTemplateText(text, at + 1), false);
      if (text[at - 1] === '{') templates.push(0);
    } else if (unit === '}' && braces === 0) {
      templates.pop();
      skip(endOfTemplateText(text, at + 1), false);
      if (text[at - 1] === '{') templates.push(0);
    } else if (two === '//') skip(endOf(text, '\n', at), false);
    else if (two === '/*') skip(endOf(text, '*/', at + 2) + 2, false);
    else if (unit === '"' || unit === "'") skip(endOfString(text, at, unit), !strings);
    else if (unit === '/' && patternBefore.test(out.slice(-40))) skip(endOfPattern(text, at), false);
    else {
      if (braces !== undefined && unit === '{') templates[templates.length - 1] = braces + 1;
      if (braces !== undefined && unit === '}') templates[templates.length - 1] = braces - 1;
      skip(at + 1, true);
    }
  }
  return out;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** The end of a template's text: behind its closing quote, or behind the opening of a calculated part. */
function endOfTemplateText(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '`') return i + 1;
    else if (text.startsWith('${', i)) return i + 2;
  }
  return text.length;
}

function endOfString(text: string, start: number, quote: string): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
    else if (text[i] === '\n') return i;
  }
  return text.length;
}

function endOfPattern(text: string, start: number): number {
  let inClass = false;
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '\n') return i;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i + 1;
  }
  return text.length;
}

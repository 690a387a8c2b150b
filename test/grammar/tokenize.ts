// Runs the grammar as VS Code does, and reads fixtures in which `^^^ scope` stands below what it is about.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = join(__dirname, '..', '..');

/** A piece of a line with its scopes, the outermost first. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** A small stand-in for VS Code's YAML grammar, enough to see where YAML begins and ends. */
const yamlGrammar = {
  scopeName: 'source.yaml',
  patterns: [
    { match: '^[ ]*([\\w-]+)(:)', captures: { 1: { name: 'entity.name.tag.yaml' } } },
    { begin: '[|>]$', end: '^(?=\\S)', name: 'string.unquoted.block.yaml' },
  ],
  repository: {},
};

let grammar: Promise<textmate.IGrammar> | undefined;

function loadGrammar(): Promise<textmate.IGrammar> {
  grammar ??= (async () => {
    const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(readFileSync(wasm));
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) =>
        scope === 'source.yaml'
          ? textmate.parseRawGrammar(JSON.stringify(yamlGrammar), 'yaml.json')
          : textmate.parseRawGrammar(
              readFileSync(join(root, 'syntaxes', 'soap-note.tmLanguage.json'), 'utf8'),
              'soap-note.json',
            ),
    });
    const loaded = await registry.loadGrammar('text.soap-note');
    if (loaded === null) throw new Error('The grammar cannot be read.');
    return loaded;
  })();
  return grammar;
}

/** The tokens of every line. */
export async function tokenizeLines(lines: readonly string[]): Promise<readonly (readonly Token[])[]> {
  const { tokenizeLine } = await loadGrammar().then((loaded) => ({
    tokenizeLine: loaded.tokenizeLine.bind(loaded),
  }));
  let stack = textmate.INITIAL;
  return lines.map((line) => {
    const result = tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes,
    }));
  });
}

/** An expectation: this part of the line has a scope that begins so, or, with `!`, has none. */
interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  readonly negated: boolean;
}

/** What a fixture expects and does not get, in words; empty if all is well. */
export async function findGrammarMismatches(fixture: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const row of fixture.split('\n')) {
    const caret = /^ *(\^+) (!?)([\w.-]+)$/.exec(row);
    if (caret?.[1] === undefined || caret[3] === undefined) {
      lines.push(row);
      continue;
    }
    const start = row.indexOf('^');
    const end = start + caret[1].length;
    const line = lines.length - 1;
    expectations.push({ line, start, end, scope: caret[3], negated: caret[2] === '!' });
  }
  const tokens = await tokenizeLines(lines);
  if (expectations.length === 0) return ['The fixture expects nothing.'];
  return expectations.flatMap((expected) => toMismatch(expected, tokens[expected.line] ?? [], lines));
}

function toMismatch(
  { line, start, end, scope, negated }: Expectation,
  tokens: readonly Token[],
  lines: readonly string[],
): readonly string[] {
  const text = lines[line] ?? '';
  if (end > text.length) return [`line ${line + 1}: ^^^ ${scope} stands below nothing`];
  const covered = tokens.filter((token) => token.start < end && token.end > start);
  const isScoped = (token: Token) =>
    token.scopes.some((each) => each === scope || each.startsWith(`${scope}.`));
  const wanted = negated ? !covered.some(isScoped) : covered.length > 0 && covered.every(isScoped);
  if (wanted) return [];
  const found = covered.map((token) => token.scopes.slice(1).join(' ')).join(' | ');
  return [`line ${line + 1}, “${text.slice(start, end)}”: ${negated ? 'not ' : ''}${scope}; found: ${found}`];
}

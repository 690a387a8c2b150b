// Ways through the practice, lines above notes, hints and colours, as VS Code shows them; and a client who gets another id.
import { strict as assert } from 'node:assert';
import {
  type CodeLens,
  commands,
  type InlayHint,
  type Location,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  type WorkspaceEdit,
} from 'vscode';
import { closeEditors, exampleFile, openExample, rangeOf } from './support';

const note = 'clients/maria-lopez/2026-11-20.soap.md';

describe('ways and signs', () => {
  afterEach(closeEditors);

  it('leads from the client to the record, and from a technique to what speaks against it', async () => {
    const { document } = await openExample(note);
    const record = exampleFile('clients/maria-lopez/client.yaml').toString();
    assert.ok((await definitionsAt(document, 'maria-lopez')).includes(record));
    assert.ok((await definitionsAt(document, 'Deep tissue')).includes(record));
  });

  it('finds a condition in all sessions of the client', async () => {
    const { document } = await openExample(note);
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'DVT').start,
    );
    assert.ok(new Set(found.map(({ uri }) => uri.path)).size > 1, `${found.length} places`);
  });

  it('finds clients and sessions by name', async () => {
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'lopez',
    );
    assert.ok(found.some(({ name }) => name === 'Maria Lopez (maria-lopez)'));
    assert.ok(found.some(({ name }) => name === '2026-11-20 maria-lopez'));
  });

  it('says above a note which session it is and what to mind', async () => {
    const { document } = await openExample(note);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.match(titles[0] ?? '', /^Session \d+, \d+ \w+ after \d{4}-\d\d-\d\d$/);
    assert.ok(
      titles.some((title) => /^\d+ alerts?$/.test(title)),
      titles.join(' | '),
    );
    const { command } = lenses.at(-1) ?? {};
    if (command !== undefined && command.command !== '')
      await commands.executeCommand(command.command, ...(command.arguments ?? []));
  });

  it('says in grey what a line leaves out', async () => {
    const { document } = await openExample(note);
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new Range(0, 0, document.lineCount, 0),
    );
    const words = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(
      words.some((text) => /QL = /.test(text)),
      words.join(' | '),
    );
  });

  it('colours words by what they mean', async () => {
    const { document } = await openExample(note);
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.deepEqual(legend.tokenTypes.slice(0, 2), ['technique', 'condition']);
    const modifiers = [...tokens.data].filter((_, index) => index % 5 === 4);
    assert.ok(modifiers.includes(1 << legend.tokenModifiers.indexOf('contraindicated')));
    assert.ok(modifiers.includes(1 << legend.tokenModifiers.indexOf('negated')));
  });

  it('gives a client another id in record, notes and folder', async () => {
    const { document } = await openExample(note);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, 'maria-lopez').start,
      'c-17',
    );
    const paths = edit.entries().map(([uri]: [Uri, unknown]) => uri.path);
    assert.ok(paths.some((path) => path.endsWith('/maria-lopez/client.yaml')));
    assert.ok(paths.some((path) => path.endsWith(`/${note}`)));
  });
});

async function definitionsAt(document: TextDocument, words: string): Promise<readonly string[]> {
  const found = await commands.executeCommand<Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  return found.map(({ uri }) => uri.toString());
}

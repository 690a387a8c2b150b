// Help while writing: completion, hover, outline, formatting, quick fixes.
import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  CompletionItemTag,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type MarkdownString,
  type TextDocument,
  type TextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  closeEditors,
  endOf,
  findingsAt,
  idOf,
  openExample,
  openNote,
  rangeOf,
  replace,
  waitFor,
  waitForFindings,
} from './support';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const clot = 'contraindication/dvt-deep-absolute';

describe('writing', () => {
  afterEach(closeEditors);

  it('completes a technique', async () => {
    const editor = await openNote('## Treatment\n- \n');
    await replace(editor, rangeOf(editor.document, '- '), '- Myofas');
    const labels = (await complete(editor.document, 'Myofas')).map(({ label }) => label.toLowerCase());
    assert.ok(
      labels.some((label) => label.includes('myofascial release')),
      `${labels.length} completions`,
    );
  });

  it('lists what this client should not have last and struck through', async () => {
    const editor = await openExample(note);
    await waitForFindings(editor.document.uri, (found) => found.some((one) => idOf(one) === clot));
    await replace(editor, rangeOf(editor.document, 'Deep tissue: L calf, 10 min, pressure 4/5'), 'Deep');
    const items = await complete(editor.document, '- Deep');
    const item = items.find(({ label }) => /^deep tissue/i.test(label));
    assert.ok(item, `${items.length} completions, none of them deep tissue`);
    assert.ok(item.tags.includes(CompletionItemTag.Deprecated));
  });

  it('explains on hover, with the source', async () => {
    const { document } = await openExample(note);
    await waitForFindings(document.uri, (found) => found.some((one) => idOf(one) === clot));
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'Deep tissue').start.translate(0, 2),
    );
    const words = hovers
      .flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value))
      .join('\n');
    assert.match(words, /deep tissue/i);
    assert.match(words, /source/i);
  });

  it('outlines the sections', async () => {
    const { document } = await openExample(note);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.map(({ name }) => name).join(' ');
    for (const section of ['Subjective', 'Objective', 'Treatment', 'Assessment', 'Plan'])
      assert.ok(names.includes(section), section);
  });

  it('formats layout and never a word', async () => {
    const { document } = await openNote('S:\n*  Complaint :   sore neck   \n\n\n\nP:\n- Home care:  walking');
    const before = document.getText();
    await format(document);
    const after = document.getText();
    assert.notEqual(after, before);
    assert.equal(wordsOf(after), wordsOf(before));
    await format(document);
    assert.equal(document.getText(), after);
  });

  it('answers a finding with a quick fix, and the finding goes', async () => {
    const { document } = await openExample(note);
    const found = await waitForFindings(document.uri, (all) => all.some((one) => idOf(one) === clot));
    const range = rangeOf(document, 'Deep tissue');
    assert.ok(findingsAt(found, range).length > 0);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
      20,
    );
    const fix = actions.find(({ title }) => title.startsWith('Write as avoided'));
    assert.ok(fix, actions.map(({ title }) => title).join('\n'));
    assert.ok(fix.edit, 'the fix is resolved');
    assert.ok(await workspace.applyEdit(fix.edit));
    await waitForFindings(
      document.uri,
      (all) => !all.some((one) => idOf(one) === clot && one.range.contains(range)),
    );
  });
});

describe('converting', () => {
  afterEach(closeEditors);

  it('makes a session note of pasted text, as one step that can be undone', async () => {
    const pasted = 'Date of Visit: 11/18/2026\n\nSUBJECTIVE: sore neck\nPLAN: weekly\n';
    const { document } = await window.showTextDocument(
      await workspace.openTextDocument({ language: 'plaintext', content: pasted }),
    );
    await commands.executeCommand('soapNotes.convertNote');
    const converted =
      '---\ndate: 2026-11-18\n---\n\nDate of Visit: 11/18/2026\n\n## Subjective\n- sore neck\n\n## Plan\n- weekly\n';
    const current = () => window.activeTextEditor?.document;
    assert.ok(await waitFor(() => current()?.languageId === 'soap-note'), 'it is a session note');
    assert.equal(current()?.getText().replaceAll('\r\n', '\n'), converted);
    await commands.executeCommand('undo');
    assert.ok(await waitFor(() => current()?.getText().replaceAll('\r\n', '\n') === pasted), 'one undo');
    assert.equal(current()?.uri.toString(), document.uri.toString());
  });
});

interface Completion {
  readonly label: string;
  readonly tags: readonly CompletionItemTag[];
}

async function complete(document: TextDocument, after: string): Promise<readonly Completion[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    endOf(document, after),
  );
  return items.map(({ label, tags }) => ({
    label: typeof label === 'string' ? label : label.label,
    tags: tags ?? [],
  }));
}

async function format(document: TextDocument): Promise<void> {
  const edits = await commands.executeCommand<TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  if (edits === undefined || edits.length === 0) return;
  const change = new WorkspaceEdit();
  change.set(document.uri, edits);
  assert.ok(await workspace.applyEdit(change));
}

function wordsOf(text: string): string {
  return text.replace(/\s/g, '').replace(/[-*]/g, '');
}

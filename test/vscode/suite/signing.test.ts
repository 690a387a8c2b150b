// Signing as a therapist does it: sign, change what was signed, see the error, begin an addendum by its fix, sign that.
import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  type Hover,
  type MarkdownString,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { closeEditors, exampleFile, idOf, rangeOf, replace, waitFor, waitForFindings } from './support';

const changed = 'signature/changed';

describe('signing', () => {
  const note = exampleFile('clients/priya-raman/2026-06-10.soap.md');
  before(async () => {
    await workspace
      .getConfiguration('soapNotes')
      .update('newNote.therapist', 'a.rivera', ConfigurationTarget.Workspace);
    const text = await workspace.fs.readFile(exampleFile('clients/priya-raman/2026-06-09.soap.md'));
    const words = new TextDecoder()
      .decode(text)
      .replace(/2026-06-09/g, '2026-06-10')
      .replace(/^signed:.*\n/m, '');
    await workspace.fs.writeFile(note, new TextEncoder().encode(words));
  });
  after(async () => {
    await workspace.fs.delete(note);
    await workspace
      .getConfiguration('soapNotes')
      .update('newNote.therapist', undefined, ConfigurationTarget.Workspace);
  });
  afterEach(closeEditors);

  it('signs a note, marks a change of it, and takes an addendum', async () => {
    const editor = await window.showTextDocument(await workspace.openTextDocument(note));
    const { document } = editor;

    await commands.executeCommand('soapNotes.signNote');
    assert.ok(await waitFor(() => /^signed: \{ by: a\.rivera,/m.test(document.getText())), 'it is signed');
    assert.ok(await waitFor(() => !document.isDirty), 'it is saved');
    assert.match(await hoverAt(document, 'signed:'), /Signed and unchanged/);

    await replace(editor, rangeOf(document, 'R UT, 4 min'), 'R UT, 5 min');
    const found = await waitForFindings(document.uri, (all) => all.some((one) => idOf(one) === changed));
    const finding = found.find((one) => idOf(one) === changed);
    assert.ok(finding);
    assert.equal(finding.severity, DiagnosticSeverity.Error);
    assert.match(await hoverAt(document, 'signed:'), /changed after it was signed/);

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const fix = actions.find(({ title }) => title === 'Add addendum');
    assert.ok(fix?.edit, `fixes: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /\n## Addendum \d{4}-\d\d-\d\d/);

    // An addendum is signed once the text before it is what was signed.
    await replace(editor, rangeOf(document, 'R UT, 5 min'), 'R UT, 4 min');
    await waitForFindings(document.uri, (all) => !all.some((one) => idOf(one) === changed));
    await editor.edit((edit) =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, 'Called: better.\n'),
    );
    await commands.executeCommand('soapNotes.signAddendum');
    assert.ok(
      await waitFor(() => /\nSigned: a\.rivera, .+, sha256:[0-9a-f]{64}/.test(document.getText())),
      'the addendum is signed',
    );
    await waitForFindings(document.uri, (all) => !all.some((one) => idOf(one).startsWith('signature/')));
    assert.match(await hoverAt(document, 'Signed: a.rivera'), /Signed and unchanged/);
  });
});

async function hoverAt(document: TextDocument, words: string): Promise<string> {
  const place = document.positionAt(document.getText().indexOf(words) + 2);
  let said = '';
  for (let turn = 0; turn < 50 && said === ''; turn += 1) {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
    said = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : (content as MarkdownString).value))
      .join('\n');
    if (said === '') await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return said;
}

// The privacy check in the editor: what it says, and that it changes nothing.
import { strict as assert } from 'node:assert';
import { commands, window, workspace } from 'vscode';
import { closeEditors, openExample } from './support';

describe('privacy check', () => {
  afterEach(closeEditors);

  it('reports on assistants, the editor and the folder, in a document that cannot be changed', async () => {
    await openExample('clients/maria-lopez/2026-11-20.soap.md');
    await commands.executeCommand('soapNotes.checkPrivacy');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'soap-notes-privacy');
    const text = document?.getText() ?? '';
    for (const title of ['# Privacy check', '## Assistants', '## VS Code itself', '## The folder practice'])
      assert.ok(text.includes(title), title);
    assert.match(text, /Settings Sync/);
    // The example's record and folder tell the client's name.
    assert.match(text, /names of clients/);
    const settings = workspace.getConfiguration('workbench.localHistory').inspect('enabled');
    assert.equal(settings?.globalValue, undefined);
    assert.equal(workspace.textDocuments.filter(({ isDirty }) => isDirty).length, 0);
  });
});

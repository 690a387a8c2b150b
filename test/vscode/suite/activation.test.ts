// The extension starts when a note is opened, and its commands are there.
import { strict as assert } from 'node:assert';
import { commands, extensions } from 'vscode';
import { closeEditors, extensionId, openExample, openNote } from './support';

describe('activation', () => {
  after(closeEditors);

  it('starts when a note is opened', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension);
    const { document } = await openNote('S: sore neck\n');
    assert.equal(document.languageId, 'soap-note');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('knows notes by both file endings', async () => {
    for (const note of ['clients/sam-okafor/2026-10-12.soap.md', 'clients/sam-okafor/2026-08-24.soap'])
      assert.equal((await openExample(note)).document.languageId, 'soap-note');
  });

  it('offers its commands', async () => {
    const offered = (await commands.getCommands(true)).filter((command) => command.startsWith('soapNotes.'));
    for (const name of ['checkPractice', 'convertNote', 'newClient', 'newNote', 'restartServer'])
      assert.ok(offered.includes(`soapNotes.${name}`), name);
  });
});

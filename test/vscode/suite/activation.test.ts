// The extension is there and starts when a note is opened.
import { strict as assert } from 'node:assert';
import { extensions } from 'vscode';
import { openNote } from './support';

describe('activation', () => {
  it('starts when a note is opened', async () => {
    const extension = extensions.getExtension('soap-notes.soap-notes');
    assert.ok(extension);
    const { document } = await openNote('S: sore neck\n');
    assert.equal(document.languageId, 'soap-note');
    await extension.activate();
    assert.ok(extension.isActive);
  });
});

// The command "Check practice": every note and record of the folder, then the Problems panel.
import { commands, ProgressLocation, window } from 'vscode';
import { type CheckPracticeResult, methods } from '../../server/src/lsp/protocol';
import { toCount, toFindingWords } from './checked-words';
import type { Server } from './server';

/** Checks everything and says how much was found. */
export async function checkPractice(server: Server): Promise<void> {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Checking every note of the practice' },
    () => server.request<CheckPracticeResult>(methods.checkPractice, {}),
  );
  if (result === undefined) {
    await window.showErrorMessage(
      'The practice could not be checked. “SOAP Notes: Restart server” may help.',
    );
    return;
  }
  await commands.executeCommand('workbench.panel.markers.view.focus');
  const files = toCount(result.files, 'file', 'files');
  void window.showInformationMessage(`Checked ${files}: ${toFindingWords(result.findings)}.`);
}

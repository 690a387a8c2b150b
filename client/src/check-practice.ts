// The command "Check practice": every note and record of the folder, then the Problems panel.
import { commands, l10n, ProgressLocation, window } from 'vscode';
import { type CheckPracticeResult, methods } from '../../server/src/lsp/protocol';
import { toFindingWords } from './checked-words';
import type { Server } from './server';

/** Checks everything and says how much was found. */
export async function checkPractice(server: Server): Promise<void> {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Checking every note of the practice') },
    () => server.request<CheckPracticeResult>(methods.checkPractice, {}),
  );
  if (result === undefined) {
    await window.showErrorMessage(
      l10n.t('The practice could not be checked. “SOAP Notes: Restart server” may help.'),
    );
    return;
  }
  await commands.executeCommand('workbench.panel.markers.view.focus');
  const found = toFindingWords(result.findings, l10n.t);
  void window.showInformationMessage(
    result.files === 1
      ? l10n.t('Checked 1 file: {0}.', found)
      : l10n.t('Checked {0} files: {1}.', result.files, found),
  );
}

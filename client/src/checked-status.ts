// The item in the status bar that says what was checked, so that silence does not read as "safe".
import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import type { CheckedParams } from '../../server/src/lsp/protocol';
import { toCheckedWords } from './checked-words';

/** Documents that the server checks. */
const selector = [
  { scheme: 'file', language: 'soap-note' },
  { scheme: 'untitled', language: 'soap-note' },
];

export interface CheckedStatus extends Disposable {
  show(checked: CheckedParams): void;
  showStarting(): void;
  showStarted(): void;
  /** Shows that nothing is checked now, and why. */
  showStopped(reason: string): void;
}

/** Creates the item; it follows the editor that has the focus. */
export function createCheckedStatus(): CheckedStatus {
  const item = languages.createLanguageStatusItem('soapNotes.checked', selector);
  item.name = 'SOAP Notes';
  item.command = { command: 'soapNotes.checkPractice', title: 'Check practice' };
  const elsewhere = languages.createLanguageStatusItem('soapNotes.notChecked', 'soap-note');
  elsewhere.name = 'SOAP Notes';

  const byUri = new Map<string, CheckedParams>();
  let running = false;

  function refresh(): void {
    const document = window.activeTextEditor?.document;
    showWhereNothingIsChecked(document?.uri.scheme);
    if (!running) return;
    const checked = document && byUri.get(document.uri.toString());
    item.busy = checked === undefined;
    const words = checked === undefined ? undefined : toCheckedWords(checked);
    item.text = words?.text ?? 'Not checked yet';
    item.detail = words?.detail ?? '';
    item.severity =
      checked !== undefined && checked.findings.error > 0
        ? LanguageStatusSeverity.Error
        : LanguageStatusSeverity.Information;
  }

  function showWhereNothingIsChecked(scheme: string | undefined): void {
    const checkedScheme = scheme === undefined || scheme === 'file' || scheme === 'untitled';
    elsewhere.selector = checkedScheme ? [] : { language: 'soap-note', scheme };
    elsewhere.text = 'Not checked';
    elsewhere.detail = 'Only notes in a folder on disk are checked.';
    elsewhere.severity = LanguageStatusSeverity.Warning;
  }

  const subscriptions = [
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidCloseTextDocument((document) => byUri.delete(document.uri.toString())),
  ];

  return {
    show(checked) {
      byUri.set(checked.uri, checked);
      refresh();
    },
    showStarting() {
      running = false;
      byUri.clear();
      item.busy = true;
      item.severity = LanguageStatusSeverity.Information;
      item.text = 'Starting';
      item.detail = 'The knowledge is being read.';
    },
    showStarted() {
      running = true;
      refresh();
    },
    showStopped(reason) {
      running = false;
      byUri.clear();
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = 'Not checked';
      item.detail = reason;
    },
    dispose() {
      for (const subscription of [...subscriptions, item, elsewhere]) subscription.dispose();
    },
  };
}

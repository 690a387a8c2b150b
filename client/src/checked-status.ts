// Says in the status bar what was checked, so that silence does not read as "safe": briefly in the bar itself, in
// full in the language status beside it.
import {
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { CheckedParams } from '../../server/src/lsp/protocol';
import { toCheckedWords } from './checked-words';

export interface CheckedStatus extends Disposable {
  show(checked: CheckedParams): void;
  showStarting(): void;
  showStarted(): void;
  /** Shows that nothing is checked now, and why. */
  showStopped(reason: string): void;
}

type ServerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'stopped'; readonly reason: string };

/** What the two items show. */
interface Shown {
  readonly brief: string;
  readonly text: string;
  readonly detail: string;
  readonly tone: 'busy' | 'plain' | 'problem';
}

const command = { command: 'soapNotes.checkPractice', title: l10n.t('Check practice') };

/** Creates the items; they follow the editor that has the focus, and show with a note only. */
export function createCheckedStatus(): CheckedStatus {
  const item = languages.createLanguageStatusItem('soapNotes.checked', 'soap-note');
  item.name = 'SOAP Notes';
  item.command = command;
  const bar = window.createStatusBarItem('soapNotes.checked', StatusBarAlignment.Right, 100);
  bar.name = 'SOAP Notes';
  bar.command = 'soapNotes.checkPractice';

  const byUri = new Map<string, CheckedParams>();
  let server: ServerState = { kind: 'starting' };

  function refresh(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'soap-note') {
      bar.hide();
      return;
    }
    const shown = toShown(server, document.uri.scheme, byUri.get(document.uri.toString()));
    item.busy = shown.tone === 'busy';
    item.text = shown.text;
    item.detail = shown.detail;
    item.severity =
      shown.tone === 'problem' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    bar.text = shown.brief;
    bar.tooltip = new MarkdownString().appendText(`${shown.text}: ${shown.detail}`);
    bar.backgroundColor =
      shown.tone === 'problem' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    bar.show();
  }

  function change(next: ServerState): void {
    server = next;
    if (next.kind !== 'running') byUri.clear();
    refresh();
  }

  const subscriptions = [
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidOpenTextDocument(refresh),
    workspace.onDidCloseTextDocument((document) => byUri.delete(document.uri.toString())),
  ];

  return {
    show(checked) {
      byUri.set(checked.uri, checked);
      refresh();
    },
    showStarting: () => change({ kind: 'starting' }),
    showStarted: () => change({ kind: 'running' }),
    showStopped: (reason) => change({ kind: 'stopped', reason }),
    dispose() {
      for (const subscription of [...subscriptions, item, bar]) subscription.dispose();
    },
  };
}

function toShown(server: ServerState, scheme: string, checked: CheckedParams | undefined): Shown {
  if (!isChecked(scheme)) return toUnchecked(l10n.t('Only notes in an open folder are checked.'));
  switch (server.kind) {
    case 'stopped':
      return toUnchecked(server.reason);
    case 'starting':
      return toBusy(l10n.t('The knowledge is being read.'));
    case 'running': {
      if (checked === undefined) return toBusy(l10n.t('This note is being read.'));
      const { brief, looked, found } = toCheckedWords(checked, l10n.t);
      return { brief: `$(checklist) ${brief}`, text: looked, detail: found, tone: 'plain' };
    }
  }
}

/** True for files on disk, unsaved notes, and folders that are open from elsewhere. */
const isChecked = (scheme: string): boolean =>
  ['file', 'untitled', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)].includes(scheme);

function toBusy(detail: string): Shown {
  const text = l10n.t('Not checked yet');
  return { brief: `$(sync~spin) ${text}`, text, detail, tone: 'busy' };
}

function toUnchecked(reason: string): Shown {
  const text = l10n.t('Not checked');
  return { brief: `$(warning) ${text}`, text, detail: reason, tone: 'problem' };
}

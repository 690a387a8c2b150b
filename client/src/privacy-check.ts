// The command "Privacy check": says what may carry the words of notes elsewhere. It changes nothing.
import {
  type Disposable,
  env,
  extensions,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { methods, type PrivacyJudgement, type PrivacyResult } from '../../server/src/lsp/protocol';
import { assistants, isOffFor } from './assistants';
import type { Server } from './server';

const scheme = 'soap-notes-privacy';
const reportUri = Uri.from({ scheme, path: '/Privacy check.md' });
const language = 'soap-note';

type Row = Omit<PrivacyJudgement, 'topic'>;

/** Offers the command's report as a document that cannot be changed. Returns the command. */
export function createPrivacyCheck(server: Server): Disposable & { run(): Promise<void> } {
  let text = '';
  const provider: TextDocumentContentProvider = { provideTextDocumentContent: () => text };
  const registered = workspace.registerTextDocumentContentProvider(scheme, provider);
  return {
    dispose: () => registered.dispose(),
    async run() {
      const practices = (await server.request<PrivacyResult>(methods.privacy)) ?? { folders: [] };
      text = toReport(practices);
      const document = await workspace.openTextDocument(reportUri);
      await window.showTextDocument(document, { preview: true });
    },
  };
}

function toReport({ folders }: PrivacyResult): string {
  const sections: readonly (readonly [string, readonly Row[]])[] = [
    [l10n.t('Assistants that complete text'), listAssistants()],
    [l10n.t('VS Code itself'), listEditor()],
    ...folders.map(({ name, judgements }) => [l10n.t('The folder {0}', name), judgements] as const),
  ];
  const marks = { ok: l10n.t('well'), question: l10n.t('for you to judge'), problem: l10n.t('put right') };
  const toLines = ({ level, message, advice, paths = [] }: Row): readonly string[] => [
    `- **${marks[level]}**: ${message}`,
    ...(advice === undefined ? [] : [`  ${advice}`]),
    ...paths.map((path) => `  - \`${path.replaceAll('`', '')}\``),
  ];
  return [
    `# ${l10n.t('Privacy check')}`,
    '',
    l10n.t(
      'What may carry the words of notes elsewhere, as far as this computer can tell. Nothing was changed, and nothing was sent.',
    ),
    ...sections.flatMap(([title, rows]) => ['', `## ${title}`, '', ...rows.flatMap(toLines)]),
    '',
  ].join('\n');
}

function listAssistants(): readonly Row[] {
  if (workspace.getConfiguration('chat').get('disableAIFeatures') === true)
    return [
      { level: 'ok', message: l10n.t('VS Code’s own AI features are switched off for all files.') },
      ...listInstalled(),
    ];
  return listInstalled();
}

function listInstalled(): readonly Row[] {
  const installed = new Set(extensions.all.map(({ id }) => id.toLowerCase()));
  const found = assistants.filter((assistant) => assistant.extensions.some((id) => installed.has(id)));
  if (found.length === 0)
    return [
      {
        level: 'ok',
        message: l10n.t(
          'None of the assistants that we know is installed. Others may be: look through your extensions.',
        ),
      },
    ];
  return found.map(({ name, byLanguage }) => {
    if (byLanguage !== undefined && isOffFor(language, workspace.getConfiguration().get(byLanguage)))
      return { level: 'ok', message: l10n.t('{0} is switched off for session notes.', name) };
    return {
      level: 'problem',
      message: l10n.t('{0} may send the words of a note to its maker while you type.', name),
      advice:
        byLanguage === undefined
          ? l10n.t('Disable it for the folder of your practice: Extensions, its gear, Disable (Workspace).')
          : l10n.t(
              'Set "{0}" for "{1}" to false in the settings, or disable the extension for this folder.',
              byLanguage,
              language,
            ),
    };
  });
}

function listEditor(): readonly Row[] {
  const history = workspace.getConfiguration('workbench.localHistory').get('enabled') !== false;
  return [
    env.isTelemetryEnabled
      ? {
          level: 'question',
          message: l10n.t('VS Code sends usage data to its maker. This extension adds nothing to it.'),
          advice: l10n.t('Set "telemetry.telemetryLevel" to "off" if you want none.'),
        }
      : { level: 'ok', message: l10n.t('VS Code sends no usage data.') },
    {
      level: 'question',
      message: l10n.t(
        'Whether Settings Sync is on, an extension cannot see. It copies settings and snippets, never notes.',
      ),
      advice: l10n.t(
        'Look under Manage, Settings Sync. Keep the names of clients out of settings and snippets.',
      ),
    },
    history
      ? {
          level: 'question',
          message: l10n.t(
            'VS Code keeps earlier versions of the notes you save in a folder of its own (Local History).',
          ),
          advice: l10n.t('Keep the disk encrypted, or set "workbench.localHistory.enabled" to false.'),
        }
      : { level: 'ok', message: l10n.t('VS Code keeps no earlier versions of notes.') },
    ...(env.remoteName === undefined
      ? []
      : [
          {
            level: 'question',
            message: l10n.t(
              'This window works on another computer ({0}): the notes are there.',
              env.remoteName,
            ),
            advice: l10n.t('Make sure that you may keep health records on that computer.'),
          } as const,
        ]),
    ...(workspace.workspaceFolders ?? []).flatMap(({ uri }) => listCloud(uri)),
  ];
}

/** Folders that programs copy to a provider, by the names that these give them. */
const cloudFolder =
  /[/\\](Dropbox|OneDrive[^/\\]*|Google ?Drive|GoogleDrive[^/\\]*|iCloud[^/\\]*|Mobile Documents|Box|Nextcloud|pCloud[^/\\]*)[/\\]/i;

function listCloud(uri: Uri): readonly Row[] {
  const name = cloudFolder.exec(`${uri.path}/`)?.[1];
  if (name === undefined) return [];
  return [
    {
      level: 'question',
      message: l10n.t('The folder lies in {0}, which copies it to its provider.', name),
      advice: l10n.t('Ask whether your law lets you keep health records there, and with what contract.'),
    },
  ];
}

// One client over all sessions: as a page, as a text to read, and as the draft of a letter.
import {
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  type ClientKey,
  type ClientOfParams,
  type ClientRow,
  type LetterParams,
  type LetterResult,
  methods,
  type PageResult,
  textScheme,
} from '../../server/src/lsp/protocol';
import type { ClientList } from './client-list';
import { createPagePanel, type PagePanel } from './page-panel';
import type { Server } from './server';

/** The view type under which the editor restores a summary. */
export const summaryType = 'soapNotes.summary';

/** The summaries that are open, one for each client. */
export interface ClientSummaries extends Disposable {
  open(client: ClientKey): void;
  /** The client whose summary is the active tab. */
  shown(): ClientKey | undefined;
}

/** Makes the summaries and lets the editor restore them. */
export function createClientSummaries(context: ExtensionContext, server: Server): ClientSummaries {
  const pages = new Map<string, PagePanel>();

  const show = (key: string, restored?: WebviewPanel): void => {
    const page = createPagePanel({
      context,
      type: summaryType,
      title: l10n.t('Client summary'),
      column: { viewColumn: ViewColumn.Active, preserveFocus: false },
      ...(restored !== undefined && { restored }),
      ask: async () => {
        await server.ready();
        return (await server.request<PageResult | null>(methods.page, { key })) ?? undefined;
      },
      state: () => ({ key }),
    });
    pages.set(key, page);
    page.panel.onDidDispose(() => {
      if (pages.get(key) === page) pages.delete(key);
    });
  };
  const listening = [
    server.onClientsChanged(() => {
      for (const page of pages.values()) page.refresh();
    }),
    window.registerWebviewPanelSerializer(summaryType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const key = typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
        if (typeof key === 'string') show(key, panel);
        else panel.dispose();
      },
    }),
  ];
  return {
    open({ key }) {
      const page = pages.get(key);
      if (page === undefined) show(key);
      else page.panel.reveal();
    },
    shown() {
      const active = [...pages].find(([, { panel }]) => panel.active);
      return active === undefined ? undefined : { key: active[0] };
    },
    dispose() {
      for (const one of listening) one.dispose();
      for (const page of pages.values()) page.panel.dispose();
    },
  };
}

/** The client that a command is about: the row it was called on, the summary in view, the open note, or one that is picked. */
export async function chooseClient(
  argument: unknown,
  { server, list, summaries }: ClientSources,
): Promise<ClientKey | undefined> {
  const given = toClientKey(argument) ?? summaries.shown();
  if (given !== undefined) return given;
  const document = window.activeTextEditor?.document;
  const own = document && (await clientOf(server, document.uri));
  return own ?? pickClient(list, l10n.t('Which client?'));
}

/** The client that a note or record is about. */
export async function clientOf(server: Server, uri: Uri): Promise<ClientKey | undefined> {
  const params: ClientOfParams = { uri: uri.toString() };
  return (await server.request<ClientKey | null>(methods.clientOf, params)) ?? undefined;
}

/** Where a client may be named. */
export interface ClientSources {
  readonly server: Server;
  readonly list: ClientList;
  readonly summaries: ClientSummaries;
}

/** The client of a row of the tree; sessions stand for their client. */
function toClientKey(node: unknown): ClientKey | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const named = 'client' in node ? node.client : 'row' in node ? node.row : node;
  return typeof named === 'object' && named !== null && 'key' in named && typeof named.key === 'string'
    ? { key: named.key }
    : undefined;
}

/** Lets the user pick a client by any part of its name or id. */
export async function pickClient(list: ClientList, title: string): Promise<ClientRow | undefined> {
  const rows = [...(await list.read()).values()];
  const items = rows
    .map((row) => ({
      label: row.name ?? row.id,
      ...(row.name !== undefined && { description: row.id }),
      detail:
        row.lastVisit === undefined ? l10n.t('No session yet') : l10n.t('Last session {0}', row.lastVisit),
      row,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Part of the name or id'),
    matchOnDescription: true,
  });
  return picked?.row;
}

/** Opens the summary as a text that can be read and searched, and not changed. */
export async function readSummary({ key }: ClientKey, list: ClientList): Promise<void> {
  const row = (await list.read()).get(key);
  const uri = Uri.from({ scheme: textScheme, path: `/summary/${row?.id ?? 'client'}.md`, query: key });
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}

/** Begins a letter to a physician as an unsaved text. */
export async function draftReferral({ key }: ClientKey, server: Server): Promise<void> {
  const therapist = workspace.getConfiguration('soapNotes').get<string>('newNote.therapist', '').trim();
  const params: LetterParams = { key, therapist };
  const letter = await server.request<LetterResult | null>(methods.referralLetter, params);
  if (letter === undefined || letter === null) return;
  await window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content: letter.text }),
    { preview: false },
  );
}

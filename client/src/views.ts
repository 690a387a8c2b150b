// The views and their commands: the trees of clients and of what is due, previews, summaries, letters and print.
import { commands, type Disposable, type ExtensionContext, l10n, Uri, window } from 'vscode';
import type { ClientKey, PageParams } from '../../server/src/lsp/protocol';
import { createClientAlerts } from './client-alerts';
import { createClientList } from './client-list';
import {
  type ClientSources,
  chooseClient,
  clientOf,
  createClientSummaries,
  draftReferral,
  pickClient,
  readSummary,
} from './client-summary';
import { createClientsTree } from './clients-tree';
import { createDueTree } from './due-tree';
import { openPlace, toPlace } from './places';
import { printPage } from './print-page';
import type { Server } from './server';
import { createSessionPreview } from './session-preview';

/** Registers the views; what they show is asked for when they are opened. */
export function createViews(context: ExtensionContext, server: Server): Disposable {
  const list = createClientList(server);
  const tree = createClientsTree(server, list);
  const clients = window.createTreeView('soapNotes.clients', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const due = createDueTree(server);
  const preview = createSessionPreview(context, server);
  const summaries = createClientSummaries(context, server);
  const sources: ClientSources = { server, list, summaries };

  /** Runs a command for the client that it was called on, or that is chosen. */
  const withClient = async (argument: unknown, run: (client: ClientKey) => unknown): Promise<void> => {
    const client = await chooseClient(argument, sources);
    if (client !== undefined) await run(client);
  };
  const find = async (): Promise<void> => {
    const row = await pickClient(list, l10n.t('Find client'));
    const node = row && (await tree.find(row.key));
    if (node !== undefined) await clients.reveal(node, { focus: true, select: true, expand: true });
  };
  /** What is in front of the user: the row it was called on, a summary, a note, or the note in the preview. */
  const print = async (argument: unknown): Promise<void> => {
    const target = await findPage(argument);
    if (target !== undefined) await printPage(server, target);
  };
  const findPage = async (argument: unknown): Promise<PageParams | undefined> => {
    if (argument instanceof Uri) return { uri: argument.toString() };
    if (typeof argument === 'object' && argument !== null && 'kind' in argument) {
      if (argument.kind === 'session' && 'row' in argument) return toPageParams(argument.row);
      return chooseClient(argument, sources);
    }
    const shown = summaries.shown();
    if (shown !== undefined) return shown;
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'soap-note') return { uri: document.uri.toString() };
    const own = document && (await clientOf(server, document.uri));
    if (own !== undefined) return own;
    const note = preview.shown();
    return note === undefined ? pickClient(list, l10n.t('Which client?')) : { uri: note.toString() };
  };
  const registered = [
    commands.registerCommand('soapNotes.openPreview', (uri: unknown) =>
      preview.open(uri instanceof Uri ? uri : undefined),
    ),
    commands.registerCommand('soapNotes.openSummary', (node: unknown) => withClient(node, summaries.open)),
    commands.registerCommand('soapNotes.readSummary', (node: unknown) =>
      withClient(node, (client) => readSummary(client, list)),
    ),
    commands.registerCommand('soapNotes.draftReferral', (node: unknown) =>
      withClient(node, (client) => draftReferral(client, server)),
    ),
    commands.registerCommand('soapNotes.printPage', print),
    commands.registerCommand('soapNotes.findClient', find),
    commands.registerCommand('soapNotes.openPlace', async (value: unknown) => {
      const place = toPlace(value);
      if (place !== undefined) await openPlace(place);
    }),
  ];
  const parts: readonly Disposable[] = [
    ...registered,
    createClientAlerts(server, list),
    clients,
    window.createTreeView('soapNotes.due', { treeDataProvider: due }),
    due,
    tree,
    preview,
    summaries,
    list,
  ];
  return {
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

function toPageParams(row: unknown): PageParams | undefined {
  return typeof row === 'object' && row !== null && 'uri' in row && typeof row.uri === 'string'
    ? { uri: row.uri }
    : undefined;
}

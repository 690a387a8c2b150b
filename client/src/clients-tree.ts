// The view "Clients": clients with a badge for what needs care, below each its sessions.
import {
  type Event,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { type ClientKey, type ClientRow, methods, type SessionRow } from '../../server/src/lsp/protocol';
import { alertUriOf } from './client-alerts';
import type { ClientList } from './client-list';
import type { Server } from './server';

/** A row of the view. Rows of one client stay the same objects, so that what is open stays open. */
export type ClientNode =
  | { readonly kind: 'letter'; readonly letter: string; readonly clients: readonly ClientNode[] }
  | { readonly kind: 'client'; row: ClientRow }
  | { readonly kind: 'session'; readonly row: SessionRow; readonly client: ClientKey };

// More clients than this are put under their first letters.
const flatUpTo = 400;

/** The tree and what the commands ask of it. */
export interface ClientsTree extends TreeDataProvider<ClientNode> {
  readonly onDidChangeTreeData: Event<ClientNode | undefined>;
  getParent(node: ClientNode): ClientNode | undefined;
  /** The row of a client; undefined if it is not there. */
  find(key: string): Promise<ClientNode | undefined>;
  dispose(): void;
}

/** Makes the tree. */
export function createClientsTree(server: Server, list: ClientList): ClientsTree {
  const changed = new EventEmitter<ClientNode | undefined>();
  const nodes = new Map<string, ClientNode>();
  const parents = new Map<string, ClientNode>();
  let roots: Promise<readonly ClientNode[]> | undefined;

  const readRoots = async (): Promise<readonly ClientNode[]> => {
    const rows = [...(await list.read()).values()].sort(compareNames);
    nodes.clear();
    parents.clear();
    const clients = rows.map((row): ClientNode => {
      const node: ClientNode = { kind: 'client', row };
      nodes.set(row.key, node);
      return node;
    });
    return clients.length <= flatUpTo ? clients : toLetters(clients, parents);
  };
  const read = (): Promise<readonly ClientNode[]> => {
    roots ??= readRoots();
    return roots;
  };
  const listening = list.onDidChange(async ({ all, keys }) => {
    if (all || roots === undefined) {
      roots = undefined;
      changed.fire(undefined);
      return;
    }
    const rows = await list.read();
    for (const key of keys) {
      const node = nodes.get(key);
      const row = rows.get(key);
      if (node?.kind !== 'client' || row === undefined) continue;
      node.row = row;
      changed.fire(node);
    }
  });

  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: toItem,
    getParent: (node) =>
      node.kind === 'session'
        ? nodes.get(node.client.key)
        : node.kind === 'client'
          ? parents.get(node.row.key)
          : undefined,
    async getChildren(node) {
      if (node === undefined) return [...(await read())];
      if (node.kind === 'letter') return [...node.clients];
      if (node.kind === 'session') return [];
      const { key } = node.row;
      const rows = await server.request<readonly SessionRow[]>(methods.clientSessions, { key });
      return (rows ?? []).map((row): ClientNode => ({ kind: 'session', row, client: { key } }));
    },
    async find(key) {
      await read();
      return nodes.get(key);
    },
    dispose() {
      listening.dispose();
      changed.dispose();
    },
  };
}

const nameOf = ({ name, id }: ClientRow): string => name ?? id;

const compareNames = (a: ClientRow, b: ClientRow): number =>
  nameOf(a).localeCompare(nameOf(b)) || (a.key < b.key ? -1 : 1);

function toLetters(clients: readonly ClientNode[], parents: Map<string, ClientNode>): readonly ClientNode[] {
  const groups = new Map<string, ClientNode[]>();
  for (const client of clients) {
    if (client.kind !== 'client') continue;
    const first = nameOf(client.row).normalize('NFD').charAt(0).toUpperCase();
    const letter = /\p{L}/u.test(first) ? first : '#';
    const group = groups.get(letter) ?? [];
    group.push(client);
    groups.set(letter, group);
  }
  return [...groups].map(([letter, own]): ClientNode => {
    const node: ClientNode = { kind: 'letter', letter, clients: own };
    for (const client of own) if (client.kind === 'client') parents.set(client.row.key, node);
    return node;
  });
}

function toItem(node: ClientNode): TreeItem {
  switch (node.kind) {
    case 'letter':
      return toLetterItem(node.letter, node.clients.length);
    case 'client':
      return toClientItem(node.row);
    case 'session':
      return toSessionItem(node.row);
  }
}

function toLetterItem(letter: string, count: number): TreeItem {
  const item = new TreeItem(letter, TreeItemCollapsibleState.Collapsed);
  item.id = `letter/${letter}`;
  item.description = String(count);
  item.accessibilityInformation = { label: l10n.t('{0}, {1} clients', letter, count) };
  return item;
}

function toClientItem(row: ClientRow): TreeItem {
  const item = new TreeItem(
    nameOf(row),
    row.sessions > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const last = row.lastVisit ?? l10n.t('no session yet');
  item.id = `client/${row.key}`;
  item.description = last;
  item.iconPath = new ThemeIcon('account');
  item.contextValue = 'client';
  // The badge comes through a decoration, which is asked for only where the row is in view.
  item.resourceUri = alertUriOf(row);
  item.tooltip =
    row.sessions === 1
      ? l10n.t('{0}: 1 session, last {1}', nameOf(row), last)
      : l10n.t('{0}: {1} sessions, last {2}', nameOf(row), row.sessions, last);
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function toSessionItem(row: SessionRow): TreeItem {
  const item = new TreeItem(row.date ?? l10n.t('no date'), TreeItemCollapsibleState.None);
  const pain = painOf(row);
  item.id = `session/${row.uri}`;
  item.description = [pain, row.therapist].filter((part) => part !== undefined).join(' · ');
  item.iconPath = new ThemeIcon(row.signed ? 'lock' : 'note');
  item.contextValue = 'session';
  item.tooltip = [
    row.date ?? l10n.t('no date'),
    pain,
    row.therapist,
    row.signed ? l10n.t('signed') : l10n.t('not signed'),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  item.accessibilityInformation = { label: item.tooltip };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(row.uri)] };
  return item;
}

/** `pain 6 → 3`; what is not noted is left out. */
function painOf({ painBefore, painAfter }: SessionRow): string | undefined {
  if (painBefore === undefined && painAfter === undefined) return undefined;
  if (painBefore === undefined) return l10n.t('pain after {0}', painAfter ?? '');
  return painAfter === undefined
    ? l10n.t('pain {0}', painBefore)
    : l10n.t('pain {0} → {1}', painBefore, painAfter);
}

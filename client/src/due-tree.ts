// The view "Due today": what is due by kind, each leading to its place.
import {
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { type DueGroup, type DueKind, type DueRow, methods } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/** A row of the view. */
export type DueNode =
  | { readonly kind: 'group'; readonly group: DueGroup }
  | { readonly kind: 'item'; readonly row: DueRow; readonly of: DueKind }
  | { readonly kind: 'more'; readonly count: number; readonly of: DueKind };

const titles: Readonly<Record<DueKind, string>> = {
  'missing-note': l10n.t('Note missing'),
  unsigned: l10n.t('To sign'),
  'follow-up': l10n.t('Visit due'),
  reassessment: l10n.t('Reassessment'),
  consent: l10n.t('Consent'),
};

const icons: Readonly<Record<DueKind, string>> = {
  'missing-note': 'question',
  unsigned: 'lock',
  'follow-up': 'calendar',
  reassessment: 'checklist',
  consent: 'file-symlink-file',
};

/** Makes the tree. It asks again when clients changed, and fires only if what is due is other than before. */
export function createDueTree(server: Server): TreeDataProvider<DueNode> & Disposable {
  const changed = new EventEmitter<undefined>();
  let groups: readonly DueGroup[] | undefined;

  const ask = async (): Promise<readonly DueGroup[]> => {
    await server.ready();
    return (await server.request<readonly DueGroup[]>(methods.due)) ?? [];
  };
  const listening = server.onClientsChanged(async () => {
    if (groups === undefined) return;
    const next = await ask();
    if (JSON.stringify(next) === JSON.stringify(groups)) return;
    groups = next;
    changed.fire(undefined);
  });
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: toItem,
    async getChildren(node) {
      if (node === undefined) {
        groups ??= await ask();
        return groups.map((group): DueNode => ({ kind: 'group', group }));
      }
      if (node.kind !== 'group') return [];
      const { items, count, kind } = node.group;
      const more = count - items.length;
      return [
        ...items.map((row): DueNode => ({ kind: 'item', row, of: kind })),
        ...(more > 0 ? [{ kind: 'more', count: more, of: kind } as const] : []),
      ];
    },
    dispose() {
      listening.dispose();
      changed.dispose();
    },
  };
}

function toItem(node: DueNode): TreeItem {
  switch (node.kind) {
    case 'group': {
      const { kind, count } = node.group;
      const item = new TreeItem(titles[kind], TreeItemCollapsibleState.Expanded);
      item.id = `due/${kind}`;
      item.description = String(count);
      item.iconPath = new ThemeIcon(icons[kind]);
      item.accessibilityInformation = { label: `${titles[kind]}, ${count}` };
      return item;
    }
    case 'item': {
      const { key, client, name, due, message, uri, offset } = node.row;
      const item = new TreeItem(name ?? client, TreeItemCollapsibleState.None);
      item.id = `due/${node.of}/${key}/${uri}/${offset}`;
      item.description = due;
      item.tooltip = message;
      item.accessibilityInformation = { label: `${name ?? client}, ${message}` };
      item.command = {
        command: 'soapNotes.openPlace',
        title: l10n.t('Open'),
        arguments: [{ uri, start: offset, end: offset }],
      };
      return item;
    }
    case 'more': {
      const item = new TreeItem(l10n.t('and {0} more', node.count), TreeItemCollapsibleState.None);
      item.id = `due/${node.of}/more`;
      return item;
    }
  }
}

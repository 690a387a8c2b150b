// All tables of handlers, merged: a new kind is a file beside this one and a line here.
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Abilities } from '../state';
import { documentHandlers } from './documents';
import { editHandlers } from './edits';
import { findingHandlers } from './findings';
import { languageHandlers } from './language';
import { navigationHandlers } from './navigation';
import { noteHandlers } from './notes';
import { practiceHandlers } from './practice';
import { shownHandlers } from './shown';
import type { HandlerTable, Row } from './table';
import { viewHandlers } from './views';

/** The tables by the name of their file, in order. */
export const tables: Readonly<Record<string, HandlerTable>> = {
  documents: documentHandlers,
  edits: editHandlers,
  findings: findingHandlers,
  language: languageHandlers,
  navigation: navigationHandlers,
  notes: noteHandlers,
  practice: practiceHandlers,
  shown: shownHandlers,
  views: viewHandlers,
};
const all = Object.values(tables);

/** Every request that the server answers. */
export const requests: readonly Row[] = all.flatMap((table) => table.requests ?? []);

/** Every notification that it takes. */
export const notifications: readonly Row[] = all.flatMap((table) => table.notifications ?? []);

/** What the server can do for a client with these abilities. */
export function listCapabilities(abilities: Abilities): ServerCapabilities {
  const parts = all.map((table) => table.capabilities?.(abilities) ?? {});
  return {
    positionEncoding: abilities.encoding,
    ...Object.assign({}, ...parts),
    workspace: Object.assign(
      { workspaceFolders: { supported: true, changeNotifications: true } },
      ...parts.map((part) => part.workspace ?? {}),
    ),
  };
}

// Badges of clients that have something which needs care before any treatment, asked for only where a row is in view.
import { type Disposable, EventEmitter, FileDecoration, l10n, ThemeColor, Uri, window } from 'vscode';
import {
  type ClientAlertsParams,
  type ClientAlertsRow,
  type ClientKey,
  methods,
} from '../../server/src/lsp/protocol';
import type { ClientList } from './client-list';
import type { Server } from './server';

const scheme = 'soap-notes-client';
// Rows that come into view together are asked about together.
const pauseMs = 20;

/** The address under which the editor asks for a client's badge. */
export const alertUriOf = ({ key }: ClientKey): Uri => Uri.from({ scheme, path: '/client', query: key });

/** Registers the badges. */
export function createClientAlerts(server: Server, list: ClientList): Disposable {
  const changed = new EventEmitter<Uri[]>();
  const known = new Map<string, Promise<FileDecoration | undefined>>();
  let waiting: Map<string, (alerts: ClientAlertsRow['alerts']) => void> | undefined;

  const flush = async (): Promise<void> => {
    const asked = waiting ?? new Map();
    waiting = undefined;
    const params: ClientAlertsParams = { keys: [...asked.keys()] };
    const rows = (await server.request<readonly ClientAlertsRow[]>(methods.clientAlerts, params)) ?? [];
    const found = new Map(rows.map(({ key, alerts }) => [key, alerts]));
    for (const [key, resolve] of asked) resolve(found.get(key) ?? []);
  };
  const ask = (key: string): Promise<FileDecoration | undefined> =>
    new Promise<ClientAlertsRow['alerts']>((resolve) => {
      if (waiting === undefined) {
        waiting = new Map();
        setTimeout(() => void flush(), pauseMs);
      }
      waiting.set(key, resolve);
    }).then(toDecoration);

  const provider = window.registerFileDecorationProvider({
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const decoration = known.get(uri.query) ?? ask(uri.query);
      known.set(uri.query, decoration);
      return decoration;
    },
  });
  const listening = list.onDidChange(({ keys }) => {
    const stale = keys.filter((key) => known.delete(key));
    if (stale.length > 0) changed.fire(stale.map((key) => alertUriOf({ key })));
  });
  return {
    dispose() {
      provider.dispose();
      listening.dispose();
      changed.dispose();
    },
  };
}

function toDecoration(alerts: ClientAlertsRow['alerts']): FileDecoration | undefined {
  if (alerts.length === 0) return undefined;
  const isAbsolute = alerts.some(({ level }) => level === 'absolute');
  const names = alerts.map(({ name }) => name).join(', ');
  return new FileDecoration(
    alerts.length > 9 ? '9+' : String(alerts.length),
    l10n.t('Needs care: {0}', names),
    new ThemeColor(isAbsolute ? 'list.errorForeground' : 'list.warningForeground'),
  );
}

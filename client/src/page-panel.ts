// A panel that shows a page of the server: parts that changed are replaced, the rest stays as it is.
import { type ExtensionContext, Uri, type ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PageResult } from '../../server/src/lsp/protocol';
import { openPlace, toPlace } from './places';

/** A place on the body map that was picked. */
export interface PickedPlace {
  readonly region: string;
  readonly side: 'left' | 'right' | 'bilateral' | undefined;
}

/** What a panel is made with. */
export interface PagePanelOptions {
  readonly context: ExtensionContext;
  /** The view type, as the editor restores it under. */
  readonly type: string;
  readonly title: string;
  readonly column: { readonly viewColumn: ViewColumn; readonly preserveFocus: boolean };
  /** The panel to use, where the editor restored one. */
  readonly restored?: WebviewPanel;
  /** Asks for the page; undefined where there is none now. */
  readonly ask: () => Promise<PageResult | undefined>;
  /** What the editor keeps to restore the panel. */
  readonly state: () => unknown;
  readonly onPick?: (place: PickedPlace) => void;
}

/** A panel with a page. */
export interface PagePanel {
  readonly panel: WebviewPanel;
  /** Asks for the page again after a short pause, if the panel is in view. */
  refresh(): void;
}

// A burst of keys is shown once.
const pauseMs = 120;

/** Makes the panel. */
export function createPagePanel(options: PagePanelOptions): PagePanel {
  const { context, type, title, column, restored } = options;
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const panel =
    restored ??
    window.createWebviewPanel(type, title, column, {
      enableScripts: true,
      enableForms: true,
      localResourceRoots: [dist],
    });
  if (restored !== undefined)
    panel.webview.options = { enableScripts: true, enableForms: true, localResourceRoots: [dist] };
  const icon = (theme: string): Uri =>
    Uri.joinPath(context.extensionUri, 'client', 'assets', `note-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLoaded = false;
  let isStale = false;
  let asked = 0;

  const show = async (): Promise<void> => {
    isStale = false;
    asked += 1;
    const own = asked;
    const page = await options.ask();
    // An answer that was overtaken by a later question is not shown.
    if (own !== asked || page === undefined) return;
    panel.title = page.title;
    if (isLoaded) {
      await panel.webview.postMessage({ kind: 'page', parts: page.parts, state: options.state() });
      return;
    }
    isLoaded = true;
    const script = panel.webview.asWebviewUri(Uri.joinPath(dist, 'page.js'));
    panel.webview.html = toShell(page, script.toString(), options.state());
  };
  const refresh = (): void => {
    if (!panel.visible) {
      isStale = true;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => void show(), pauseMs);
  };
  panel.webview.onDidReceiveMessage((message: unknown) => receive(message, options.onPick));
  panel.onDidChangeViewState(() => {
    // A page in the background is thrown away by the editor and comes back as it was first: it is written anew.
    if (!panel.visible) {
      isLoaded = false;
      isStale = true;
    } else if (isStale) refresh();
  });
  panel.onDidDispose(() => {
    clearTimeout(timer);
    asked += 1;
  });
  void show();
  return { panel, refresh };
}

const sides = ['left', 'right', 'bilateral'] as const;

function receive(message: unknown, onPick: ((place: PickedPlace) => void) | undefined): void {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return;
  if (message.kind === 'open') {
    const place = toPlace(message);
    if (place !== undefined) void openPlace(place);
  } else if (message.kind === 'pick' && 'region' in message && typeof message.region === 'string') {
    const given = 'side' in message ? message.side : undefined;
    onPick?.({ region: message.region, side: sides.find((side) => side === given) });
  }
}

/** The document around the parts. Only our script runs in it, and it fetches nothing. */
function toShell(page: PageResult, script: string, state: unknown): string {
  const nonce = crypto.randomUUID();
  const attribute = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<!doctype html>
<html lang="${attribute(page.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(page.title)}</title>
<style nonce="${nonce}">${page.styles}</style>
</head>
<body class="page" data-state="${attribute(JSON.stringify(state ?? null))}">
<main>${page.parts.map(({ markup }) => markup).join('\n')}</main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

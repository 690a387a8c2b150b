// The session preview: the page of the note that is being written, beside it, in step with every key.
import {
  type Disposable,
  type ExtensionContext,
  l10n,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import {
  methods,
  type PageParams,
  type PageResult,
  type PickRegionParams,
  type PickRegionResult,
} from '../../server/src/lsp/protocol';
import { createPagePanel, type PagePanel, type PickedPlace } from './page-panel';
import type { Server } from './server';

/** The view type under which the editor restores the preview. */
export const previewType = 'soapNotes.preview';

/** The preview; there is one, and it follows the note in which one writes. */
export interface SessionPreview extends Disposable {
  open(note?: Uri): void;
  /** The note that is shown; undefined where the preview is not in view. */
  shown(): Uri | undefined;
}

const isNote = (document: TextDocument): boolean => document.languageId === 'soap-note';

/** Makes the preview and lets the editor restore it. */
export function createSessionPreview(context: ExtensionContext, server: Server): SessionPreview {
  let page: PagePanel | undefined;
  let note: Uri | undefined;

  const show = (restored?: WebviewPanel): void => {
    page = createPagePanel({
      context,
      type: previewType,
      title: l10n.t('Session preview'),
      column: { viewColumn: ViewColumn.Beside, preserveFocus: true },
      ...(restored !== undefined && { restored }),
      ask: async () => {
        if (note === undefined) return undefined;
        await server.ready();
        const params: PageParams = { uri: note.toString() };
        return (await server.request<PageResult | null>(methods.page, params)) ?? undefined;
      },
      state: () => ({ uri: note?.toString() }),
      onPick: (place) => void pick(server, note, place),
    });
    const own = page;
    own.panel.onDidDispose(() => {
      if (page === own) page = undefined;
    });
  };
  const follow = (editor: TextEditor | undefined): void => {
    if (editor === undefined || !isNote(editor.document) || page === undefined) return;
    if (editor.document.uri.toString() === note?.toString()) return;
    note = editor.document.uri;
    page.refresh();
  };
  const listening = [
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidChangeTextDocument(({ document }) => {
      // The client's record changes the page as well.
      if (isNote(document) || document.languageId === 'yaml') page?.refresh();
    }),
    server.onClientsChanged(() => page?.refresh()),
    window.registerWebviewPanelSerializer(previewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        if (typeof uri !== 'string') return panel.dispose();
        note = Uri.parse(uri);
        show(panel);
      },
    }),
  ];
  return {
    open(wanted) {
      const active = window.activeTextEditor;
      const target =
        wanted ?? (active !== undefined && isNote(active.document) ? active.document.uri : undefined);
      if (target === undefined) {
        void window.showInformationMessage(l10n.t('Open a session note first.'));
        return;
      }
      note = target;
      if (page === undefined) show();
      else {
        page.panel.reveal(undefined, true);
        page.refresh();
      }
    },
    shown: () => (page?.panel.visible === true ? note : undefined),
    dispose() {
      for (const one of listening) one.dispose();
      page?.panel.dispose();
    },
  };
}

/** Goes to where the note speaks of a place, or writes the place at the cursor. */
async function pick(server: Server, note: Uri | undefined, { region, side }: PickedPlace): Promise<void> {
  if (note === undefined) return;
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === note.toString());
  const editor =
    shown ??
    (await window.showTextDocument(await workspace.openTextDocument(note), { viewColumn: ViewColumn.One }));
  const { document, selection } = editor;
  const params: PickRegionParams = {
    uri: note.toString(),
    region,
    ...(side !== undefined && { side }),
    offset: document.offsetAt(selection.active),
  };
  const picked = await server.request<PickRegionResult | null>(methods.pickRegion, params);
  if (picked === undefined) return;
  if (picked === null) {
    void window.showInformationMessage(
      l10n.t('This note is signed and does not speak of that place. Write an addendum.'),
    );
    return;
  }
  const at = (offset: number): Position => document.positionAt(offset);
  let place = new Range(at(0), at(0));
  if (picked.kind === 'jump') place = new Range(at(picked.start), at(picked.end));
  else {
    const start = at(picked.offset);
    if (!(await editor.edit((edit) => edit.insert(start, picked.text)))) return;
    const end = document.positionAt(picked.offset + picked.text.length);
    place = new Range(end, end);
  }
  const back = await window.showTextDocument(document, { viewColumn: editor.viewColumn ?? ViewColumn.One });
  back.selection = new Selection(place.start, place.end);
  back.revealRange(place);
}

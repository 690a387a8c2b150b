// A practice for tests of editor features: texts by path, views, and the place of a mark in a text.
import {
  type ClientDocuments,
  createWorkspace,
  defaultSettings,
  type NoteView,
  type Settings,
  type View,
  type Workspace,
} from '../../../server/src/core/index';
import { loadKnowledge } from '../../support/knowledge';

export const base = 'file:///p/';

/** A workspace with these files, as of 2026-11-20. */
export function open(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Workspace {
  const workspace = createWorkspace({
    kb: loadKnowledge(),
    settings: { ...defaultSettings, ...settings },
    today: '2026-11-20',
  });
  for (const [path, text] of Object.entries(files)) workspace.set(`${base}${path}`, text);
  return workspace;
}

export function viewOf(workspace: Workspace, path: string): View {
  const view = workspace.view(`${base}${path}`);
  if (view === undefined) throw new Error(`no view of ${path}`);
  return view;
}

export function noteOf(workspace: Workspace, path: string): NoteView {
  const view = viewOf(workspace, path);
  if (view.kind !== 'note') throw new Error(`${path} is no note`);
  return view;
}

/** The offset of some words in a document, a letter into them. */
export function at(view: View, words: string): number {
  const found = view.file.text.indexOf(words);
  if (found < 0) throw new Error(`no such words: ${words}`);
  return found + 1;
}

export const documentsOf = (workspace: Workspace, path: string): ClientDocuments => ({
  record: workspace.recordOf(`${base}${path}`),
  sessions: (workspace.entryOf(`${base}${path}`)?.sessions ?? []).flatMap(
    ({ uri }) => workspace.session(uri) ?? [],
  ),
});

/** The words at a place. */
export const wordsAt = (
  workspace: Workspace,
  { uri, span }: { readonly uri: string; readonly span: { readonly start: number; readonly end: number } },
): string => `${uri.slice(base.length)}: ${workspace.file(uri)?.text.slice(span.start, span.end)}`;

export const ana = 'clients/ana/';
export const record =
  'id: ana\nname: Ana Berg\nconditions:\n  - name: DVT\n    region: calf\n    side: left\n    since: 2026-10-28\n';
export const first =
  '---\nclient: ana\ndate: 2026-11-06\n---\n## Subjective\n- Pain 7/10, low back; R shoulder stiff\n## Treatment\n- Swedish: back, 20 min, light\n## Plan\n- Home care: walking 20 min/day\n';
export const second =
  '---\nclient: ana\ndate: 2026-11-20\n---\n## Subjective\n- Pain 5/10, low back; no fever\n## Objective\n- HT L QL; T 36.8\n## Treatment\n- Deep tissue: L calf, 10 min\n- Swedish: back\n- \n## Plan\n- As on 2026-11-06\n';
export const files = {
  [`${ana}client.yaml`]: record,
  [`${ana}2026-11-06.soap.md`]: first,
  [`${ana}2026-11-20.soap.md`]: second,
};

// The knowledge that practices add to the shipped one: their files by practice, and what the two make together.
import type { Knowledge } from '../knowledge/knowledge';
import { type Overlay, overlayKnowledge, type PracticeFile } from '../knowledge/overlay';
import { readKnowledgeFile } from '../rules/check-knowledge';
import type { Uri } from '../text/span';
import { folderOf } from './files';
import type { SourceFile } from './model';

export interface OwnKnowledge {
  /** Takes in a file of knowledge, or with `undefined` takes it out. */
  set(uri: Uri, file: SourceFile | undefined): void;
  setTrusted(trusted: boolean): void;
  isEmpty(): boolean;
  /** The knowledge that holds in a practice. */
  kbOf(root: string): Knowledge;
  /** A file of knowledge as read, with what is wrong with it beside the shipped knowledge. */
  read(file: SourceFile): { readonly own: PracticeFile; readonly problems: Overlay['problems'][number] };
}

/** Makes an empty one over the shipped knowledge. */
export function createOwnKnowledge(shipped: Knowledge, isTrusted: boolean): OwnKnowledge {
  let trusted = isTrusted;
  const files = new Map<string, readonly SourceFile[]>();
  const overlays = new Map<string, Overlay>();
  const parsed = new WeakMap<SourceFile, PracticeFile>();
  const ownOf = (file: SourceFile): PracticeFile => {
    const known = parsed.get(file) ?? readKnowledgeFile(file.text);
    parsed.set(file, known);
    return known;
  };
  const overlayOf = (root: string): Overlay | undefined => {
    const own = files.get(root);
    if (own === undefined) return undefined;
    const known = overlays.get(root) ?? overlayKnowledge(shipped, own.map(ownOf), trusted);
    overlays.set(root, known);
    return known;
  };
  return {
    set(uri, file) {
      const root = folderOf(folderOf(uri));
      const others = (files.get(root) ?? []).filter((other) => other.uri !== uri);
      const next = [...others, ...(file === undefined ? [] : [file])].sort((a, b) =>
        a.uri < b.uri ? -1 : 1,
      );
      if (next.length > 0) files.set(root, next);
      else files.delete(root);
      overlays.delete(root);
    },
    setTrusted(next) {
      trusted = next;
      overlays.clear();
    },
    isEmpty: () => files.size === 0,
    kbOf: (root) => overlayOf(root)?.kb ?? shipped,
    read(file) {
      const root = folderOf(folderOf(file.uri));
      const at = files.get(root)?.indexOf(file) ?? -1;
      return { own: ownOf(file), problems: overlayOf(root)?.problems[at] ?? [] };
    },
  };
}

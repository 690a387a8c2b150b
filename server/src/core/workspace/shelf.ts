// The texts of a practice. Those on disk need not stay in memory: what was laid aside is read again when it is needed.
import type { Uri } from '../text/span';
import type { FileKind, SourceFile } from './model';

/** Gives the text of a document again; undefined if it is not there any more. */
export type ReadAgain = (uri: Uri) => string | undefined;

export interface Shelf {
  has(uri: Uri): boolean;
  kindOf(uri: Uri): FileKind | undefined;
  /** The document, read again if it was laid aside. The object stays the same while its text does and it is kept. */
  get(uri: Uri): SourceFile | undefined;
  /** Adds or replaces a document. `held` keeps its text in memory. True if the text or its kind is new. */
  set(uri: Uri, text: string, kind: FileKind, held: boolean): boolean;
  remove(uri: Uri): boolean;
  /** Sorted. */
  list(): readonly Uri[];
  /** The documents whose texts are held. */
  held(): ReadonlySet<Uri>;
  /** Lays aside what was not used for longest, beyond `most` documents, but for those that are pinned. */
  trim(most: number, isPinned: (uri: Uri) => boolean): readonly Uri[];
}

interface Card {
  readonly kind: FileKind;
  readonly length: number;
  /** Of a text that may be laid aside; one that is held is compared itself. */
  readonly hash: number | undefined;
}

/** Makes an empty shelf. Without `readAgain` every text is held. */
export function createShelf(readAgain: ReadAgain | undefined): Shelf {
  const cards = new Map<Uri, Card>();
  const held = new Set<Uri>();
  // In the order in which they were last used.
  const loaded = new Map<Uri, SourceFile>();
  let sorted: readonly Uri[] | undefined;
  return {
    has: (uri) => cards.has(uri),
    kindOf: (uri) => cards.get(uri)?.kind,
    get(uri) {
      const card = cards.get(uri);
      if (card === undefined) return undefined;
      let file = loaded.get(uri);
      if (file === undefined) {
        const text = readAgain?.(uri);
        if (text === undefined) return undefined;
        file = { uri, text, kind: card.kind };
      } else loaded.delete(uri);
      loaded.set(uri, file);
      return file;
    },
    set(uri, text, kind, isHeld) {
      const known = cards.get(uri);
      const before = loaded.get(uri);
      const isKept = isHeld || readAgain === undefined;
      if (isKept) held.add(uri);
      else held.delete(uri);
      const isAside = known !== undefined && before === undefined;
      const card = { kind, length: text.length, hash: isKept && !isAside ? undefined : hashOf(text) };
      const isSame =
        known?.kind === kind &&
        (before === undefined
          ? known.length === card.length && known.hash === card.hash
          : before.text === text);
      cards.set(uri, card);
      if (isSame) {
        if (isKept && before === undefined) loaded.set(uri, { uri, text, kind });
        return false;
      }
      loaded.delete(uri);
      if (isKept) loaded.set(uri, { uri, text, kind });
      if (known === undefined) sorted = undefined;
      return true;
    },
    remove(uri) {
      if (!cards.delete(uri)) return false;
      held.delete(uri);
      loaded.delete(uri);
      sorted = undefined;
      return true;
    },
    list() {
      sorted ??= [...cards.keys()].sort();
      return sorted;
    },
    held: () => held,
    trim(most, isPinned) {
      if (readAgain === undefined || loaded.size <= most) return [];
      const gone: Uri[] = [];
      for (const uri of loaded.keys()) {
        if (loaded.size - gone.length <= most) break;
        if (!held.has(uri) && !isPinned(uri)) gone.push(uri);
      }
      for (const uri of gone) loaded.delete(uri);
      return gone;
    },
  };
}

/** A number that differs for texts that differ, but for one in four thousand million. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

// A place that was picked on the body map: where the note speaks of it, or else the words to insert.
import type { TermId } from '../knowledge/model';
import type { Side } from '../note/model';
import { isClosed } from '../signing/verify';
import type { Span } from '../text/span';
import type { NoteView } from '../workspace/model';

/** Where a picked place leads. */
export type PickedRegion =
  | { readonly kind: 'jump'; readonly to: Span }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string };

const letters: Readonly<Record<Side, string>> = { left: 'L ', right: 'R ', bilateral: 'B ' };

/**
 * Finds the place in the note that speaks of a region on a side, the next one behind the cursor first. Where there is
 * none it gives the words to insert at the cursor: `L calf`. A region of the midline takes no side. Undefined for a
 * region that the base does not know, and where nothing may be inserted: signed text stays as it is.
 */
export function pickRegion(
  view: NoteView,
  region: TermId,
  side: Side | undefined,
  cursor: number,
): PickedRegion | undefined {
  const entry = view.kb.regions.get(region);
  if (entry === undefined) return undefined;
  const own = entry.laterality === 'midline' ? undefined : side;
  const places = view.session.mentions
    .filter(({ kind, id }) => kind === 'region' && id === region)
    .filter((mention) => own === undefined || mention.side === undefined || fits(mention.side, own))
    .map(({ span }) => span);
  const next = places.find(({ start }) => start > cursor) ?? places[0];
  if (next !== undefined) return { kind: 'jump', to: next };
  if (isClosed(view.session.note)) return undefined;
  const { text } = view.file;
  const before = text.slice(Math.max(0, cursor - 1), cursor);
  const gap = before === '' || /\s/.test(before) ? '' : ' ';
  const name = /^[A-Z][a-z]/.test(entry.name)
    ? entry.name.charAt(0).toLowerCase() + entry.name.slice(1)
    : entry.name;
  return { kind: 'insert', at: cursor, text: `${gap}${own === undefined ? '' : letters[own]}${name}` };
}

const fits = (a: Side, b: Side): boolean => a === b || a === 'bilateral' || b === 'bilateral';

// Does work at some place touch the place that a rule protects? Containment, sides and local extents.
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { LocalExtent, TermId } from '../knowledge/model';
import type { Side } from '../note/model';

/** A place on the body. */
export interface Place {
  readonly id: TermId;
  readonly side: Side | undefined;
}

/** `sure`: it touches; `unsure`: it may (a side or place is not stated); `none`: it does not. */
export type Overlap = 'sure' | 'unsure' | 'none';

/** Places where a rule protects: those that it names, on the affected side, or the affected place widened by its extent. */
export function protectedPlaces(
  kb: Knowledge,
  extent: LocalExtent | undefined,
  named: readonly TermId[],
  affected: readonly Place[],
): readonly Place[] {
  switch (extent) {
    case 'limb-whole': {
      const limbs = affected.flatMap((place) => {
        const limb = limbOf(kb, place.id);
        return limb === undefined ? [] : [{ id: limb, side: place.side }];
      });
      return limbs.length > 0 ? limbs : onSide(kb, named, affected);
    }
    case 'limb-distal':
    case 'site-plus-distal': {
      const distal = affected.flatMap((place) => distalOf(kb, place));
      return named.length > 0
        ? [...withSide(kb, named, affected), ...(extent === 'site-plus-distal' ? distal : [])]
        : distal;
    }
    case 'site':
    case 'site-plus-margin':
    case 'region':
    case undefined:
      return named.length > 0 ? withSide(kb, named, affected) : affected;
  }
}

/** The named regions, each on the side of the affected place where that lies within it or around it. */
function withSide(kb: Knowledge, named: readonly TermId[], affected: readonly Place[]): readonly Place[] {
  return named.map((id) => {
    const near = affected.find(
      (place) =>
        isWithin(kb.regions, place.id, id) ||
        isWithin(kb.regions, id, place.id) ||
        sameLimb(kb, place.id, id),
    );
    // With no affected place near, the rule holds for both sides.
    return { id, side: near === undefined ? 'bilateral' : near.side };
  });
}

/** The named regions of a limb on the sides of what is affected on the trunk: the left arm for the left breast. */
function onSide(kb: Knowledge, named: readonly TermId[], affected: readonly Place[]): readonly Place[] {
  const sides = affected.filter(
    ({ id, side }) => side !== undefined && kb.regions.get(id)?.laterality === 'paired',
  );
  return sides.length === 0
    ? withSide(kb, named, affected)
    : named.flatMap((id) => sides.map(({ side }) => ({ id, side })));
}

const sameLimb = (kb: Knowledge, a: TermId, b: TermId): boolean =>
  limbOf(kb, a) !== undefined && limbOf(kb, a) === limbOf(kb, b);

/** The region that stands for the whole limb that a region belongs to or hangs on; undefined for the trunk and head. */
export const limbOf = (kb: Knowledge, id: TermId): TermId | undefined => kb.regions.get(id)?.limb;

/** A place and everything of its limb that lies further from the trunk. */
function distalOf(kb: Knowledge, place: Place): readonly Place[] {
  const region = kb.regions.get(place.id);
  const rank = region?.rank;
  if (region?.limb === undefined || rank === undefined) return [place];
  const further = kb.data.regions.filter(
    (other) => other.limb === region.limb && other.rank !== undefined && other.rank > rank,
  );
  return [place, ...further.map((other) => ({ id: other.id, side: place.side }))];
}

/** Compares a worked place with a protected one. Unknown sides of paired places leave doubt. */
export function comparePlaces(kb: Knowledge, worked: Place, site: Place): Overlap {
  const inside = isWithin(kb.regions, worked.id, site.id);
  const around = isWithin(kb.regions, site.id, worked.id);
  if (!inside && !around) return 'none';
  if (worked.side !== undefined && site.side !== undefined) {
    return worked.side === site.side || worked.side === 'bilateral' || site.side === 'bilateral'
      ? 'sure'
      : 'none';
  }
  if (site.side === undefined && worked.side === undefined) return 'sure';
  // "Deep tissue: legs" covers both; a single paired muscle without a side leaves doubt.
  if (worked.side === undefined)
    return around || kb.regions.get(worked.id)?.laterality !== 'paired' ? 'sure' : 'unsure';
  return kb.regions.get(site.id)?.laterality === 'paired' ? 'unsure' : 'sure';
}

/** The strongest overlap between any worked and any protected place. No worked place stated: unsure. */
export function overlapOf(kb: Knowledge, worked: readonly Place[], sites: readonly Place[]): Overlap {
  if (worked.length === 0 || sites.length === 0) return 'unsure';
  let best: Overlap = 'none';
  for (const place of worked) {
    for (const site of sites) {
      const overlap = comparePlaces(kb, place, site);
      if (overlap === 'sure') return 'sure';
      if (overlap === 'unsure') best = 'unsure';
    }
  }
  return best;
}

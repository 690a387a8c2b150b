// Finds what a mistyped word may have meant. Only for suggestions: nothing is ever corrected on our own.
import { editDistance } from '../core/index';

/** The few candidates nearest to the word, nearest first; none if all are far from it. */
export function findNearest(word: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const wanted = word.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const distance = editDistance(wanted, candidate.toLowerCase(), allowed);
    if (distance !== undefined) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, limit).map((entry) => entry.candidate);
}

/** ` Did you mean a or b?`, or nothing. */
export function toSuggestion(nearest: readonly string[]): string {
  if (nearest.length === 0) return '';
  const last = nearest.at(-1);
  const rest = nearest.slice(0, -1);
  return ` Did you mean ${rest.length > 0 ? `${rest.join(', ')} or ${last}` : last}?`;
}

// Finds what a mistyped word may have meant. Only for suggestions: nothing is ever corrected on our own.

/** The few candidates nearest to the word, nearest first; none if all are far from it. */
export function findNearest(word: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const wanted = word.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const distance = measureDistance(wanted, candidate.toLowerCase());
    if (distance <= allowed) near.push({ candidate, distance });
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

/** Insertions, deletions, replacements and swaps of neighbours between two short words. */
function measureDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replace, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

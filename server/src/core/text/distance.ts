// How far two words are apart in spelling.

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other;
 * undefined if more than `limit`. The work is bounded by the limit, not by the square of the length.
 */
export function editDistance(a: string, b: string, limit = 2): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const far = limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    if (i <= limit) row[0] = i;
    let best = row[0] ?? far;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(
        (previous[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
        (previous[j - 1] ?? far) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? far) + 1);
      row[j] = value;
      best = Math.min(best, value);
    }
    if (best > limit) return undefined;
    before = previous;
    previous = row;
  }
  const distance = previous[b.length] ?? far;
  return distance <= limit ? distance : undefined;
}

/** The name that is at most `limit` slips away, for "did you mean"; of equals the first. */
export function findNear(name: string, known: Iterable<string>, limit = 2): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const other of known) {
    const distance = editDistance(name, other, least - 1);
    if (distance === undefined || distance >= least) continue;
    least = distance;
    best = other;
    if (least === 0) break;
  }
  return best;
}

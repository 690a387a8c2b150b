// The visits of a client as a chain, and what is worked out of them one after the other: each visit goes on where the
// one before it ended, so that a client of many years is not gone through from the beginning for every note.

/** A visit with those before it. */
export interface Visits<V> {
  readonly visit: V;
  readonly before: Visits<V> | undefined;
}

/**
 * Each of these visits, which stand oldest first, with those before it. Of a chain that is `known` already the part that
 * is still the same is taken over, with all that was worked out of it.
 */
export function chainVisits<V>(visits: readonly V[], known: readonly Visits<V>[] = []): readonly Visits<V>[] {
  const chain: Visits<V>[] = [];
  for (const [at, visit] of visits.entries()) {
    const before = chain[at - 1];
    const same = known[at];
    chain.push(same?.visit === visit && same.before === before ? same : { visit, before });
  }
  return chain;
}

/** What `step` makes of one visit after the other, beginning with `first`; kept for each visit. */
export function foldVisits<V, T>(
  first: T,
  step: (before: T, visit: V) => T,
): (visits: Visits<V> | undefined) => T {
  const known = new WeakMap<Visits<V>, { readonly value: T }>();
  return (visits) => {
    const fresh: Visits<V>[] = [];
    let at = visits;
    while (at !== undefined && !known.has(at)) {
      fresh.push(at);
      at = at.before;
    }
    const before = at === undefined ? undefined : known.get(at);
    let value = before === undefined ? first : before.value;
    for (const one of fresh.reverse()) {
      value = step(value, one.visit);
      known.set(one, { value });
    }
    return value;
  };
}

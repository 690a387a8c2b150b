// What is worked out of a thing once and kept as long as the thing itself.

/** The same function, asked once for each object: an object never changes, and every later note of a client asks again. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

// What is worked out of a thing once and kept as long as the thing itself.

/** What is worked out when somebody asks for it, and then kept. */
export function once<V>(make: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

// Stands for `undefined` where that is what came out.
const nothing = Symbol('nothing');

/** The same function, asked once for each object: an object never changes, and every later note of a client asks again. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V | typeof nothing>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before === nothing ? (undefined as V) : before;
    const value = make(key);
    known.set(key, value === undefined ? nothing : value);
    return value;
  };
}

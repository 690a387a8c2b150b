// What is worked out of a thing once and kept as long as the thing itself.

/** What is worked out when somebody asks for it, and then kept. */
export function once<V>(make: () => V): () => V {
  let known: { readonly value: V } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

const mostTexts = 500;

/** The same function of a text, remembered for texts that come again; once there are too many, all are forgotten. */
export function oncePerText<V>(make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    if (known.has(text)) return known.get(text) as V;
    if (known.size >= mostTexts) known.clear();
    const value = make(text);
    known.set(text, value);
    return value;
  };
}

// Stands for `undefined` where that is what came out.
const nothing = Symbol('nothing');

/** The same function, asked once for each object: an object never changes, and every later note of a client asks again. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V | typeof nothing>();
  // Who asks mostly asks again at once: of one note, and always of the same knowledge. The last one is held until then.
  let last: K | undefined;
  let answer: V | undefined;
  return (key) => {
    if (key === last) return answer as V;
    const before = known.get(key);
    const value = before === undefined ? make(key) : before === nothing ? (undefined as V) : before;
    if (before === undefined) known.set(key, value === undefined ? nothing : value);
    last = key;
    answer = value;
    return value;
  };
}

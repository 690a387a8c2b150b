// What is said to the user, in the user's language. A text is looked up by itself, as it stands in the source with
// `{0}`, `{1}`, … for its values; without a table, or where the table lacks it, it is said in English.
//
// One process speaks one language: the language server sets it once, before its first answer, and the command line
// never does. Words choose nothing: no code decides by what was said here.

/** Translations by the English text, both with `{0}`, `{1}`, … for the values. */
export type Words = Readonly<Record<string, string>>;

let words: ReadonlyMap<string, string> | undefined;
let spokenLanguage = 'en';
const keys = new WeakMap<TemplateStringsArray, string>();

/** Sets the language and its table; without a table it is English. */
export function speak(tag: string, table: Words | undefined): void {
  words = table && new Map(Object.entries(table));
  spokenLanguage = table === undefined ? 'en' : tag;
}

/** The language that is spoken, as `lang` of a page takes it. */
export const language = (): string => spokenLanguage;

/** What a piece of work says in English whatever is spoken: a letter, or another text that goes to other people. */
export function inEnglish<T>(run: () => T): T {
  const table = words;
  words = undefined;
  try {
    return run();
  } finally {
    words = table;
  }
}

/** True if a language other than English is spoken. */
export const isTranslated = (): boolean => words !== undefined;

/** Says a text that stands in the source: say`The consent ended on ${day}.` */
export function say(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  const found = words?.get(keyOf(parts));
  return found === undefined
    ? parts.reduce((text, part, index) => `${text}${values[index - 1]}${part}`)
    : found.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** Says a text without values that comes from a table. */
export const spoken = (text: string): string => words?.get(text) ?? text;

/** A table of texts whose every text is said in the language of the moment it is read. */
export function phrases<T extends object>(table: T): T {
  const said = {} as T;
  for (const [key, value] of Object.entries(table))
    Object.defineProperty(
      said,
      key,
      typeof value === 'string'
        ? { enumerable: true, get: () => spoken(value) }
        : { enumerable: true, value: typeof value === 'object' && value !== null ? phrases(value) : value },
    );
  return said;
}

function keyOf(parts: TemplateStringsArray): string {
  const known = keys.get(parts);
  if (known !== undefined) return known;
  const key = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  keys.set(parts, key);
  return key;
}

// HTML from templates in which every value is escaped: nothing that stands in a note can become markup.

/** Markup that was made by a template. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, markup is not, `undefined` and `false` are nothing. */
export type HtmlValue = Html | string | number | undefined | false | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Text as it stands between tags and in quoted attributes. Control characters, which HTML forbids, and those that turn
 * the direction of what follows become visible marks.
 */
export const escapeHtml = (text: string): string =>
  text.replace(unfit, '\ufffd').replace(/[&<>"'`]/g, (char) => escapes[char] ?? char);

const unfit = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Makes markup; attributes must stand in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += toMarkup(value) + (parts[index + 1] ?? '');
  });
  return { markup };
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(({ markup }) => markup).join('');
}

/** Nothing. */
export const nothing: Html = { markup: '' };

/** Markup for each item. */
export const each = <T>(items: readonly T[], make: (item: T, index: number) => Html): readonly Html[] =>
  items.map(make);

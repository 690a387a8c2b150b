// Pages that are printed together: one document, each page on a new sheet.
import type { Page, PagePart } from '../pages/page';

/** Joins pages under the title of the first. Names inside a page are made its own, so that none comes twice. */
export function printPages([first, ...more]: readonly [Page, ...Page[]]): Page {
  const others = more.flatMap(({ parts }, index): readonly PagePart[] => [
    { id: `page-${index + 2}`, markup: '<div class="new-page"></div>' },
    ...parts.map(({ id, markup }) => ({
      id: `page-${index + 2}-${id}`,
      markup: withPrefix(markup, `page-${index + 2}-`),
    })),
  ]);
  return { ...first, parts: [...first.parts, ...others] };
}

/** Quotation marks of a note are escaped in markup, so these are attributes and never words. */
const withPrefix = (markup: string, prefix: string): string =>
  markup
    .replace(/ (id|for|aria-labelledby|aria-describedby)="/g, ` $1="${prefix}`)
    .replace(/="url\(#/g, `="url(#${prefix}`);

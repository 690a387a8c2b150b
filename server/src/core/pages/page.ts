// A page: parts with stable names, so that a host can replace only what changed, and the whole document for a browser.
import type { Practice } from '../note/model';
import { findPracticeSetting, findPracticeSettings } from '../note/practice';
import { each, escapeHtml, type Html, html } from './html';
import { styles } from './styles';

/** One part of a page; `id` is unique on it and stays the same when the text changes. */
export interface PagePart {
  readonly id: string;
  /** Markup in which everything from notes is escaped. It holds no script, no style and no address to fetch. */
  readonly markup: string;
}

export interface Page {
  readonly title: string;
  /** The language of the page's own words, as `lang` takes it. */
  readonly lang: string;
  readonly parts: readonly PagePart[];
}

/** Makes a part with a heading, named by it. */
export const toPart = (id: string, heading: string, content: Html): PagePart => ({
  id,
  markup:
    html`<section class="part" id="part-${id}" aria-labelledby="head-${id}"><h2 id="head-${id}">${heading}</h2>${content}</section>`
      .markup,
});

/** Makes the head of a page: the practice, the title, and what it is about. */
export const toHeader = (
  practice: Practice | undefined,
  title: string,
  facts: readonly Fact[],
): PagePart => ({
  id: 'header',
  markup: html`<header id="part-header">${letterhead(practice)}<h1>${title}</h1><dl class="facts">${each(
    facts.filter(({ value }) => value !== undefined && value !== ''),
    ({ name, value }) => html`<div><dt>${name}</dt><dd class="words">${value}</dd></div>`,
  )}</dl></header>`.markup,
});

/** Makes the last lines of a page. */
export const toFooter = (lines: readonly string[]): PagePart => ({
  id: 'footer',
  markup: html`<footer class="foot" id="part-footer">${each(lines, (line) => html`<p>${line}</p>`)}</footer>`
    .markup,
});

/** A fact in the head of a page; one without a value is left out. */
export interface Fact {
  readonly name: string;
  readonly value: string | undefined;
}

function letterhead(practice: Practice | undefined): Html {
  const name = practice?.name?.value;
  const address = findPracticeSettings(practice, 'letterhead.address').map(({ value }) => value);
  const reach = ['phone', 'email', 'website'].flatMap(
    (key) => findPracticeSetting(practice, `letterhead.${key}`)?.value ?? [],
  );
  if (name === undefined && address.length === 0 && reach.length === 0) return html``;
  const lines = (texts: readonly string[]): readonly Html[] =>
    each(texts, (text) => html`<p class="words">${text}</p>`);
  return html`<div class="letterhead"><div>${name !== undefined && html`<p class="practice words">${name}</p>`}${lines(address)}</div><div>${lines(reach)}</div></div>`;
}

/** The markup of all parts, as it stands in the body. */
export const toBody = ({ parts }: Page): string =>
  `<main>${parts.map(({ markup }) => markup).join('\n')}</main>`;

/** A whole document for a browser, to be read or printed: no script runs in it and nothing is fetched. */
export const toDocument = (page: Page): string => `<!doctype html>
<html lang="${escapeHtml(page.lang)}" class="standalone">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${styles}</style>
</head>
<body class="page">
${toBody(page)}
</body>
</html>
`;

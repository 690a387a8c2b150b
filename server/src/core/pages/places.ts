// Where the pages point into documents: buttons for a host that can open them, plain words elsewhere.
import type { Source, Uri } from '../text/span';
import { type Html, html } from './html';

/** How a page points at places. `uriOf` is there where the host opens documents; it spells them as the host does. */
export interface Places {
  readonly uriOf?: (uri: Uri) => Uri;
}

/** Words that lead to a place, where the host can go there. */
export function linkTo({ uriOf }: Places, at: Source | undefined, words: string): Html {
  if (uriOf === undefined || at === undefined || at.uri === '')
    return html`<span class="words">${words}</span>`;
  return html`<button type="button" class="plain words" data-uri="${uriOf(at.uri)}" data-start="${at.span.start}" data-end="${at.span.end}">${words}</button>`;
}

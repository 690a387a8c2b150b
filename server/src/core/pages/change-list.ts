// Changes as a list: better and worse are said by a sign and a word, never by colour alone.
import type { Change } from '../features/changes';
import { each, type Html, html } from './html';
import { linkTo, type Places } from './places';
import { words } from './words';

/** The list of changes; a sentence where there are none. */
export const listChangesAsHtml = (changes: readonly Change[], places: Places): Html =>
  changes.length === 0
    ? html`<p class="quiet">${words.noChanges}</p>`
    : html`<ul>${each(
        changes,
        ({ text, direction, at }) =>
          html`<li${direction !== undefined && html` class="${direction}"`}>${linkTo(places, at, text)}${
            direction !== undefined && html` (${words[direction]})`
          }</li>`,
      )}</ul>`;

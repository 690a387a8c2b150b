// Tables of the pages.
import { each, type Html, type HtmlValue, html } from './html';
import { words } from './words';

/** A table with a caption; a sentence where it would be empty. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  if (rows.length === 0) return html`<p class="quiet">${words.none}</p>`;
  return html`<div class="scroll"><table><caption class="hidden">${caption}</caption><thead><tr>${each(
    columns,
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${each(
    rows,
    ([head, ...cells]) =>
      html`<tr><th scope="row">${head}</th>${each(cells, (cell) => html`<td class="${isDate(cell) ? 'date' : 'words'}">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

const isDate = (cell: HtmlValue): boolean => typeof cell === 'string' && /^\d{4}-\d\d(?:-\d\d)?$/.test(cell);

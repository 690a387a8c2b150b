// Tables as CSV (RFC 4180), safe to open in a spreadsheet.
import type { TableCell } from '../core/index';

/**
 * Prints rows as CSV with CRLF. Numbers go as they are; a text that a spreadsheet would take for a formula gets an
 * apostrophe before it. `bom` is the mark by which spreadsheets know UTF-8.
 */
export const printCsv = (rows: readonly (readonly TableCell[])[], bom = false): string =>
  `${bom ? '\ufeff' : ''}${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;

// A spreadsheet runs what begins so, also behind white space or a quotation mark: https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s"']*[=+\-@|%\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/;

function toCell(cell: TableCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

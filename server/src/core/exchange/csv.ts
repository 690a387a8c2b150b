// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.

/** A cell. Numbers go as they are; words that a spreadsheet would take for a formula get an apostrophe before them. */
export type Cell = string | number | undefined;

/** A flat table: one row of names, then the rows. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Writes a table. `bom` is the mark by which spreadsheets know UTF-8. */
export const toCsv = ({ columns, rows }: Table, bom = false): string =>
  `${bom ? '\ufeff' : ''}${[columns, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;

// A spreadsheet runs what begins so, also behind white space or a quotation mark: https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s"']*[=+\-@|%\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/;

function toCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

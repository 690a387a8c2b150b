// Tables in columns, for a terminal.
import { toPrintable } from './console';

/** Lays rows out in columns, two blanks apart; a column of numbers alone is set to the right. */
export function toTable(rows: readonly (readonly (string | number)[])[], indent = ''): readonly string[] {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : toPrintable(cell))),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const isNumeric = widths.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return cells.map((row) =>
    `${indent}${row
      .map((cell, column) =>
        isNumeric[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}

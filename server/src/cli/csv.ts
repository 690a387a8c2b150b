// Tables as CSV, for commands that have rows at hand.
import { toCsv } from '../core/index';

/** Prints rows, the first of which names the columns. */
export const printCsv = ([head = [], ...rows]: readonly (readonly (string | number)[])[]): string =>
  toCsv({ name: '', columns: head.map(String), rows });

// The audit as a table with a line for each note.
import type { Audit, Uri } from '../../core/index';
import { printCsv } from '../csv';

/** Prints the notes of the audit; `toShown` gives the path of a note as it is shown. */
export const printAuditCsv = ({ notes }: Audit, toShown: (uri: Uri) => string): string =>
  printCsv([
    [
      'file',
      'client',
      'date',
      'therapist',
      'signed',
      'missing',
      'errors',
      'warnings',
      'information',
      'hints',
      'answered',
    ],
    ...notes.map(({ uri, client, date, therapist, signed, missing, open, answered }) => [
      toShown(uri),
      client ?? '',
      date ?? '',
      therapist ?? '',
      signed,
      missing.join(' '),
      open.error,
      open.warning,
      open.information,
      open.hint,
      answered,
    ]),
  ]);

// The audit for a terminal.
import type { Audit } from '../../core/index';
import { toTable } from '../columns';
import type { Paint } from '../console';
import { listParts, toSubject, toTitle } from './table';

/** Prints the audit. */
export function printAuditText(audit: Audit, paint: Paint): string {
  const parts = listParts(audit).flatMap(({ title, sentence, head, rows }) => {
    const [top, ...body] = rows.length === 0 ? [] : toTable([head, ...rows], '  ');
    return ['', paint.bold(title), sentence, ...(top === undefined ? [] : [paint.faint(top), ...body])];
  });
  return `${[paint.bold(toTitle(audit)), toSubject(audit), ...parts].join('\n')}\n`;
}

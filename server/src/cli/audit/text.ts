// The audit for a terminal.
import { type Audit, listAuditParts, nameAudited, titleAudit } from '../../core/index';
import { toTable } from '../columns';
import type { Paint } from '../console';

/** Prints the audit. */
export function printAuditText(audit: Audit, paint: Paint): string {
  const parts = listAuditParts(audit).flatMap(({ title, sentence, head, rows }) => {
    const [top, ...body] = rows.length === 0 ? [] : toTable([head, ...rows], '  ');
    return ['', paint.bold(title), sentence, ...(top === undefined ? [] : [paint.faint(top), ...body])];
  });
  return `${[paint.bold(titleAudit(audit)), nameAudited(audit), ...parts].join('\n')}\n`;
}

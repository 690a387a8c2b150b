// The page of an audit.
import type { Practice } from '../note/model';
import type { Audit } from '../workspace/audit';
import { listAuditParts, nameAudited, titleAudit } from './audit-parts';
import { html } from './html';
import { type Page, toFooter, toHeader, toPart } from './page';
import { table } from './table';
import { words } from './words';

/** The page of an audit. It names rules and therapists, no client and no words of a note. */
export function auditPage(audit: Audit, practice: Practice | undefined): Page {
  const title = titleAudit(audit);
  return {
    title,
    lang: 'en',
    parts: [
      toHeader(practice, title, [
        { name: words.date, value: words.asOf(audit.options.today) },
        { name: words.audited, value: nameAudited(audit) },
      ]),
      ...listAuditParts(audit).map(({ title: heading, sentence, head, rows }, index) =>
        toPart(
          `audit-${index}`,
          heading,
          html`<p>${sentence}</p>${rows.length > 0 && table(heading, head, rows)}`,
        ),
      ),
      toFooter([words.disclaimer]),
    ],
  };
}

// What there is to say about a client record itself.
import type { Knowledge } from '../knowledge/knowledge';
import type { ClientRecord, Parsed, Practice } from '../note/model';
import type { Settings } from '../settings';
import type { Uri } from '../text/span';
import { listAnswerFindings } from './answers';
import { listRecordGaps } from './completeness/record-gaps';
import { type Finding, findingsOf, shownFindings } from './finding';
import { wordUnknown } from './unknown';

/** Lists the findings of a client record: what could not be read, names that nothing can
 * be checked against, and what the practice’s profile asks of a record. */
export function checkRecord(
  kb: Knowledge,
  uri: Uri,
  parsed: Parsed<ClientRecord>,
  settings: Settings,
  practice: Practice | undefined,
): readonly Finding[] {
  const record = parsed.value;
  const findings: Finding[] = [...findingsOf(uri, parsed.problems)];
  for (const entry of record.conditions) {
    findings.push(...wordUnknown(kb, uri, entry.name, 'condition'));
    if (entry.region !== undefined) findings.push(...wordUnknown(kb, uri, entry.region, 'region'));
  }
  for (const entry of record.medications) findings.push(...wordUnknown(kb, uri, entry.name, 'medication'));
  findings.push(...listAnswerFindings(kb, uri, record.clearances, record.overrides));
  findings.push(...listRecordGaps(kb, uri, record, practice, settings));
  return shownFindings(findings, settings);
}

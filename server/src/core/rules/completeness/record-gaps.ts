// What a profile asks of the client record alone: said once, in the record, and not again in every note.
import type { Knowledge } from '../../knowledge/knowledge';
import type { ProfileRequirement, RequirementKind } from '../../knowledge/profile';
import type { ClientRecord, Practice } from '../../note/model';
import { appendLines } from '../../note/yaml-write';
import type { Settings } from '../../settings';
import { say } from '../../text/say';
import { span, type Uri } from '../../text/span';
import type { Finding } from '../finding';
import { findProfile, requirementsOf } from './profile';
import { describeRequirement } from './table';
import { citeRow, wordGap } from './words';

/** The key of the record that answers a requirement. */
export const recordKeys: ReadonlyMap<RequirementKind, string> = new Map([
  ['client-record', 'name'],
  ['contact', 'contact'],
  ['born', 'born'],
]);

/** True if the record has a key with a value. */
export function isInRecord(record: ClientRecord, key: string): boolean {
  const entry = record.entries.find((candidate) => candidate.key.value === key);
  return entry !== undefined && /[\p{L}\p{N}]/u.test(record.text.slice(entry.value.start, entry.value.end));
}

/** Lists what a client record does not hold by the profile that somebody chose. */
export function listRecordGaps(
  kb: Knowledge,
  uri: Uri,
  record: ClientRecord,
  practice: Practice | undefined,
  settings: Settings,
): readonly Finding[] {
  const chosen = findProfile(kb, settings.profile, practice);
  if (chosen === undefined || !chosen.isChosen) return [];
  const end = record.text.search(/\r?\n|$/);
  return requirementsOf(kb, chosen.profile).flatMap((row): readonly Finding[] => {
    const key = recordKeys.get(row.id);
    // A practice that keeps names out of its files has them elsewhere.
    if (key === undefined || (key === 'name' && practice?.opaqueIds === true) || isInRecord(record, key))
      return [];
    return [toFinding(uri, record, row, key, span(0, end))];
  });
}

function toFinding(
  uri: Uri,
  record: ClientRecord,
  row: ProfileRequirement,
  key: string,
  top: { readonly start: number; readonly end: number },
): Finding {
  const standing = record.entries.find((entry) => entry.key.value === key);
  const name = describeRequirement(row.id);
  return standing === undefined
    ? {
        rule: `completeness/${row.id}`,
        severity: row.level,
        at: { uri, span: top },
        message: wordGap(row),
        because: [{ at: { uri, span: top }, text: citeRow(row) }],
        fixes: [
          {
            title: say`Add ${name}`,
            preferred: true,
            edits: [{ uri, edits: [appendLines(record.text, [`${key}: `])] }],
          },
        ],
      }
    : {
        rule: 'completeness/empty',
        severity: 'information',
        at: { uri, span: standing.key.span },
        message: say`Still empty: ${name}.${` ${row.rule}.`}`,
        because: [{ at: { uri, span: top }, text: citeRow(row) }],
        fixes: [],
      };
}

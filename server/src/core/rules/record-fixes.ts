// Fixes that write into the client record, or into the front matter of the note where there is no record.
import type { ConditionFact, Fact, MedicationFact } from '../facts/model';
import { isPregnancy, isTrimester } from '../facts/pregnancy';
import type { Rule } from '../knowledge/model';
import { addDays, formatPartial } from '../note/values/calendar';
import { addEntry, appendLines, type EntryFields, setInEntry } from '../note/yaml-write';
import { say } from '../text/say';
import { span } from '../text/span';
import type { Fix } from './finding';
import type { Case, Use } from './match';
import { nameCause, nameFact } from './words';

/** The fix that records in the client file what a note states and the record does not know; none where it does. */
export function recordFix(at: Case, fact: Fact): readonly Fix[] {
  const { record } = at.client;
  if (record === undefined || fact.kind === 'finding' || fact.source.uri === record.uri) return [];
  if (isRecorded(at, fact)) return [];
  if (fact.kind === 'condition' && isPregnancy(fact)) return pregnancyFix(at, fact);
  return fact.kind === 'condition'
    ? addToRecord(at, say`Record in the client file`, 'conditions', conditionFields(at, fact))
    : addToRecord(at, say`Record in the client file`, 'medications', medicationFields(at, fact));
}

/** A pregnancy is recorded by the day it is due, from which each session reckons its weeks; its trimester follows. */
function pregnancyFix(at: Case, fact: ConditionFact): readonly Fix[] {
  const { record } = at.client;
  if (record === undefined || isTrimester(fact)) return [];
  if (fact.due === undefined)
    return addToRecord(at, say`Record in the client file`, 'conditions', conditionFields(at, fact));
  if (record.record.entries.some(({ key }) => key.value === 'pregnancy')) return [];
  const edit = appendLines(record.record.text, [`pregnancy: { due: ${fact.due} }`]);
  return [
    { title: say`Record in the client file`, preferred: false, edits: [{ uri: record.uri, edits: [edit] }] },
  ];
}

/** True if the client record itself states the fact, or says that it is over. */
const isRecorded = (at: Case, fact: ConditionFact | MedicationFact): boolean =>
  [...fact.also, ...fact.against].some(({ uri }) => uri === at.client.record?.uri);

function conditionFields(at: Case, fact: ConditionFact): EntryFields {
  const [place] = fact.regions;
  const region = place === undefined ? undefined : at.kb.regions.get(place.id)?.name.toLowerCase();
  const isUsual = place !== undefined && at.kb.conditions.get(fact.id)?.region === place.id;
  return filled([
    ['name', at.kb.conditions.get(fact.id)?.name ?? fact.id],
    ['region', isUsual ? undefined : region],
    ['side', place?.side],
    ['since', fact.onset && formatPartial(fact.onset)],
    ['status', fact.certainty === 'possible' ? 'suspected' : 'active'],
    ['severity', fact.severity],
  ]);
}

const medicationFields = (at: Case, fact: MedicationFact): EntryFields =>
  filled([
    ['name', at.kb.medications.get(fact.id)?.name ?? fact.id],
    ['since', fact.since && formatPartial(fact.since)],
  ]);

const filled = (fields: readonly (readonly [string, string | undefined])[]): EntryFields =>
  fields.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));

/**
 * The fix that ends in the record what today's note calls over, `until:` with the session's day; and what by its course
 * may be over, as resolved, since nobody knows the day.
 */
export function endInRecordFix(at: Case, fact: Fact): readonly Fix[] {
  const { record } = at.client;
  if (record === undefined || fact.kind === 'finding' || fact.source.uri !== record.uri) return [];
  const isOverToday = fact.against.some(({ uri }) => uri === at.session.uri);
  const mayBeOver = fact.kind === 'condition' && fact.mayBeOver;
  if (!isOverToday && !mayBeOver) return [];
  const { text } = record.record;
  const list = fact.kind === 'condition' ? 'conditions' : 'medications';
  const says = isOverToday ? (['until', addDays(at.date, -1)] as const) : (['status', 'resolved'] as const);
  const edit = setInEntry(text, span(0, text.length), list, fact.source.span, says);
  return edit === undefined
    ? []
    : [
        {
          title: say`Record as over in the client file: ${nameFact(at.kb, fact)}`,
          preferred: false,
          edits: [{ uri: record.uri, edits: [edit] }],
        },
      ];
}

/**
 * The fix that prepares a clearance in the client file. It counts once the doctor's name has been typed. A rule that holds
 * on after another one was cleared is met only by a clearance that names the technique.
 */
export function clearanceFix(at: Case, rule: Rule, fact: Fact, use: Use): readonly Fix[] {
  const cause = nameCause(at.kb, rule, fact);
  const names = fact.kind === 'condition' ? at.kb.conditions : at.kb.medications;
  const holdsOn = at.kb.data.rules.some(({ whenClearedApply }) => whenClearedApply.includes(rule.id));
  return addToRecord(at, say`Record a doctor’s clearance in the client file: ${cause}`, 'clearances', [
    ['for', fact.kind === 'finding' ? rule.id : (names.get(fact.id)?.name ?? fact.id)],
    ['by', ''],
    ['on', at.date],
    ...(holdsOn ? [['allows', at.kb.techniques.get(use.id)?.name ?? use.id] as const] : []),
  ]);
}

/** The fix that overrides a rule for this client in all sessions. An absolute rule asks for words. */
export const overrideInRecordFix = (at: Case, rule: Rule, fact: Fact | undefined): readonly Fix[] =>
  addToRecord(
    at,
    say`Override for this client, with a reason: ${nameCause(at.kb, rule, fact)}`,
    'overrides',
    filled([
      ['rule', rule.id],
      ['reason', 'will-monitor'],
      ['note', ''],
      ['by', at.session.note.frontMatter?.therapist?.value],
      ['on', at.date],
    ]),
  );

function addToRecord(at: Case, title: string, key: string, fields: EntryFields): readonly Fix[] {
  const { record } = at.client;
  if (record === undefined) return [];
  const { text } = record.record;
  const edit = addEntry(text, span(0, text.length), key, fields);
  return edit === undefined ? [] : [{ title, preferred: false, edits: [{ uri: record.uri, edits: [edit] }] }];
}

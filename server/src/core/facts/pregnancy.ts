// Pregnancy: weeks and trimester at a date, from the due date in the record or the weeks stated in a note.
import type { Knowledge } from '../knowledge/knowledge';
import type { Mention } from '../mentions/model';
import type { CivilDate, PregnancyEntry } from '../note/model';
import { daysBetween } from '../note/values/calendar';
import { listGestations } from '../note/values/relative';
import type { Source, Uri } from '../text/span';
import type { Stated } from './conditions';
import type { ConditionFact } from './model';

// Full term: the due date lies 280 days after the last period (general knowledge).
const termDays = 280;
// The second trimester begins with 14 weeks (general knowledge; sources differ by a week).
const secondTrimesterWeek = 14;
const postpartumDays = 180;

/** Completed weeks of gestation at a date; above 42 or below 0 the date lies outside the pregnancy. */
export function gestationWeeks(due: CivilDate, asOf: CivilDate): number | undefined {
  const left = daysBetween(asOf, due);
  return left === undefined ? undefined : Math.floor((termDays - left) / 7);
}

/** Facts of the `pregnancy:` entry of a client record as of a date. */
export function pregnancyFactsOfEntry(
  kb: Knowledge,
  uri: Uri,
  entry: PregnancyEntry,
  asOf: CivilDate,
): readonly ConditionFact[] {
  const weeks = gestationWeeks(entry.due.value.to, asOf);
  if (weeks === undefined || weeks < 0) return [];
  const source: Source = { uri, span: entry.due.span };
  if (weeks > 42) {
    const since = daysBetween(entry.due.value.to, asOf) ?? 0;
    return since <= postpartumDays ? factOf(kb, 'postpartum', source, undefined, 'possible') : [];
  }
  return trimesterFacts(kb, weeks, source, undefined);
}

/** Facts of a note that states the weeks: "14 weeks pregnant", "22/40". */
export function pregnancyFactsOf(
  kb: Knowledge,
  text: string,
  mentions: readonly Mention[],
  stated: Stated,
): readonly ConditionFact[] {
  return mentions.flatMap((mention) => {
    if (mention.kind !== 'condition' || mention.id !== 'pregnancy' || mention.assertion !== 'present')
      return [];
    const around = text.slice(
      Math.max(mention.reach.start, mention.span.start - 40),
      Math.min(mention.reach.end, mention.span.end + 40),
    );
    const weeks = readWeeks(around);
    return weeks === undefined
      ? []
      : trimesterFacts(kb, weeks, { uri: stated.uri, span: mention.span }, stated.on).filter(
          (fact) => fact.id !== 'pregnancy',
        );
  });
}

/** The weeks of gestation stated beside the word: "14 weeks pregnant", "22/40", "pregnant, 14 wks". */
export function readWeeks(text: string): number | undefined {
  const stated = listGestations(text)[0]?.value.weeks;
  if (stated !== undefined) return stated;
  const match = /(?<!\d)(\d{1,2})\s?(?:w(?:ee)?ks?)(?![a-z])/i.exec(text);
  const weeks = match?.[1] === undefined ? undefined : Number(match[1]);
  return weeks !== undefined && weeks <= 42 ? weeks : undefined;
}

const trimesterFacts = (
  kb: Knowledge,
  weeks: number,
  source: Source,
  on: CivilDate | undefined,
): readonly ConditionFact[] => [
  ...factOf(kb, 'pregnancy', source, on, 'stated'),
  ...factOf(
    kb,
    weeks < secondTrimesterWeek ? 'pregnancy-first-trimester' : 'pregnancy-second-third',
    source,
    on,
    'stated',
  ),
];

const factOf = (
  kb: Knowledge,
  id: string,
  source: Source,
  on: CivilDate | undefined,
  certainty: ConditionFact['certainty'],
): readonly ConditionFact[] =>
  kb.conditions.has(id)
    ? [
        {
          kind: 'condition',
          id,
          certainty,
          historical: false,
          past: false,
          regions: [],
          onset: undefined,
          phase: undefined,
          severity: undefined,
          weak: false,
          source,
          also: [],
          statedOn: on,
        },
      ]
    : [];

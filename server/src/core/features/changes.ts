// What changed since the last visit: what the client told, conditions and medications, clearances, pain and measures.
import type { ClientView, ConditionFact, MedicationFact, Session } from '../facts/model';
import { orderVisits, viewClient } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate } from '../note/model';
import { wordsOfField } from '../rules/visits/notes';
import { nameFact } from '../rules/words';
import { say } from '../text/say';
import type { Source } from '../text/span';
import type { NoteView } from '../workspace/model';
import { listTrends, type Series } from './trends';

/** One change, in one plain sentence. */
export interface Change {
  readonly kind: 'told' | 'condition' | 'medication' | 'clearance' | 'pain' | 'motion' | 'outcome';
  readonly text: string;
  readonly direction: 'better' | 'worse' | undefined;
  readonly at: Source | undefined;
}

/** A client as known at a session. */
export interface Standing {
  readonly session: Session;
  readonly client: ClientView;
  readonly date: CivilDate;
}

/** What changed since the visit before a note; `since` is undefined where there is none before. */
export interface Changes {
  readonly since: CivilDate | undefined;
  readonly changes: readonly Change[];
}

/** Lists what changed since the visit before a note. */
export function listChanges(view: NoteView): Changes {
  const date = view.session.date ?? view.today;
  const last = view.client.earlier.at(-1);
  if (last?.date === undefined) return { since: undefined, changes: [] };
  const client = viewClient(
    view.kb,
    last,
    view.client.record,
    orderVisits(view.client.earlier.slice(0, -1)),
    date,
  );
  const changes = compareStandings(
    view.kb,
    { session: last, client, date: last.date },
    { session: view.session, client: view.client, date },
  );
  return { since: last.date, changes };
}

/** Lists what is different between two days of one client. */
export function compareStandings(kb: Knowledge, then: Standing, now: Standing): readonly Change[] {
  return [
    ...told(now),
    ...changedFacts(kb, then, now),
    ...changedClearances(then, now),
    ...changedValues(kb, then, now),
  ];
}

function told({ session }: Standing): readonly Change[] {
  const words = wordsOfField(session.note, 'health-update');
  return words === undefined
    ? []
    : [{ kind: 'told', text: say`The client told: ${words}`, direction: undefined, at: undefined }];
}

type Known = ConditionFact | MedicationFact;

const holds = (fact: Known): boolean => fact.kind === 'medication' || (!fact.historical && !fact.past);

const knownOf = (client: ClientView): readonly Known[] =>
  client.facts.flatMap((fact) => (fact.kind === 'finding' ? [] : [fact]));

function changedFacts(kb: Knowledge, then: Standing, now: Standing): readonly Change[] {
  const before = knownOf(then.client);
  const after = knownOf(now.client);
  const same = (a: Known) => (b: Known) => a.kind === b.kind && a.id === b.id && holds(b);
  const begun = after.filter((fact) => holds(fact) && !before.some(same(fact)));
  const ended = before.filter((fact) => holds(fact) && !after.some(same(fact)));
  const toChange =
    (word: (name: string, fact: Known) => string) =>
    (fact: Known): Change => ({
      kind: fact.kind,
      text: word(nameFact(kb, fact), fact),
      direction: undefined,
      at: fact.source,
    });
  return [
    ...begun.map(
      toChange((name, fact) =>
        fact.certainty === 'possible' ? say`New, not certain: ${name}` : say`New: ${name}`,
      ),
    ),
    ...ended.map(toChange((name) => say`No longer current: ${name}`)),
  ];
}

function changedClearances(then: Standing, now: Standing): readonly Change[] {
  return now.client.clearances.flatMap(({ entry, source }): readonly Change[] => {
    const change = (text: string): Change => ({ kind: 'clearance', text, direction: undefined, at: source });
    const what = say`clearance for ${entry.for.value}${entry.by === undefined ? '' : say` by ${entry.by.value}`}`;
    const on = entry.on?.value.from;
    const until = entry.until?.value.to;
    return [
      ...(on !== undefined && then.date < on && on <= now.date ? [change(say`New: ${what}`)] : []),
      ...(until !== undefined && then.date <= until && until < now.date
        ? [change(say`Ended on ${until}: ${what}`)]
        : []),
    ];
  });
}

/** Measured values that both days have, and that differ. */
function changedValues(kb: Knowledge, then: Standing, now: Standing): readonly Change[] {
  const { pain, motions, outcomes } = listTrends(kb, [
    { ...then.session, date: then.date },
    { ...now.session, date: now.date },
  ]);
  const painSeries: Series = {
    id: 'pain',
    name: say`Pain`,
    unit: 'points',
    outOf: 10,
    better: 'lower',
    values: pain.flatMap(({ date, before, at }) =>
      before === undefined ? [] : [{ date, value: before, at }],
    ),
  };
  return [
    ...wordSeries('pain', [painSeries]),
    ...wordSeries('motion', motions),
    ...wordSeries('outcome', outcomes),
  ];
}

const wordSeries = (kind: Change['kind'], all: readonly Series[]): readonly Change[] =>
  all.flatMap(({ name, unit, outOf, better, values }): readonly Change[] => {
    const [first, last] = [values[0], values.at(-1)];
    if (first === undefined || last === undefined || first === last || first.value === last.value) return [];
    const end = unit === 'points' ? (outOf === undefined ? '' : `/${outOf}`) : unit === '%' ? ' %' : unit;
    const isBetter = better === 'higher' ? last.value > first.value : last.value < first.value;
    return [
      {
        kind,
        text: say`${name} ${last.value}${end}, was ${first.value}${end}`,
        direction: better === undefined ? undefined : isBetter ? 'better' : 'worse',
        at: last.at,
      },
    ];
  });

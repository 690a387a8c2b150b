// Conditions and medicines that matter for massage, stated in the note and missing from the client record: they are
// carried to later sessions with less certainty until the record has them.
import { type ConditionFact, isSurelyStated, type MedicationFact } from '../../facts/model';
import type { Knowledge } from '../../knowledge/knowledge';
import { say } from '../../text/say';
import { rulesCausedBy } from '../candidates';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { recordFix } from '../record-fixes';
import { cut, nameFact } from '../words';

type Stated = ConditionFact | MedicationFact;

export const unrecordedFacts: Check = { name: 'unrecorded-facts', run: listUnrecorded };

function listUnrecorded(input: CheckInput): readonly Finding[] {
  const { kb, client, session } = input;
  if (client.record === undefined || session.note.frontMatter?.signed !== undefined) return [];
  const { uri } = client.record;
  const told = client.facts.filter(
    (fact): fact is Stated =>
      fact.kind !== 'finding' && fact.source.uri === session.uri && isLasting(kb, fact),
  );
  if (told.length === 0) return [];
  const known = new Set(
    client.facts.flatMap((fact) =>
      fact.kind !== 'finding' && fact.source.uri === uri ? rulesCausedBy(kb, fact) : [],
    ),
  );
  const said = new Set<string>();
  return told.flatMap((fact): readonly Finding[] => {
    if (said.has(fact.id)) return [];
    // What raises no rule that the record does not raise already adds nothing to it.
    if (rulesCausedBy(kb, fact).every((rule) => known.has(rule))) return [];
    const fixes = recordFix(input, fact);
    if (fixes.length === 0) return [];
    said.add(fact.id);
    return [
      {
        rule: 'record/unrecorded',
        severity: 'hint',
        at: fact.source,
        message: cut(
          say`Not in the client file yet: ${nameFact(kb, fact)}. Recorded there, it counts in later notes.`,
        ),
        because: [],
        fixes: fixes.map((fix) => ({ ...fix, preferred: true })),
      },
    ];
  });
}

// What passes within this time need not stand in the record: a vaccination, dental work.
const lastingDays = 120;

/** True for what is certain and goes on; a fever, a sprain or a vaccination need not stand in the record. */
function isLasting(kb: Knowledge, fact: Stated): boolean {
  if (!isSurelyStated(fact)) return false;
  if (fact.kind === 'medication') return true;
  const course = kb.conditions.get(fact.id)?.course;
  return (
    course !== undefined &&
    !fact.historical &&
    !fact.past &&
    course.kind !== 'acute' &&
    (course.lapsesAfterDays ?? lastingDays) >= lastingDays
  );
}

// What today's note says against the client file or an earlier note, told once for each thing, with a fix where one is
// right.
import { denialsOfNote, mayBeSamePlace } from '../../facts/denial';
import type { Fact } from '../../facts/model';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import { explainCause } from '../explain-cause';
import type { Finding } from '../finding';
import { endInRecordFix } from '../record-fixes';
import { fieldsOf } from '../visits/notes';
import { cut, nameFact } from '../words';

export const contradictions: Check = { name: 'contradictions', run: listContradictions };

function listContradictions(input: CheckInput): readonly Finding[] {
  const found = input.client.facts.flatMap((fact) => [
    ...againstRecord(input, fact),
    ...againstNote(input, fact),
    ...allergy(input, fact),
  ]);
  return [...found, ...noAllergies(input)];
}

/** Said not to be there today, and told as there by the file or an earlier note, which only says so: no end is told. */
function againstNote(input: CheckInput, fact: Fact): readonly Finding[] {
  const { kb, session, client } = input;
  if (fact.kind === 'finding' || fact.source.uri === session.uri || fact.certainty === 'possible') return [];
  const denials = denialsOfNote(kb, session);
  if (denials.length === 0) return [];
  const isRecorded = fact.source.uri === client.record?.uri;
  // What passes may be gone by today, and a medicine of an earlier note may have been stopped.
  if (fact.kind === 'condition' && (fact.historical || fact.past || !stays(kb, fact.id))) return [];
  if (fact.kind === 'medication' && !isRecorded) return [];
  const denial = denials.find(
    ({ kind, id, says, places }) =>
      says === 'absent' &&
      kind === fact.kind &&
      id === fact.id &&
      (fact.kind === 'medication' || mayBeSamePlace(kb, places, fact.regions)),
  );
  if (denial === undefined) return [];
  return [
    differing(
      denial.source,
      say`Not so by this note, and so by ${whereOf(input, fact)}: ${nameFact(kb, fact)}. Say which is right.`,
      explainCause(input, fact),
    ),
  ];
}

const stays = (kb: CheckInput['kb'], id: string): boolean => {
  const kind = kb.conditions.get(id)?.course.kind;
  return kind === 'chronic' || kind === 'event';
};

const whereOf = ({ client }: CheckInput, { source, statedOn }: Stated): string =>
  source.uri === client.record?.uri ? say`the client file` : say`the note of ${statedOn}`;

type Stated = Exclude<Fact, { readonly kind: 'finding' }>;

const differing = (at: Finding['at'], message: string, because: Finding['because']): Finding => ({
  rule: 'record/contradiction',
  severity: 'information',
  at,
  message: cut(message),
  because,
  fixes: [],
});

const none = /^\s*(?:none|nil|no\b|nka|nkda|n\/a|denies|0)/i;

/** Today's field for allergies says none, and the file or an earlier note names one. */
function noAllergies(input: CheckInput): readonly Finding[] {
  const { kb, session, client } = input;
  const field = fieldsOf(session.note, ['allergies']).find(({ value }) =>
    none.test(sliceSpan(session.note.text, value)),
  );
  if (field === undefined) return [];
  const fact = client.facts.find(
    (one) =>
      one.kind === 'condition' &&
      one.id.startsWith('allergy-') &&
      !one.historical &&
      one.source.uri !== session.uri,
  );
  const isSaidToday = session.facts.some((one) => one.kind === 'condition' && one.id.startsWith('allergy-'));
  if (fact === undefined || fact.kind === 'finding' || isSaidToday) return [];
  return [
    differing(
      { uri: session.uri, span: field.value },
      say`No allergies by this note, and by ${whereOf(input, fact)}: ${nameFact(kb, fact)}. Say which is right.`,
      explainCause(input, fact),
    ),
  ];
}

function againstRecord(input: CheckInput, fact: Fact): readonly Finding[] {
  const { kb, session, client } = input;
  const uri = client.record?.uri;
  if (fact.kind === 'finding' || uri === undefined || fact.against.length === 0) return [];
  const sources = [fact.source, ...fact.against];
  const here = sources.find((source) => source.uri === session.uri);
  const there = sources.find((source) => source.uri === uri);
  if (here === undefined || there === undefined) return [];
  const name = nameFact(kb, fact);
  const isPresentHere = here === fact.source;
  return [
    {
      rule: 'record/contradiction',
      severity: 'information',
      at: here,
      message: cut(
        isPresentHere
          ? say`Present here, over in the client file: ${name}. If it has come back, add it there anew.`
          : say`Over here, active in the client file: ${name}. Record its end there.`,
      ),
      because: explainCause(input, fact),
      fixes: endInRecordFix(input, fact).map((fix) => ({ ...fix, preferred: true })),
    },
  ];
}

/** The file says that there are no allergies, and the note names one. */
function allergy({ kb, session, client }: CheckInput, fact: Fact): readonly Finding[] {
  if (client.record === undefined || fact.kind !== 'condition' || !fact.id.startsWith('allergy-')) return [];
  const { record, uri } = client.record;
  const entry = record.entries.find(({ key }) => key.value === 'allergies');
  if (fact.source.uri !== session.uri || entry === undefined || record.allergies.length > 0) return [];
  return [
    {
      rule: 'record/contradiction',
      severity: 'information',
      at: fact.source,
      message: cut(
        say`The client file says that there are no allergies; this note says ${nameFact(kb, fact)}.`,
      ),
      because: [{ at: { uri, span: entry.value }, text: say`Client record: allergies` }],
      fixes: [],
    },
  ];
}

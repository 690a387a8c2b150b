// What today's note says against the client file, told once for each thing, with a fix where one is right.
import type { Fact } from '../../facts/model';
import type { Check, CheckInput } from '../check';
import { explainCause } from '../explain-cause';
import type { Finding } from '../finding';
import { endInRecordFix } from '../record-fixes';
import { cut, nameFact } from '../words';

export const contradictions: Check = { name: 'contradictions', run: listContradictions };

function listContradictions(input: CheckInput): readonly Finding[] {
  return input.client.facts.flatMap((fact) => [...againstRecord(input, fact), ...allergy(input, fact)]);
}

function againstRecord(input: CheckInput, fact: Fact): readonly Finding[] {
  const { kb, session, client } = input;
  const uri = client.record?.uri;
  if (fact.kind === 'finding' || uri === undefined) return [];
  const here = [fact.source, ...fact.against].find((source) => source.uri === session.uri);
  const there = [fact.source, ...fact.against].find((source) => source.uri === uri);
  if (here === undefined || there === undefined || fact.against.length === 0) return [];
  const name = nameFact(kb, fact);
  const isPresentHere = here === fact.source;
  return [
    {
      rule: 'record/contradiction',
      severity: 'information',
      at: here,
      message: cut(
        isPresentHere
          ? `Present here, over in the client file: ${name}. If it has come back, add it there anew.`
          : `Over here, active in the client file: ${name}. Record its end there.`,
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
      message: cut(`The client file says that there are no allergies; this note says ${nameFact(kb, fact)}.`),
      because: [{ at: { uri, span: entry.value }, text: 'Client record: allergies' }],
      fixes: [],
    },
  ];
}

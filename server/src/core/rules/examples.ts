// Runs the examples of rules: a note, perhaps with a client record and earlier notes, and whether the rule speaks in it.
import type { RecordFile } from '../facts/model';
import { readSession } from '../facts/session';
import { orderVisits, viewClient } from '../facts/timeline';
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule, RuleExample } from '../knowledge/model';
import { parseClientRecord } from '../note/client';
import { parseNote } from '../note/parse';
import { defaultSettings } from '../settings';
import { sliceSpan } from '../text/span';
import { candidatesOf } from './candidates';
import { positions } from './checks/positions';
import type { Finding } from './finding';
import { type Case, matchRules, type RuleMatch } from './match';
import { nameFact } from './words';

/** The day of an example that names none. */
export const exampleDay = '2026-11-20';

/** Whether an example shows what it should; `said` tells in words what happened. */
export interface ExampleOutcome {
  readonly passes: boolean;
  readonly said: string;
}

/** An example as the rules see it. */
export interface ExampleCase extends Case {
  readonly matches: readonly RuleMatch[];
  readonly positions: readonly Finding[];
}

const folder = 'file:///clients/example';

/** Reads an example: its note as of its date, with the record and the earlier notes that it names. */
export function readExample(kb: Knowledge, example: RuleExample): ExampleCase {
  const date = example.date ?? exampleDay;
  const parsed = parseNote(example.note);
  const session = readSession(kb, `${folder}/${date}.soap.md`, parsed.value, date);
  const record: RecordFile | undefined =
    example.record === undefined
      ? undefined
      : { uri: `${folder}/client.yaml`, record: parseClientRecord(example.record).value };
  const earlier = orderVisits(
    example.earlier.map(({ date: on, note }) =>
      readSession(kb, `${folder}/${on}.soap.md`, parseNote(note).value, on),
    ),
  );
  const client = viewClient(kb, session, record, earlier, date);
  const at: Case = { kb, session, client, date: session.date ?? date };
  return {
    ...at,
    matches: session.techniques.flatMap((use) => matchRules(at, use)),
    positions: positions.run({ ...at, parsed, practice: undefined, settings: defaultSettings, today: date }),
  };
}

/** Runs one example of a rule that `kb` holds: it must speak in `flags` and be silent in `allows`. */
export function runExample(
  kb: Knowledge,
  rule: Rule,
  example: RuleExample,
  list: 'flags' | 'allows',
): ExampleOutcome {
  const at = readExample(kb, example);
  const match = at.matches.find((candidate) => candidate.rule.id === rule.id);
  const position = at.positions.find((finding) => finding.rule === `contraindication/${rule.id}`);
  const speaks = match !== undefined || position !== undefined;
  return {
    passes: speaks === (list === 'flags'),
    said: match
      ? `It spoke${match.fact === undefined ? '' : ` because of ${nameFact(kb, match.fact)}`}.`
      : position
        ? 'It spoke of the position.'
        : `It was silent: ${whySilent(at, rule)}.`,
  };
}

function whySilent(at: ExampleCase, rule: Rule): string {
  const { techniques, note } = at.session;
  if (!candidatesOf(at.kb, at.client).some((candidate) => candidate.rule === rule))
    return 'nothing in the example is a cause of it';
  if (techniques.length === 0) return 'the note names no technique that was used or is planned';
  const used = techniques.map((use) => `${sliceSpan(note.text, use.mention.span)} (${use.depth})`).join(', ');
  return `its cause is there, but it does not restrict ${used}, or not there, or not at this stage`;
}

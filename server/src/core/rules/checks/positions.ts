// Positions on the table against what is known of the client: prone late in pregnancy, flat with heart failure.
import type { Fact } from '../../facts/model';
import type { Rule } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import { candidatesOf } from '../candidates';
import type { Check, CheckInput } from '../check';
import { answered, askClearances, overrideFor, wordAnswer } from '../clearances';
import { explainCause } from '../explain-cause';
import { type Because, compareFindings, type Finding, withFixes } from '../finding';
import { type Doubt, doubtsOf, severityOf } from '../match';
import { overrideFix } from '../override-fix';
import { overrideInRecordFix } from '../record-fixes';
import { positionsOf } from '../targets';
import { cut, inBrackets, nameFact } from '../words';

export const positions: Check = { name: 'positions', run: listPositions };

function listPositions(input: CheckInput): readonly Finding[] {
  const findings: Finding[] = [];
  const used = input.session.mentions.filter(
    ({ kind, assertion, section }) =>
      kind === 'position' && assertion === 'present' && section !== 'subjective',
  );
  if (used.length === 0) return findings;
  for (const { rule, facts } of candidatesOf(input.kb, input.client)) {
    const restricted = positionsOf(rule);
    const [first, ...others] = used.filter(({ id }) => restricted.includes(id));
    if (first === undefined) continue;
    // One finding for a rule in a note: the position is changed once.
    for (const fact of facts) {
      const use = { id: '', depth: 'light', regions: [] } as const;
      if (fact === undefined) continue;
      const { isCleared, remarks } = askClearances(input, rule, fact, use);
      if (isCleared) continue;
      findings.push(toFinding(input, rule, fact, [first, ...others], remarks));
      break;
    }
  }
  return findings.sort(compareFindings);
}

function toFinding(
  input: CheckInput,
  rule: Rule,
  fact: Fact,
  [first, ...others]: readonly [Mention, ...Mention[]],
  remarks: readonly Because[],
): Finding {
  const { uri, note } = input.session;
  const doubts: Doubt[] = [...doubtsOf(input, fact)];
  const isWeak = rule.level !== 'absolute' || rule.confidence === 'low';
  const position = input.kb.positions.get(first.id)?.name ?? first.id;
  const answer = overrideFor(input, rule, [sliceSpan(note.text, first.span)]);
  const isOverridden = answer?.state === 'answers';
  const finding = withFixes(
    {
      rule: `contraindication/${rule.id}`,
      severity: severityOf(rule, fact, isWeak ? [...doubts, 'weak-evidence'] : doubts),
      at: { uri, span: first.span },
      message: cut(
        say`${position}: change the position, ${nameFact(input.kb, fact)}.${inBrackets(doubts, fact)}`,
      ),
      because: [
        ...explainCause(input, fact),
        ...remarks,
        ...(answer === undefined ? [] : [{ at: answer.source, text: wordAnswer(answer) }]),
        ...others
          .slice(0, 2)
          .map((other) => ({ at: { uri, span: other.span }, text: say`Also here: ${position}` })),
      ],
    },
    () =>
      isOverridden ? [] : [...overrideFix(input, rule, fact), ...overrideInRecordFix(input, rule, fact)],
  );
  return isOverridden ? answered(finding, answer.entry.reason?.value ?? '', answer.source) : finding;
}

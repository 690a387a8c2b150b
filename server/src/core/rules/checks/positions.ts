// Positions on the table against what is known of the client: prone late in pregnancy, flat with heart failure.

import type { Check, CheckInput } from '../check';
import { clearanceFor } from '../clearances';
import { type Because, compareFindings, type Finding } from '../finding';
import { causesOf, type Doubt, severityOf } from '../match';
import { positionsOf } from '../targets';
import { cut, explainFact, nameFact } from '../words';

export const positions: Check = { name: 'positions', run: listPositions };

function listPositions(input: CheckInput): readonly Finding[] {
  const findings: Finding[] = [];
  const mentions = input.session.mentions.filter(
    (mention) =>
      mention.kind === 'position' && mention.assertion === 'present' && mention.section !== 'subjective',
  );
  for (const rule of input.kb.data.rules) {
    const restricted = positionsOf(rule);
    if (restricted.length === 0) continue;
    for (const mention of mentions) {
      if (!restricted.includes(mention.id)) continue;
      for (const fact of causesOf(input, rule)) {
        if (fact === undefined || clearanceFor(input, rule, fact, { id: '', depth: 'light', regions: [] }))
          continue;
        const doubts: Doubt[] =
          fact.kind !== 'finding' && fact.certainty === 'possible'
            ? ['suspected']
            : fact.kind !== 'finding' && fact.certainty === 'carried'
              ? ['earlier-note']
              : [];
        if (rule.level !== 'absolute' || rule.confidence === 'low') doubts.push('weak-evidence');
        const because: Because[] = [
          { at: fact.source, text: explainFact(input.kb, fact, input.session.uri, input.date) },
        ];
        const position = input.kb.positions.get(mention.id)?.name ?? mention.id;
        findings.push({
          rule: `contraindication/${rule.id}`,
          severity: severityOf(rule, fact, doubts),
          at: { uri: input.session.uri, span: mention.span },
          message: cut(`${position}: change the position, ${nameFact(input.kb, fact)}.`),
          because,
          fixes: [],
        });
        break;
      }
    }
  }
  return findings.sort(compareFindings);
}

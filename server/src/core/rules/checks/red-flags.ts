// Patterns of symptoms that ask for referral. The therapist does not diagnose: the finding names what the pattern is kept for.
import { featuresPresent, redFlagsTouched } from '../../facts/findings';
import { isSurelyStated } from '../../facts/model';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import { compareFindings, type Finding, type Severity } from '../finding';
import { cut } from '../words';

export const redFlags: Check = { name: 'red-flags', run: listRedFlags };

function listRedFlags(input: CheckInput): readonly Finding[] {
  const findings: Finding[] = [];
  for (const flag of redFlagsTouched(input.kb, input.session.mentions)) {
    const present = featuresPresent(input.kb, flag, input.session.mentions);
    const [first, ...others] = present;
    if (first === undefined || present.length < flag.minimumFeatures) continue;
    // What is already known needs no suspicion: the contraindication speaks for it.
    const known = input.client.facts.some(
      (fact) => fact.kind === 'condition' && fact.id === flag.suspect && isSurelyStated(fact),
    );
    if (known) continue;
    const severity: Severity =
      flag.urgency === 'emergency' || flag.urgency === 'same-day' ? 'warning' : 'information';
    const at = { uri: input.session.uri, span: first.span };
    findings.push({
      rule: `red-flag/${flag.id.replace(/^rf-/, '')}`,
      severity,
      at,
      message: cut(`${flag.title}: ${flag.action}`),
      because: others.slice(0, 4).map((mention) => ({
        at: { uri: input.session.uri, span: mention.span },
        text: say`Also noted: ${input.kb.signs.get(mention.id)?.name ?? input.kb.conditions.get(mention.id)?.name ?? mention.id}`,
      })),
      fixes: [],
    });
  }
  return findings.sort(compareFindings);
}

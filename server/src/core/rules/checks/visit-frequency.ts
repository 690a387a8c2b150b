// A planned rhythm far from what is usually advised for the phase that the client is in: a hint with its source.
import type { VisitFrequency } from '../../knowledge/model';
import { listFrequencies } from '../../note/values/frequency';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, sectionsOf } from '../visits/notes';

export const visitFrequency: Check = { name: 'visit-frequency', run: listFrequencyHints };

function listFrequencyHints(input: CheckInput): readonly Finding[] {
  const { note, uri } = input.session;
  const advice = adviceFor(input);
  if (advice === undefined) return [];
  for (const section of sectionsOf(note, 'plan')) {
    const found = listFrequencies(note.text, section.span)[0];
    if (found === undefined || found.value.asNeeded) continue;
    const days = found.value.everyDays / Math.max(1, found.value.times);
    if (days <= 2 * advice.daysBetweenMax && 2 * days >= advice.daysBetweenMin) return [];
    const sure = advice.confidence === 'high' ? '' : say` (weak evidence)`;
    return [
      aboutVisits(
        'frequency-guidance',
        'hint',
        { uri, span: found.span },
        say`${advice.phase}: usually ${advice.guidance.replace(/^custom: /, '')}, ${advice.until}${sure}.`,
        advice.sources.flatMap((source) => {
          const entry = 'ref' in source ? input.kb.sources.get(source.ref) : undefined;
          return entry === undefined
            ? []
            : [
                {
                  at: { uri, span: found.span },
                  text: say`Source: ${entry.title}${entry.year === undefined ? '' : ` (${entry.year})`}`,
                },
              ];
        }),
      ),
    ];
  }
  return [];
}

const operations: readonly string[] = ['surgery', 'joint-replacement', 'spinal-surgery'];
const injuries: readonly string[] = ['sprain', 'strain', 'acute-soft-tissue', 'torticollis', 'whiplash'];

/** The guidance that fits what is certain of the client; where nothing is, none. */
function adviceFor(input: CheckInput): VisitFrequency | undefined {
  const pick = (id: string): VisitFrequency | undefined =>
    input.kb.data.visitFrequencies.find((entry) => entry.id === id);
  const has = (test: (id: string, phase: string | undefined) => boolean): boolean =>
    input.client.facts.some(
      (fact) =>
        fact.kind === 'condition' &&
        test(fact.id, fact.phase) &&
        fact.certainty === 'stated' &&
        !fact.historical &&
        !fact.past,
    );
  if (has((id) => operations.some((name) => id.startsWith(name)))) return pick('fr-postop');
  if (has((id, phase) => phase === 'acute' && injuries.some((name) => id.startsWith(name))))
    return pick('fr-acute');
  if (has((id) => id === 'fibromyalgia')) return pick('fr-fibromyalgia');
  return input.session.note.frontMatter?.type?.value === 'wellness' ? pick('fr-wellness') : undefined;
}

// The page of a rule. Its words are the core's; here they are only laid out for a terminal.
import { overrideReasons, type Rule, wordReview, wordRule } from '../../core/index';
import { type PageKind, type Part, part, toSources } from './page';

export const rulePages: PageKind = {
  name: 'rule',
  plural: 'rules',
  what: 'what is restricted for whom, why, what is safer and what clears it',
  list: (kb) => kb.data.rules.map((rule) => ({ id: rule.id, names: [rule.title] })),
  toPage: (kb, id) => {
    const rule = kb.rules.get(id);
    if (rule === undefined) return undefined;
    return {
      kind: 'rule',
      id,
      title: rule.title,
      parts: [
        ...wordRule(kb, rule, (other) => `${other.title} (${other.id})`).map(
          ({ label, paragraphs, items, after }) =>
            part(label, ...paragraphs, ...items.map((item) => `- ${item}`), ...after),
        ),
        toAnswers(rule),
        toSources(kb, rule.sources, rule.confidence),
        part('Review', wordReview(rule)),
      ],
    };
  },
};

/** How a finding of the rule is answered where it does not hold, as lines to copy. */
const toAnswers = ({ id, level }: Rule): Part =>
  part(
    'How to answer it',
    'A clearance, in the client.yaml of the client:',
    `clearances: [{ for: ${id}, by: WHO, on: DAY, until: DAY }]`,
    'An override, there for some time or between the --- lines of one note:',
    `overrides: [{ rule: ${id}, reason: REASON, ${level === 'absolute' ? 'note: WHY, ' : ''}by: WHO, on: DAY }]`,
    `REASON is one of ${overrideReasons.join(', ')}.`,
  );

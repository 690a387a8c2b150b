// The page of a rule. Its words are the core's; here they are only laid out for a terminal.
import { wordReview, wordRule } from '../../core/index';
import { type PageKind, part, toSources } from './page';

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
        toSources(kb, rule.sources, rule.confidence),
        part('Review', wordReview(rule)),
      ],
    };
  },
};

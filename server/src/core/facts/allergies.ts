// Allergies as a record lists them, `allergies: [latex, nut oils]`, and as a note does: `Allergies: nuts, latex (rash)`.
import type { Knowledge } from '../knowledge/knowledge';
import type { Block, Located, Note } from '../note/model';
import { oncePer, oncePerText } from '../text/once';
import { type Span, sliceSpan, span } from '../text/span';
import { readingsOf, type Stated } from './conditions';
import { type ConditionFact, conditionFact } from './model';

/** Facts of `allergies:`. A bare substance is read as an allergy to it; one that the base does not know gives none. */
export function allergyFactsOf(
  kb: Knowledge,
  allergies: readonly Located<string>[],
  stated: Stated,
): readonly ConditionFact[] {
  return allergies.flatMap(({ value, span }) => {
    const id = allergyIn(kb)(value);
    if (id === undefined) return [];
    return [
      conditionFact({ id, certainty: 'stated', source: { uri: stated.uri, span }, statedOn: stated.on }),
    ];
  });
}

const allergyIn = oncePer((kb: Knowledge) =>
  oncePerText((value) => {
    const name = value.trim();
    const readings = [`${name} allergy`, `allergic to ${name}`, name].map((words) =>
      readingsOf(kb, words, 'condition'),
    );
    return readings.find(([reading]) => reading !== undefined)?.[0]?.id;
  }),
);

/** One item of a field for allergies: the substance, and what is told of it. */
export interface Allergy {
  readonly name: Located<string>;
  /** `hives` of `nuts: hives` or `nuts (hives)`: what it did, not what is there today. */
  readonly reaction: Span;
}

/** What the fields for allergies of a note list, item by item. */
export function listAllergies({ text, sections }: Note): readonly Allergy[] {
  const listed: Allergy[] = [];
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === 'field' && block.field === 'allergies')
        for (const part of partsOf(block)) listed.push(...listItems(text, part));
  return listed;
}

function listItems(text: string, part: Span): readonly Allergy[] {
  const items = sliceSpan(text, part).matchAll(/[^,;/\n]+?(?=\s+(?:and|&)\s|\s*[,;/\n]|\s*$)/gi);
  return [...items].flatMap(({ 0: item, index }): readonly Allergy[] => {
    const [, lead = '', name = ''] =
      /^(\s*(?:(?:and|&)\s+)?(?:[-*•]\s+)?)([^(:–—]*[^(:–—\s.])/i.exec(item) ?? [];
    const from = part.start + index + lead.length;
    const at = span(from, from + name.length);
    return name === ''
      ? []
      : [{ name: { value: name, span: at }, reaction: span(at.end, part.start + index + item.length) }];
  });
}

const partsOf = (block: Block): readonly Span[] => [
  block.kind === 'field' ? block.value : block.content,
  ...block.children.flatMap(partsOf),
];

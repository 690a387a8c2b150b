// Which techniques were done or are planned, where, how deep and for how long.
import type { Knowledge } from '../knowledge/knowledge';
import type { Depth } from '../knowledge/model';
import type { Mention } from '../mentions/model';
import { listDurations } from '../note/values/duration';
import { listPressures } from '../note/values/pressure';
import { mayHold } from '../note/values/time-hints';
import { readValueHints, valueHints } from '../note/values/value-hints';
import { span } from '../text/span';
import type { TechniqueUse } from './model';

/** Turns technique mentions into uses. Mentions that were avoided, or are of another time or person, give none. */
export function techniqueUsesOf(
  kb: Knowledge,
  text: string,
  mentions: readonly Mention[],
): readonly TechniqueUse[] {
  const uses: TechniqueUse[] = [];
  for (const mention of mentions) {
    if (mention.kind !== 'technique' || (mention.assertion !== 'done' && mention.assertion !== 'planned'))
      continue;
    const technique = kb.techniques.get(mention.id);
    if (technique === undefined) continue;
    // The words around the technique, without its own name: "deep tissue" does not make itself deep.
    const around = `${text.slice(mention.reach.start, mention.span.start)} ${text.slice(mention.span.end, mention.reach.end)}`;
    const hints = readValueHints(around, span(0, around.length));
    uses.push({
      mention,
      id: mention.id,
      status: mention.assertion,
      regions: mention.regions,
      depth: readDepth(around, hints) ?? technique.depth,
      minutes: readMinutes(around, hints),
    });
  }
  return uses;
}

/** The words for a depth, each with what a text must hold for it to be there. */
const depthWords: readonly (readonly [pattern: RegExp, depth: Depth, needs: number])[] = [
  [/(?<![\w/.])[12]\s?\/\s?5(?![\d/])/, 'light', valueHints.ofTen],
  [/(?<![\w/.])3\s?\/\s?5(?![\d/])/, 'moderate', valueHints.ofTen],
  [/(?<![\w/.])[45]\s?\/\s?5(?![\d/])/, 'deep', valueHints.ofTen],
  [
    /\b(?:feather-?\s?light|very light|extra light|light(?:ly|er)?|gentle|gently|superficial|soft)\b/i,
    'light',
    valueHints.light,
  ],
  [
    /\b(?:deep(?:ly|er)?|firm(?:ly|er)?|heavy|strong(?:ly)?|intense)\b(?!\s+(?:breath|relax|sleep|vein|calf|neck flexor|front|fascia))/i,
    'deep',
    valueHints.deep,
  ],
  [
    /\b(?:moderate(?:ly)?|medium|mod)\b(?!\s+(?:pain|tension|tenderness|hypertonicity|restriction|relief))/i,
    'moderate',
    valueHints.moderate,
  ],
];

/**
 * The stated depth of a treatment entry: a pressure (of five steps 1–2 are light, 3 moderate, 4–5 deep), else a word that
 * among treatments can only be one; undefined if none.
 */
export function readDepth(
  text: string,
  hints = readValueHints(text, span(0, text.length)),
): Depth | undefined {
  return (
    listPressures(text, undefined, false, hints)[0]?.value.depth ??
    depthWords.find(([pattern, , needs]) => mayHold(hints, needs) && pattern.test(text))?.[1]
  );
}

/** The stated minutes; undefined if none. */
export const readMinutes = (text: string, hints?: number): number | undefined =>
  listDurations(text, undefined, hints)[0]?.value;

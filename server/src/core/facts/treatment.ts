// Which techniques were done or are planned, where, how deep and for how long.
import type { Knowledge } from '../knowledge/knowledge';
import type { Depth } from '../knowledge/model';
import type { Mention } from '../mentions/model';
import { listDurations } from '../note/values/duration';
import { listPressures } from '../note/values/pressure';
import type { TechniqueUse } from './model';

/** Turns technique mentions into uses. Mentions that were avoided, or are of another time or person, give none. */
export function techniqueUsesOf(
  kb: Knowledge,
  text: string,
  mentions: readonly Mention[],
): readonly TechniqueUse[] {
  return mentions.flatMap((mention): readonly TechniqueUse[] => {
    if (mention.kind !== 'technique' || (mention.assertion !== 'done' && mention.assertion !== 'planned'))
      return [];
    const technique = kb.techniques.get(mention.id);
    if (technique === undefined) return [];
    // The words around the technique, without its own name: "deep tissue" does not make itself deep.
    const around = `${text.slice(mention.reach.start, mention.span.start)} ${text.slice(mention.span.end, mention.reach.end)}`;
    return [
      {
        mention,
        id: mention.id,
        status: mention.assertion,
        regions: mention.regions,
        depth: readDepth(around) ?? technique.depth,
        minutes: readMinutes(around),
      },
    ];
  });
}

const depthWords: readonly (readonly [RegExp, Depth])[] = [
  [/(?<![\w/.])[12]\s?\/\s?5(?![\d/])/, 'light'],
  [/(?<![\w/.])3\s?\/\s?5(?![\d/])/, 'moderate'],
  [/(?<![\w/.])[45]\s?\/\s?5(?![\d/])/, 'deep'],
  [
    /\b(?:feather-?\s?light|very light|extra light|light(?:ly|er)?|gentle|gently|superficial|soft)\b/i,
    'light',
  ],
  [
    /\b(?:deep(?:ly|er)?|firm(?:ly|er)?|heavy|strong(?:ly)?|intense)\b(?!\s+(?:breath|relax|sleep|vein|calf|neck flexor|front|fascia))/i,
    'deep',
  ],
  [
    /\b(?:moderate(?:ly)?|medium|mod)\b(?!\s+(?:pain|tension|tenderness|hypertonicity|restriction|relief))/i,
    'moderate',
  ],
];

/**
 * The stated depth of a treatment entry: a pressure (of five steps 1–2 are light, 3 moderate, 4–5 deep), else a word that
 * among treatments can only be one; undefined if none.
 */
export function readDepth(text: string): Depth | undefined {
  return listPressures(text)[0]?.value.depth ?? depthWords.find(([pattern]) => pattern.test(text))?.[1];
}

/** The stated minutes; undefined if none. */
export const readMinutes = (text: string): number | undefined => listDurations(text)[0]?.value;

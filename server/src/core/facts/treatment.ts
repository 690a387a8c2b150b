// Which techniques were done or are planned, where, how deep and for how long.
import type { Knowledge } from '../knowledge/knowledge';
import type { Depth } from '../knowledge/model';
import type { Mention } from '../mentions/model';
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
  [/\b(?:pressure|press\.?|depth)\s*:?\s*([1-5])(?:\s*\/\s*5)?(?![\d/])/i, 'moderate'],
  [/(?<![\d/])([1-5])\s*\/\s*5\s*(?:pressure|depth)\b/i, 'moderate'],
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

/** The stated depth, of the Walton-like scale 1–5 (1–2 light, 3 moderate, 4–5 deep) or of words; undefined if none. */
export function readDepth(text: string): Depth | undefined {
  for (const [pattern, depth] of depthWords) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (match[1] === undefined) return depth;
    const level = Number(match[1]);
    return level <= 2 ? 'light' : level === 3 ? 'moderate' : 'deep';
  }
  return undefined;
}

/** The stated minutes; undefined if none. */
export function readMinutes(text: string): number | undefined {
  const match = /(?<![\d/.])(\d{1,3})\s*(?:min|mins|minutes?|m\b|['′])/i.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

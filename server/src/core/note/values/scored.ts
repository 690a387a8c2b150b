// What a score is a score of: the thing that is named in its own part of the sentence, or right behind it.
import { once, oncePerText } from '../../text/once';
import type { Span } from '../../text/span';
import { isSpaceCode } from '../lex';
import { complaintWords, painWords, scoredThings } from './scored-things';

/** How far a sentence is looked back at, and what stands behind a score. */
const REACH = 200;
const BEHIND = 60;
/** A shorter line was ended on purpose; a longer one was wrapped. */
const WRAPPED = 55;

/** What parts a sentence: another score, a comma, a dash, a contrast. */
const PART_END =
  /(\d{1,3}(?:[.,]\d)?[+-]?(?:\s?[-\u2013]\s?\d{1,2})?\s?(?:\/|out\sof)\s?\d{1,3})|,|\s[-\u2013\u2014]{1,2}\s|\b(?:but|while|whereas|though|however)\b/gi;
const LIST = /\b(?:and|plus)\b|[&+]/i;
/** Behind such a word stands a circumstance: "neck after stress 6/10" scores the neck. */
const LINKER =
  /(?<![\w/])(?:from|with|w\/|after|due|d\/t|because|since|during|when|while|despite|without|under|following|post|until|if|as|on)(?![\w])/i;
const FILLERS =
  /(?<![\w/])(?:is|was|are|were|of|at|about|around|to|by|a|an|the|it|its|today|now|then|currently|usually|again|still|only|just|down|up|from|rated|rates|rating|level|score|scores|scored|reports?|reported|states|says|c\/o|has|had|with|w\/|pt|client|patient|she|he|they|feels|this|last|week|visit|time|session|morning|evening|before|after|average|avg|best|worst|max|better|worse|improved|previously|initially)(?![\w])/gi;
/** After such a word a number belongs to the noun behind it: "with 6/10 tiredness". */
const BINDS = /(?:^|[\s(])(?:with|w\/|has|had|reports?|reported|c\/o|rates|a|an|of|at|and)\s*$/i;

const alternatives = (atPlace: boolean): string =>
  scoredThings
    .filter((one) => one.atPlace === atPlace)
    .map(({ words }) => words)
    .join('|');
const word = (words: string, end = ''): RegExp => new RegExp(`(?<!\\w)(?:${words})(?!\\w)${end}`, 'i');
/** "Strength training" and "energy work" are activities, and nobody scores them. */
const NO_ACTIVITY = '(?!\\s(?:training|work|class|exercises?|drills?)(?!\\w))';
const AT_PLACE = word(alternatives(true), NO_ACTIVITY);
const THING = word(alternatives(false), NO_ACTIVITY);
const ANY_THING = `${alternatives(false)}|${alternatives(true)}`;
const PAIN = word(painWords);
const COMPLAINT = word(complaintWords);
/** A part that begins with the thing: "stress is high, 8/10". */
const BEGINS = new RegExp(
  `^\\W*(?:\\w{1,12}:\\s)?(?:(?:her|his|my|the|their|some|more|low|high|poor|bad|good|general|overall|pt|client|reports|feels|is|very)\\s){0,3}(?:${ANY_THING})(?!\\w)`,
  'i',
);
// A word that has a score of its own behind it belongs to that one: "6/10 stress 8/10".
const SCORED = '(?!\\w)(?![^.,;\\n]{0,20}?\\d\\s?/\\s?\\d)';
const THING_BEHIND = new RegExp(
  `^\\s(?:(?:for|of|on|in)\\s)?(?:(?:the|her|his|my)\\s)?(?:${ANY_THING})${SCORED}`,
  'i',
);
const COMPLAINT_BEHIND = new RegExp(
  `^\\s(?:[\\w/]{1,12}\\s){0,3}(?:${painWords}|${complaintWords})${SCORED}`,
  'i',
);

/** Whether a score belongs to something that is named and is no pain: tiredness, stress, an effort, a strength. */
export function isOfSomethingElse(text: string, within: Span, place: Span): boolean {
  const before = leadOf(text.slice(sentenceStart(text, within, place.start), place.start));
  if (!before.isOpen) return before.namesSomethingElse();
  const behind = text.slice(place.end, Math.min(within.end, place.end + BEHIND));
  if (THING_BEHIND.test(behind)) return true;
  return !(before.isBare && COMPLAINT_BEHIND.test(behind)) && before.namesSomethingElse();
}

/** What leads to a score in its sentence. */
interface Lead {
  /** Whether the score's own part holds no word that could be scored. */
  readonly isBare: boolean;
  /** Whether what stands behind the score may be what is scored. */
  readonly isOpen: boolean;
  /** Whether something else than pain is named, by the own part or, where that is bare, by those before it. */
  readonly namesSomethingElse: () => boolean;
}

/** The lead that words are; several checks ask of the same score, and many scores stand behind the same few words. */
const leadOf = oncePerText((words): Lead => {
  const parts = partsOf(words);
  const own = parts.at(-1)?.text ?? '';
  const isBare = isEmpty(own);
  return {
    isBare,
    isOpen: isBare || BINDS.test(own),
    namesSomethingElse: once(() => (isBare ? goesOn(parts.slice(0, -1)) : namesSomethingElse(own))),
  };
});

interface Part {
  readonly text: string;
  /** Whether a score ends it. */
  readonly scored: boolean;
}

/** Where the sentence of a score begins. */
function sentenceStart(text: string, within: Span, end: number): number {
  const from = Math.max(within.start, end - REACH);
  for (let at = end - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if (code > 63) continue;
    if (code === lineFeed) {
      if (!isWrapped(text, at)) return at + 1;
    } else if (isStop(code) && at + 1 < end && isSpaceCode(text.charCodeAt(at + 1))) return at + 1;
  }
  return from;
}
const lineFeed = 10;
/** One of `.`, `;`, `!` and `?`, which are all below the letters. */
const isStop = (code: number): boolean => code === 46 || code === 59 || code === 33 || code === 63;

/** The parts of what stands in the sentence before a score; the last one is the score's own. */
function partsOf(before: string): readonly Part[] {
  const sentence = before.replace(/\([^()]*\)/g, ' ');
  const parts: Part[] = [];
  let last = 0;
  for (const match of sentence.matchAll(PART_END)) {
    parts.push({ text: sentence.slice(last, match.index), scored: match[1] !== undefined });
    last = match.index + match[0].length;
  }
  return [...parts, { text: sentence.slice(last), scored: false }];
}

/** Whether a sentence goes on behind a line end: the line is long, and no list item, label or blank line follows. */
const isWrapped = (text: string, at: number): boolean =>
  at >= WRAPPED &&
  !text.slice(at - WRAPPED, at).includes('\n') &&
  !/^\s*(?:[-*\u2022#\n]|\d+[.)]\s|$)/.test(text.slice(at + 1, at + 8));

const isEmpty = (part: string): boolean => !/[\p{L}]/u.test(part.replace(FILLERS, ' '));

function namesSomethingElse(part: string): boolean {
  if (PAIN.test(part)) return false;
  const linker = LINKER.exec(part)?.index ?? part.length;
  const head =
    part
      .slice(0, linker)
      .split(LIST)
      .findLast((one) => !isEmpty(one)) ?? '';
  if (AT_PLACE.test(head)) return true;
  const found = THING.exec(head);
  if (found === null) return false;
  const rest = part.slice(part.indexOf(head) + found.index + found[0].length);
  return !COMPLAINT.test(rest);
}

/** Whether a score without words of its own goes on with something else: "tiredness 4/10, was 6/10". */
function goesOn(parts: readonly Part[]): boolean {
  const at = parts.findLastIndex(({ text }) => !isEmpty(text));
  const part = parts[at];
  if (part === undefined || !BEGINS.test(part.text) || !namesSomethingElse(part.text)) return false;
  if (part.scored) return true;
  // Of "neck pain, stress at work, 6/10" the pain is scored.
  for (const { text, scored } of parts.slice(0, at).reverse()) {
    if (scored) return true;
    if (PAIN.test(text) || COMPLAINT.test(text)) return false;
  }
  return true;
}

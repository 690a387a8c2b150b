// Which forms of dates and times a text can hold at all: one look at its words spares it the grammars of the others.
import type { Span } from '../../text/span';

/** What a text holds, as bits; a form of a date or time names the bits that it needs. */
export const timeHints = {
  digit: 1,
  /** A number and a number of one or two digits with a mark between them: 10/28, 3/10. */
  pair: 2,
  month: 4,
  unit: 8,
  ago: 16,
  event: 32,
  times: 64,
  lasting: 128,
  ahead: 256,
  yesterday: 512,
  cue: 1024,
  /** A unit right behind an amount, or a fraction such as 2/52. */
  spell: 2048,
  /** Four digits or more in a row. */
  year: 4096,
  /** A year and a mark and a number: 2026-11. */
  yearFirst: 8192,
  /** Three numbers with marks between them: 10/28/26. */
  triple: 16384,
  /** A pair that can only be a day and a month: 10/28. */
  monthDay: 32768,
  weekday: 65536,
  childhood: 131072,
  today: 262144,
  last: 524288,
  next: 1048576,
  /** An apostrophe, as in '19. */
  apostrophe: 2097152,
  /** A word that a number follows which may be an age: at 7, when she was 12. */
  beforeAge: 4194304,
  /** Such a number, or a word that names an age by itself. */
  aged: 8388608,
  season: 16777216,
  feast: 33554432,
  /** A word that may stand between two that belong together: "on the 3rd of May". */
  passed: 67108864,
  /** A number, or a month, behind a word that a date follows. */
  cuedNumber: 134217728,
  cuedMonth: 268435456,
  amount: 536870912,
  /** A month beside a number. */
  dayAndMonth: 1073741824,
} as const;

const words: readonly (readonly [bits: number, words: string])[] = [
  [
    timeHints.month,
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december',
  ],
  [
    timeHints.unit,
    'day days d week weeks wek weks wk wks w month months mth mths mo mos mon year years yr yrs y decade decades',
  ],
  [timeHints.ago, 'ago back prior earlier previously'],
  [
    timeHints.event,
    'post postop postoperative postoperatively postsurgery postsurgical postpartum postnatal postinjury postaccident postmva postmvc postconcussion postfx postfracture poststroke postchemo postradiation pod s pp after following out status',
  ],
  [timeHints.times, 'x'],
  [timeHints.lasting, 'for since over during in past last these hx history h'],
  [timeHints.ahead, 'in from hence'],
  [timeHints.yesterday, 'yesterday night'],
  [timeHints.today, 'today tonight this'],
  [timeHints.last, 'last'],
  [timeHints.next, 'tomorrow next'],
  [
    timeHints.weekday,
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun',
  ],
  [
    timeHints.childhood,
    'at age aged when childhood infancy birth child kid baby teen teenager grade school teens twenties growing',
  ],
  [timeHints.passed, 'of the d st nd rd th'],
  [
    timeHints.amount,
    'a an one two three four five six seven eight nine ten eleven twelve couple few several many',
  ],
  [timeHints.aged, 'childhood infancy birth child kid baby teen teenager school teens twenties growing'],
  [timeHints.beforeAge, 'at age aged when was grade year'],
  [timeHints.season, 'winter spring summer fall autumn'],
  [timeHints.feast, 'christmas xmas easter halloween thanksgiving'],
  [
    timeHints.cue,
    'since on from as date dated dx diagnosed doi dos in circa around started stopped began last early mid late until till til by due edd before next expire expires return rebook rebooked',
  ],
];
const bitsOf = new Map<string, number>();
for (const [bits, list] of words)
  for (const word of list.split(' ')) bitsOf.set(word, (bitsOf.get(word) ?? 0) | bits);

const longestWord = 16;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const slash = 47;
/** One of `-`, `.` and `/`. */
const isBetween = (code: number): boolean => code >= 45 && code <= 47;

/** What the number at `[from, to)` says, together with the mark and number behind it. */
function readNumbers(text: string, from: number, to: number, end: number): number {
  let bits = to - from >= 4 ? timeHints.year : 0;
  const mark = text.charCodeAt(to);
  if (to + 1 >= end || !isBetween(mark) || !isDigit(text.charCodeAt(to + 1))) return bits;
  if (to - from >= 4) return bits | timeHints.yearFirst;
  let next = to + 1;
  while (next < end && isDigit(text.charCodeAt(next))) next++;
  if (text.charCodeAt(next) === mark && next + 1 < end && isDigit(text.charCodeAt(next + 1)))
    return bits | timeHints.triple | timeHints.pair;
  const [first, second] = [Number(text.slice(from, to)), Number(text.slice(to + 1, next))];
  bits |= timeHints.pair;
  if (mark !== slash) return bits;
  if (second === 7 || second === 12 || second === 52) bits |= timeHints.spell;
  const larger = Math.max(first, second);
  return larger > 12 && larger < 32 ? bits | timeHints.monthDay : bits;
}

/** The hints of the numbers in a part of a text that ends at `end`, as bits. */
export function readNumberHints(text: string, part: Span, end: number): number {
  let bits = 0;
  for (let i = part.start; i < part.end; i++) {
    if (!isDigit(text.charCodeAt(i))) continue;
    const from = i;
    while (i < part.end && isDigit(text.charCodeAt(i))) i++;
    bits |= readNumbers(text, from, i, end);
  }
  return bits;
}

/** What a number says behind a word with such hints. */
export const numberBehind = (before: number): number =>
  ((before & timeHints.beforeAge) === 0 ? 0 : timeHints.aged) |
  ((before & timeHints.cue) === 0 ? 0 : timeHints.cuedNumber) |
  ((before & timeHints.month) === 0 ? 0 : timeHints.dayAndMonth);

/** What a word with hints of its own says behind a word or number with such hints. */
export function wordBehind(before: number, own: number): number {
  if ((own & (timeHints.unit | timeHints.month)) === 0) return 0;
  let bits = 0;
  if ((own & timeHints.unit) !== 0 && (before & (timeHints.digit | timeHints.amount)) !== 0)
    bits |= timeHints.spell;
  if ((own & timeHints.month) !== 0 && (before & timeHints.cue) !== 0) bits |= timeHints.cuedMonth;
  if ((own & timeHints.month) !== 0 && (before & timeHints.digit) !== 0) bits |= timeHints.dayAndMonth;
  return bits;
}

/** The hints that a word stands behind once another one with hints of its own has followed. */
export const lastHints = (before: number, own: number): number =>
  (own & timeHints.passed) === 0 ? own : before | own;

/** The hints of a stretch of text, as bits. */
export function readTimeHints(text: string, at: Span): number {
  let bits = 0;
  // What the last word or number said.
  let before = 0;
  for (let i = at.start; i < at.end; ) {
    const written = text.charCodeAt(i);
    const code = written | 32;
    if (code < 97 || code > 122) {
      if (isDigit(written)) {
        const from = i;
        while (i < at.end && isDigit(text.charCodeAt(i))) i++;
        bits |= timeHints.digit | readNumbers(text, from, i, at.end) | numberBehind(before);
        before = timeHints.digit;
        continue;
      }
      if (code === 247) bits |= timeHints.times;
      else if (code === 126) {
        bits |= timeHints.cue;
        before |= timeHints.cue;
      } else if (written === 39 || written === 0x2019) bits |= timeHints.apostrophe;
      i++;
      continue;
    }
    const start = i++;
    while (i < at.end) {
      const next = text.charCodeAt(i) | 32;
      if (next < 97 || next > 122) break;
      i++;
    }
    const own = i - start <= longestWord ? (bitsOf.get(text.slice(start, i).toLowerCase()) ?? 0) : 0;
    bits |= own | wordBehind(before, own);
    before = lastHints(before, own);
  }
  return bits;
}

/** True if a text with these hints can hold a form that needs those bits. */
export const mayHold = (hints: number, needs: number): boolean => (hints & needs) === needs;

/** True if a text with these hints can hold a form that needs one of those bits. */
export const mayHoldAny = (hints: number, bits: number): boolean => (hints & bits) !== 0;

// Times, phases and severity words that stand with a condition: "dx 10/28", "since March", "MI 2 wks ago", "acute".
import type { Phase } from '../knowledge/model';
import type { CivilDate, PartialDate } from '../note/model';
import { addDays, dayOf, partialDate, weekdayOf } from '../note/values/calendar';
import { listTimes } from '../note/values/time';
import {
  lastHints,
  mayHold,
  mayHoldAny,
  numberBehind,
  readNumberHints,
  readTimeHints,
  timeHints,
  wordBehind,
} from '../note/values/time-hints';
import { countPassing } from '../text/lists';
import type { Span } from '../text/span';
import type { Clause } from './parts';
import type { Token } from './tokens';

/** A time with its place, as `listTimes` finds them, in the order of the text. */
export interface TimeAt {
  readonly span: Span;
  readonly value: PartialDate;
  /** True for "since March" and "x 3 wks": it began then and goes on. */
  readonly ongoing: boolean;
  /** True if it counts only right beside what it dates: "C-section Monday". */
  readonly beside?: true;
}

const none: readonly TimeAt[] = [];
const yearHints = timeHints.year | timeHints.apostrophe;

const toCome =
  /\b(?:moved|rebooked|booked|rescheduled|postponed|pushed|changed|appt|appointment|review|due) (?:to|for|till|until) $/i;
/** "Moved to 4 Dec": a day that is still to come says nothing of when something was. */
const isToCome = (text: string, time: TimeAt): boolean =>
  toCome.test(text.slice(Math.max(0, time.span.start - 20), time.span.start));

const due = /\b(?:due(?:\son|\sdate(?:\sis)?)?|ed[dc]|expected|expecting)\s?:?\s$/i;
const appointment =
  /\b(?:re)?(?:scan|check|review|repeat|growth|uss?|appt|induction|section|delivery|again)\s$/i;
/** "Pregnant, due 14 Jan" is the next January, and "rescan at 32" a week that is to come. */
const isAhead = (text: string, { span: { start, end }, value }: TimeAt, reference: CivilDate): boolean => {
  if (value.to >= reference) return false;
  const before = text.slice(Math.max(0, start - 20), start);
  return due.test(before) || (/^at\s\d+$/i.test(text.slice(start, end)) && appointment.test(before));
};

/** "For 3 weeks, 2 years ago": what was "ago" does not go on. */
const endedAgo = (text: string, time: TimeAt): TimeAt =>
  time.ongoing && /\bago\b/i.test(text.slice(time.span.start, time.span.end + 5))
    ? { ...time, ongoing: false }
    : time;

const began =
  /\b(?:began|begun|started|starting|onset|noticed|appeared|came\son)(?:\s(?:about|around|roughly|some|over|in|on))?\s$/i;
const longestBeginning = 24;
/** "Swelling first noticed 7 months ago": what began then goes on. */
const goesOnSince = (text: string, time: TimeAt): TimeAt =>
  !time.ongoing && began.test(text.slice(Math.max(0, time.span.start - longestBeginning), time.span.start))
    ? { ...time, ongoing: true }
    : time;

/** The hints of the words of a clause: those of each word are read once. */
export function timeHintsOf(text: string, tokens: readonly Token[], clause: Clause): number {
  const end = tokens[clause.to - 1]?.end ?? 0;
  let hints = 0;
  let before = 0;
  for (let i = clause.from; i < clause.to; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = token.shared;
    if (word.timeHints < 0) word.timeHints = readTimeHints(word.raw, { start: 0, end: word.length });
    const own = word.timeHints;
    // What a word says depends on what stands before it, and what a number says also on what stands behind it.
    hints |= own | wordBehind(before, own);
    if (mayHold(own, timeHints.digit)) hints |= readNumberHints(text, token, end) | numberBehind(before);
    before = word.word ? lastHints(before, own) : before | own;
  }
  return hints;
}

/** Lists the times of a stretch of text. `reference` is the note's date. */
export function findTimes(
  text: string,
  at: Span,
  reference: CivilDate,
  hints = readTimeHints(text, at),
): readonly TimeAt[] {
  if (hints === 0) return none;
  const listed = listTimes(text, at, reference, hints);
  const times = listed.length === 0 ? none : readAround(text, listed, reference);
  const dated = mayHold(hints, timeHints.weekday) ? withWeekdays(times, text, at, reference) : times;
  const mayHoldYear = mayHold(hints, timeHints.digit) && mayHoldAny(hints, yearHints);
  return mayHoldYear ? withOthers(dated, listYears(text, at, reference)) : dated;
}

/** Times as the words around them make them. */
function readAround(text: string, listed: readonly TimeAt[], reference: CivilDate): readonly TimeAt[] {
  const found = listed.filter((time) => !isToCome(text, time) && !isAhead(text, time, reference));
  const isLasting = found.some((time) => time.ongoing);
  return found.map((time) => goesOnSince(text, isLasting ? endedAgo(text, time) : time));
}

/** Times with those of another list that lie apart from them, in the order of the text. */
function withOthers(times: readonly TimeAt[], others: readonly TimeAt[]): readonly TimeAt[] {
  const apart = others.filter(
    (other) => !times.some((time) => time.span.start < other.span.end && other.span.start < time.span.end),
  );
  return apart.length === 0 ? times : [...times, ...apart].sort((a, b) => a.span.start - b.span.start);
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
// Small letters only where the word is no other: "sat", "sun" and "wed" are.
const weekdayPattern =
  /(?<![\w/-])(?:(on|since|from|last)\s)?((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|day|sday|rs|r|rsday|nesday|urday)?|MON(?:DAY)?|TUES?(?:DAY)?|WED(?:NESDAY)?|THU(?:RS(?:DAY)?)?|FRI(?:DAY)?|SAT(?:URDAY)?|SUN(?:DAY)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\w/-])/g;

/**
 * Adds the days of the week that are told without more: the last one of that name. Such a day may as well be to come,
 * so it counts only right beside what it dates.
 */
function withWeekdays(
  times: readonly TimeAt[],
  text: string,
  at: Span,
  reference: CivilDate,
): readonly TimeAt[] {
  const today = weekdayOf(reference);
  if (today === undefined) return times;
  const found: TimeAt[] = [];
  for (const match of text.slice(at.start, at.end).matchAll(weekdayPattern)) {
    const wanted = weekdays.indexOf((match[2] ?? '').slice(0, 3).toLowerCase());
    const days = (((today - wanted) % 7) + 7) % 7 || 7;
    const start = at.start + match.index;
    found.push({
      span: { start, end: start + match[0].length },
      value: dayOf(addDays(reference, -days)),
      ongoing: match[1] === 'since' || match[1] === 'from',
      beside: true,
    });
  }
  return found.length === 0 ? times : withOthers(times, found);
}

// A year or month alone is a date only beside a condition: elsewhere 2019 may count anything.
const yearPattern =
  /(?<![\d/.,-])(?:(0?[1-9]|1[0-2])\/)?((?:19[4-9]|20[0-4])\d|(?<![\w)])['’]\d\d)(?!\d|[/-](?!(?:19|20)\d\d\b)|\s?(?:mg|ml|iu|units?|steps|kcal|cal|m)\b)/gi;

/** `2019`, or `'19` in the century that puts it before the reference. */
function toYear(text: string, reference: CivilDate): number {
  if (text.length === 4) return Number(text);
  const year = 2000 + Number(text.slice(1));
  return year > Number(reference.slice(0, 4)) ? year - 100 : year;
}

/** Years and months that stand alone, "DVT 2019", "hip replacement 3/2024", not after the reference date. */
function listYears(text: string, at: Span, reference: CivilDate): readonly TimeAt[] {
  const part = text.slice(at.start, at.end);
  return [...part.matchAll(yearPattern)].flatMap((match): readonly TimeAt[] => {
    const year = toYear(match[2] ?? '', reference);
    if (year > Number(reference.slice(0, 4))) return [];
    const value = partialDate(year, match[1] === undefined ? undefined : Number(match[1]));
    const start = at.start + match.index;
    return value === undefined
      ? []
      : [{ span: { start, end: start + match[0].length }, value, ongoing: false }];
  });
}

/**
 * The time that belongs to a mention: the first one behind it in its clause and before the next mention, else the
 * last one before it that follows the previous mention ("since March: sciatica"). `from` and `to` bound the search.
 */
export function pickTime(times: readonly TimeAt[], own: Span, from: number, to: number): TimeAt | undefined {
  const first = countPassing(times.length, (at) => (times[at]?.span.start ?? 0) < own.end);
  let next = first;
  while (isTooFar(times[next], own.end, to)) next++;
  const behind = lastOf(times, next, to);
  if (behind !== undefined && behind.span.end <= to) return behind;
  const before = first === 0 ? undefined : times[first - 1];
  return before !== undefined &&
    before.beside !== true &&
    before.span.start >= from &&
    before.span.end <= own.start
    ? before
    : undefined;
}

const besideReach = 20;
const isTooFar = (time: TimeAt | undefined, end: number, to: number): boolean =>
  time?.beside === true && time.span.end <= to && time.span.start - end > besideReach;

/** Of times that "again" or "and" ties the last one counts: "DVT in 2015 and again 3 weeks ago". */
function lastOf(times: readonly TimeAt[], from: number, to: number): TimeAt | undefined {
  let last = times[from];
  for (let i = from + 1; i < times.length; i++) {
    const next = times[i];
    if (
      last === undefined ||
      next === undefined ||
      next.span.end > to ||
      next.span.start - last.span.end > 14
    )
      break;
    if (next.value.from > last.value.from && !last.ongoing) last = next;
  }
  return last;
}

const phaseWords: ReadonlyMap<string, Phase> = new Map<string, Phase>([
  ['acute', 'acute'],
  ['flare', 'acute'],
  ['flaring', 'acute'],
  ['exacerbation', 'acute'],
  ['crisis', 'acute'],
  ['relapse', 'acute'],
  ['relapsing', 'acute'],
  ['attack', 'acute'],
  ['fresh', 'acute'],
  ['subacute', 'subacute'],
  ['chronic', 'chronic'],
  ['longstanding', 'chronic'],
  ['stable', 'chronic'],
  ['quiet', 'chronic'],
  ['persistent', 'chronic'],
]);
const severityWords: ReadonlySet<string> = new Set([
  'mild',
  'moderate',
  'severe',
  'advanced',
  'uncontrolled',
  'emergency',
  'extreme',
  'slight',
  'marked',
  'unmanaged',
  'stable',
  'controlled',
]);

/** Phase and severity words next to a mention: up to three words before it, or up to four behind it. */
export function readCourseWords(
  tokens: readonly Token[],
  from: number,
  to: number,
  clause: Clause,
): { readonly phase: Phase | undefined; readonly severity: string | undefined } {
  let phase: Phase | undefined;
  let severity: string | undefined;
  const look = (index: number): boolean => {
    const token = tokens[index];
    if (token === undefined) return false;
    phase ??= phaseWords.get(token.norm);
    if (severityWords.has(token.norm)) severity ??= token.norm;
    return token.norm !== ',' && token.norm !== ';';
  };
  for (let i = from; i < to; i++) look(i);
  for (let i = from - 1; i >= Math.max(clause.from, from - 3); i--) if (!look(i)) break;
  for (let i = to; i < Math.min(clause.to, to + 4); i++) if (!look(i)) break;
  return { phase, severity };
}

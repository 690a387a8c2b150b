// Times told from the day of writing: 2 wks ago, x 3 months, 6 wks post-op, 2/52, yesterday, last week, childhood.
import type { Span } from '../../text/span';
import type { CivilDate, PartialDate } from '../model';
import { addDays, addMonths, dayOf, parseCivil, partialDate, weekdayOf } from './calendar';
import { type Found, matchesIn, toNumber, trimSpan, wholeOf, withoutOverlaps } from './found';
import { mayHold, mayHoldAny, readTimeHints, timeHints } from './time-hints';

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** A time told from the reference day. */
export interface RelativeTime {
  /** `ago`: it happened then. `lasting`: it began then and goes on. `after`: an event such as surgery lay then. `ahead`: it will be then. */
  readonly kind: 'ago' | 'lasting' | 'after' | 'ahead';
  readonly amount: number;
  readonly unit: TimeUnit;
  /** The day, month or year meant; undefined without a reference day. */
  readonly when: PartialDate | undefined;
}

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
  few: 3,
  several: 4,
  many: 6,
};
const AMOUNT =
  '(\\d{1,3}(?:[.,]\\d)?(?:\\s?(?:-|\u2013|to|or)\\s?\\d{1,3})?(?=\\s?-?[a-z])|(?:an?\\s(?:couple(?:\\sof)?|few)|couple(?:\\sof)?|few|several|many|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[\\s-]))';
const UNIT = '(days?|d|wee?ks?|wks?|w|months?|mths?|mos?|mon|years?|yrs?|y|decades?)\\.?';
/** `2/52` are two weeks, `3/12` three months, `3/7` three days, as British and Commonwealth notes write. */
const FRACTION = '(\\d{1,2})/(7|12|52)(?![\\d/])';
const SPELL = `(?:${AMOUNT}\\s?-?${UNIT}(?![a-z])|${FRACTION})`;

interface Spell {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** Reads the groups of `SPELL`: amount, unit, and the two numbers of a fraction. */
function toSpell(groups: readonly (string | undefined)[]): Spell | undefined {
  const [amount, unit, count, whole] = groups;
  if (count !== undefined) {
    return { amount: Number(count), unit: whole === '7' ? 'day' : whole === '52' ? 'week' : 'month' };
  }
  if (amount === undefined || unit === undefined) return undefined;
  const first = amount.toLowerCase();
  const digits = /^(\d[\d.,]*)(?:\D+(\d+))?/.exec(first);
  const word = first.replace(/^an?\s/, '').replace(/\sof$/, '');
  // Of "2-3 weeks" the later end is taken as the longer time.
  const value = digits ? toNumber(digits[2] ?? digits[1] ?? '') : (WORDS[word] ?? WORDS[first]);
  if (value === undefined || Number.isNaN(value)) return undefined;
  const letter = unit.charAt(0).toLowerCase();
  if (/^dec/i.test(unit)) return { amount: value * 10, unit: 'year' };
  return {
    amount: value,
    unit: letter === 'd' ? 'day' : letter === 'w' ? 'week' : letter === 'm' ? 'month' : 'year',
  };
}

/** The time so far before (or after, if negative) the reference; weeks give a day, months a month, years a year. */
function timeBefore({ amount, unit }: Spell, reference: CivilDate | undefined): PartialDate | undefined {
  if (reference === undefined || !parseCivil(reference)) return undefined;
  if (unit === 'day' || unit === 'week') {
    return dayOf(addDays(reference, -Math.round(amount * (unit === 'day' ? 1 : 7))));
  }
  const months = Math.round(amount * (unit === 'month' ? 1 : 12));
  const civil = parseCivil(addMonths(reference, -months));
  if (!civil) return undefined;
  return unit === 'year' && Math.abs(amount) >= 2
    ? partialDate(civil.year)
    : partialDate(civil.year, civil.month);
}

interface Form {
  readonly kind: RelativeTime['kind'];
  readonly source: string;
  /** What a text must hold for this form to be in it. */
  readonly needs: number;
  /** Where the groups of `SPELL` begin in the match; the time is fixed where there are none. */
  readonly fixed?: (
    match: readonly string[],
    reference: CivilDate,
  ) => { readonly spell: Spell; readonly when: PartialDate | undefined };
}

const EVENT =
  '(?:post[\\s-]?(?:op(?:erative(?:ly)?)?|surgery|surgical|partum|natal|injury|accident|mva|mvc|concussion|fx|fracture|stroke|chemo|radiation)|s/p|pp(?![a-z]))';
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Days, weeks, months or years counted from the reference to a named time. */
const counted =
  (amount: number, unit: TimeUnit) =>
  (_match: readonly string[], reference: CivilDate): { spell: Spell; when: PartialDate | undefined } => ({
    spell: { amount: Math.abs(amount), unit },
    when: timeBefore({ amount, unit }, reference),
  });

/** "Week 2": the unit is named before its number. */
function numbered(
  match: readonly string[],
  reference: CivilDate,
): { spell: Spell; when: PartialDate | undefined } {
  const letter = (match[1] ?? '').charAt(0).toLowerCase();
  const unit: TimeUnit = letter === 'd' ? 'day' : letter === 'w' ? 'week' : 'month';
  const spell: Spell = { amount: Number(match[2]), unit };
  return { spell, when: timeBefore(spell, reference) };
}

/** The months of the latest season of that name that was over by the reference day; as the northern half counts them. */
function lastSeason(name: string, reference: CivilDate): PartialDate | undefined {
  const first = { winter: 12, spring: 3, summer: 6 }[name] ?? 9;
  const year = parseCivil(reference)?.year;
  for (let back = 0; year !== undefined && back <= 2; back++) {
    const from = partialDate(year - back, first);
    const to = partialDate(first === 12 ? year - back + 1 : year - back, ((first + 1) % 12) + 1);
    if (from !== undefined && to !== undefined && to.to < reference)
      return { from: from.from, to: to.to, precision: 'month' };
  }
  return undefined;
}

/** The month of the latest feast of that name that was over by the reference day. */
function lastFeast(name: string, reference: CivilDate): PartialDate | undefined {
  const month = { easter: 4, halloween: 10, thanksgiving: 11 }[name] ?? 12;
  const year = parseCivil(reference)?.year;
  if (year === undefined) return undefined;
  const own = partialDate(year, month);
  return own !== undefined && own.to < reference ? own : partialDate(year - 1, month);
}

const FORMS: readonly Form[] = [
  { kind: 'after', needs: timeHints.spell | timeHints.event, source: `${SPELL}\\s{0,2}${EVENT}` },
  {
    kind: 'after',
    needs: timeHints.spell | timeHints.event,
    source: `(?:${EVENT}|pod)\\s{0,2}(?:day\\s|x\\s?|#)?${SPELL}`,
  },
  // "Post MVA wk 2", "post-op day 3".
  {
    kind: 'after',
    needs: timeHints.unit | timeHints.event,
    source: `${EVENT}\\s{1,2}(wk|week|day|mo|month)\\s?#?(\\d{1,2})`,
    fixed: numbered,
  },
  // "6 wks post knee replacement", "10 days after surgery": the time of what follows.
  {
    kind: 'ago',
    needs: timeHints.spell | timeHints.event,
    source: `${SPELL}\\s(?:post|after|following|out\\sfrom|status\\spost|s/p)(?=\\s[a-z])`,
  },
  // "Day 12 post ACL reconstruction", "D12 post", "wk 3 post-op".
  {
    kind: 'ago',
    needs: timeHints.unit | timeHints.event,
    source: `(?<![a-z])(day|d|week|wk|month|mo)\\s?#?(\\d{1,2})\\s(?:post(?:[\\s-]?op(?:eratively)?)?|after|p/o|po)(?![a-z])`,
    fixed: numbered,
  },
  {
    kind: 'ago',
    needs: timeHints.spell | timeHints.ago,
    source: `${SPELL}\\s(?:ago|back|prior|earlier|previously)`,
  },
  { kind: 'lasting', needs: timeHints.spell | timeHints.times, source: `(?:x|\u00d7)\\s?${SPELL}` },
  {
    kind: 'lasting',
    needs: timeHints.spell | timeHints.lasting,
    source: `(?:for|since|(?:over|during|in|for)\\s(?:the\\s)?(?:past|last)|(?:the\\s)?(?:past|last|these))\\s(?:about\\s|approx\\.?\\s|~\\s?|at\\sleast\\s|over\\s|almost\\s|nearly\\s|the\\s(?:last|past)\\s)?${SPELL}`,
  },
  {
    kind: 'lasting',
    needs: timeHints.spell | timeHints.lasting,
    source: `${SPELL}\\s(?:hx|history|h/o)(?![a-z])`,
  },
  {
    kind: 'ahead',
    needs: timeHints.spell | timeHints.ahead,
    source: `in\\s(?:about\\s)?${SPELL}(?:\\s?time)?`,
  },
  { kind: 'ahead', needs: timeHints.spell | timeHints.ahead, source: `${SPELL}\\s(?:from\\snow|hence)` },
  {
    kind: 'ago',
    needs: timeHints.yesterday | timeHints.unit,
    source: 'the\\sday\\sbefore\\syesterday',
    fixed: counted(2, 'day'),
  },
  { kind: 'ago', needs: timeHints.yesterday, source: 'yesterday|last\\snight', fixed: counted(1, 'day') },
  {
    kind: 'ago',
    needs: timeHints.today,
    source: 'today|this\\s(?:morning|afternoon|evening)|tonight',
    fixed: counted(0, 'day'),
  },
  {
    kind: 'ago',
    needs: timeHints.last | timeHints.feast,
    source: 'last\\s(christmas|xmas|easter|halloween|thanksgiving)',
    fixed: (match, reference) => ({
      spell: { amount: 6, unit: 'month' },
      when: lastFeast((match[1] ?? '').toLowerCase(), reference),
    }),
  },
  { kind: 'ago', needs: timeHints.last | timeHints.unit, source: 'last\\sweek', fixed: counted(1, 'week') },
  { kind: 'ago', needs: timeHints.last | timeHints.unit, source: 'last\\smonth', fixed: counted(1, 'month') },
  {
    kind: 'ago',
    needs: timeHints.last | timeHints.unit,
    source: 'last\\syear',
    fixed: (_match, reference) => ({
      spell: { amount: 1, unit: 'year' },
      when: partialDate((parseCivil(reference)?.year ?? 0) - 1),
    }),
  },
  {
    kind: 'ago',
    needs: timeHints.last | timeHints.season,
    source: 'last\\s(winter|spring|summer|fall|autumn)',
    fixed: (match, reference) => ({
      spell: { amount: 6, unit: 'month' },
      when: lastSeason((match[1] ?? '').toLowerCase(), reference),
    }),
  },
  { kind: 'ahead', needs: timeHints.next, source: 'tomorrow', fixed: counted(-1, 'day') },
  {
    kind: 'ahead',
    needs: timeHints.next | timeHints.unit,
    source: 'next\\sweek',
    fixed: counted(-1, 'week'),
  },
  {
    kind: 'ahead',
    needs: timeHints.next | timeHints.unit,
    source: 'next\\smonth',
    fixed: counted(-1, 'month'),
  },
  {
    kind: 'ago',
    needs: timeHints.weekday,
    source: `(?:last|on|since)\\s(${DAYS.join('|')})`,
    fixed: (match, reference) => {
      const wanted = DAYS.indexOf((match[1] ?? '').toLowerCase());
      const days = ((((weekdayOf(reference) ?? 0) - wanted) % 7) + 7) % 7 || 7;
      return { spell: { amount: days, unit: 'day' }, when: dayOf(addDays(reference, -days)) };
    },
  },
  {
    kind: 'ago',
    needs: timeHints.childhood | timeHints.aged,
    source:
      '(?:(?:since|in|from|during)\\s(?:early\\s)?)?(?:childhood|infancy|birth)|as\\san?\\s(?:child|kid|baby|teen(?:ager)?)|in\\s(?:grade|year)\\s\\d{1,2}(?!\\d)|(?:at|in|since)\\s(?:primary\\s|high\\s|secondary\\s|elementary\\s|middle\\s|boarding\\s)school|in\\s(?:her|his|my|their)\\s(?:teens|twenties)|growing\\sup|aged?\\s(?:1[0-7]|\\d)(?![\\d/.-])|when\\s(?:s?he\\swas\\s)?[1-9]\\d?(?=[,.;]|$)|at\\s(?:[5-9]|[1-9]\\d)(?=[,.;]|$)',
    fixed: (_match, reference) => {
      const year = parseCivil(reference)?.year ?? 1900;
      return {
        spell: { amount: 20, unit: 'year' },
        when: {
          from: `${Math.max(1, year - 90)}-01-01`.padStart(10, '0'),
          to: `${Math.max(1, year - 10)}-12-31`.padStart(10, '0'),
          precision: 'decade',
        },
      };
    },
  },
];

const COMPILED = FORMS.map((form) => ({
  form,
  whole: new RegExp(`^(?:${form.source})$`, 'i'),
  inText: new RegExp(`(?<![\\w/.\\d])(?:${form.source})(?![\\w/])`, 'gi'),
}));

function read(
  form: Form,
  match: RegExpExecArray,
  reference: CivilDate | undefined,
): RelativeTime | undefined {
  if (form.fixed) {
    const known = reference !== undefined && parseCivil(reference) ? reference : undefined;
    const { spell, when } = form.fixed(match, known ?? '2000-01-01');
    return { kind: form.kind, ...spell, when: known === undefined ? undefined : when };
  }
  const spell = toSpell(match.slice(1, 5));
  if (!spell) return undefined;
  const ahead = form.kind === 'ahead';
  return {
    kind: form.kind,
    ...spell,
    when: timeBefore(ahead ? { ...spell, amount: -spell.amount } : spell, reference),
  };
}

/** Reads a text that is a relative time and nothing else; a spell alone (`2/52`, `6 weeks`) lasts. */
export function parseRelativeTime(
  text: string,
  reference: CivilDate | undefined,
  at?: Span,
): Found<RelativeTime> | undefined {
  const place = trimSpan(text, wholeOf(text, at));
  if (place.end - place.start > 60) return undefined;
  const part = text.slice(place.start, place.end);
  for (const { form, whole } of COMPILED) {
    const match = whole.exec(part);
    const value = match ? read(form, match, reference) : undefined;
    if (value) return { value, span: place };
  }
  const match = ALONE.exec(part);
  const spell = match ? toSpell(match.slice(1, 5)) : undefined;
  return spell && { value: { kind: 'lasting', ...spell, when: timeBefore(spell, reference) }, span: place };
}

const ALONE = new RegExp(`^${SPELL}$`, 'i');
/** Behind a frequency, `x 3 weeks` and `for 3 weeks` say how long it is to go on. */
const FREQUENCY_BEFORE =
  /(?:weekly|daily|monthly|fortnightly|bi-?weekly|(?:every|per|each)\s(?:\w+\s)?\w+|\/\s?(?:d|day|wk|week|mo|month)|q\s?\d?\s?\w{1,2}|times?(?:\s\w+){0,3}|a\s(?:day|week|month)),?\s{0,2}$/i;

/** Every form of a relative time needs one of these. */
const anyTime =
  timeHints.spell |
  timeHints.unit |
  timeHints.yesterday |
  timeHints.today |
  timeHints.last |
  timeHints.next |
  timeHints.weekday |
  timeHints.childhood;

/** Finds relative times in running text. How long a plan is to go on is left out. */
export function listRelativeTimes(
  text: string,
  reference: CivilDate | undefined,
  at?: Span,
  hints = readTimeHints(text, wholeOf(text, at)),
): readonly Found<RelativeTime>[] {
  if (!mayHoldAny(hints, anyTime)) return [];
  const within = wholeOf(text, at);
  const found: Found<RelativeTime>[] = [];
  for (const { form, inText } of COMPILED) {
    if (!mayHold(hints, form.needs)) continue;
    for (const { match, span } of matchesIn(text, inText, within)) {
      const value = read(form, match, reference);
      if (!value) continue;
      const before = text.slice(Math.max(within.start, span.start - 32), span.start);
      if (value.kind === 'lasting' && FREQUENCY_BEFORE.test(before)) continue;
      found.push({ value, span });
    }
  }
  return withoutOverlaps(found);
}

/** How far a pregnancy has come. */
export interface Gestation {
  readonly weeks: number;
  readonly days: number;
}

const GESTATION = [
  /(?<![\w/.])(\d{1,2})\s?(?:w(?:ee)?ks?|w)?\s?(?:\+\s?)?([0-6])?d?\s?\/\s?40(?![\d/])/gi,
  /(?<![\w/.])(\d{1,2})(?:\s?\+\s?([0-6]))?[\s-]?(?:w(?:ee)?ks?|w)\s?(?:([0-6])\s?d(?:ays?)?\s)?(?:pregnant|gestation|gest\.?|preg|along|gravid)(?![a-z])/gi,
  /(?<![\w/.])(?:ga|gestation(?:al age)?|pregnant)\s?:?\s?(\d{1,2})\s?(?:w(?:ee)?ks?|w)?\s?(?:\+?\s?([0-6])\s?d?(?![\w/]))?/gi,
];

/** Finds stated weeks of pregnancy: `14 weeks pregnant`, `14/40`, `GA 30w2d`. */
export function listGestations(text: string, at?: Span): readonly Found<Gestation>[] {
  const found: Found<Gestation>[] = [];
  for (const pattern of GESTATION) {
    for (const { match, span } of matchesIn(text, pattern, wholeOf(text, at))) {
      const weeks = Number(match[1]);
      if (weeks >= 1 && weeks <= 43)
        found.push({ value: { weeks, days: Number(match[2] ?? match[3] ?? 0) }, span });
    }
  }
  return withoutOverlaps(found);
}

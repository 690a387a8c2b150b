// How long something took, in minutes: 60 min, 1 h 30, 1.5 hrs, 90', 1:30 h.
import type { Span } from '../../text/span';
import { type Found, matchesIn, toNumber, trimSpan, wholeOf, withoutOverlaps } from './found';
import { mayHold } from './time-hints';
import { readValueHints, valueHints } from './value-hints';

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const MINUTE = "(?:minutes?|mins?\\.?|m(?![a-z])|['\u2019\u2032](?!\\w))";
const HOUR = '(?:hours?|hrs?\\.?|h(?![a-z]))';
const FORMS: readonly {
  /** What a text must hold for this form to be in it. */
  readonly needs: number;
  readonly source: string;
  readonly read: (groups: readonly (string | undefined)[]) => number;
}[] = [
  {
    needs: valueHints.hour | valueHints.digit,
    source: `(\\d{1,2})\\s?${HOUR}\\s{0,2}(?:and\\s)?(\\d{1,2})(?:\\s?${MINUTE})?(?![\\d/])`,
    read: ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  },
  {
    needs: valueHints.hour | valueHints.digit,
    source: `(\\d{1,2}):([0-5]\\d)\\s?${HOUR}`,
    read: ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  },
  {
    needs: valueHints.hour | valueHints.digit,
    source: `${NUMBER}\\s?-?${HOUR}`,
    read: ([, hours]) => Math.round(toNumber(hours ?? '') * 60),
  },
  { needs: valueHints.hour, source: '(?:(one|an?)\\s)?(half)(?:\\s(?:an\\s)?)hour', read: () => 30 },
  {
    needs: valueHints.hour,
    source: '(?:one|an)\\shour(?:\\sand\\s(a)\\shalf)?',
    read: ([, half]) => (half === undefined ? 60 : 90),
  },
  {
    needs: valueHints.minute | valueHints.digit,
    source: `${NUMBER}\\s?-?${MINUTE}`,
    read: ([, minutes]) => Math.round(toNumber(minutes ?? '')),
  },
];
const WHOLE = FORMS.map(({ source, read }) => ({ pattern: new RegExp(`^(?:${source})$`, 'i'), read }));
const IN_TEXT = FORMS.map(({ needs, source, read }) => ({
  needs,
  pattern: new RegExp(`(?<![\\w.,:/])(?:${source})(?![\\w])`, 'gi'),
  read,
}));

/** Reads a text that is a duration and nothing else, in minutes. */
export function parseDuration(text: string, at?: Span): Found<number> | undefined {
  const place = trimSpan(text, wholeOf(text, at));
  if (place.end - place.start > 40) return undefined;
  const part = text.slice(place.start, place.end);
  for (const { pattern, read } of WHOLE) {
    const match = pattern.exec(part);
    if (match) return { value: read(match), span: place };
  }
  return undefined;
}

/** Finds durations in running text, in minutes. */
export function listDurations(
  text: string,
  at?: Span,
  hints = readValueHints(text, wholeOf(text, at)),
): readonly Found<number>[] {
  const found: Found<number>[] = [];
  for (const { needs, pattern, read } of IN_TEXT) {
    if (!mayHold(hints, needs)) continue;
    for (const { match, span } of matchesIn(text, pattern, wholeOf(text, at))) {
      found.push({ value: read(match), span });
    }
  }
  return withoutOverlaps(found);
}

// How long something took, in minutes: 60 min, 1 h 30, 1.5 hrs, 90', 1:30 h.
import type { Span } from '../../text/span';
import { type Found, matchesIn, toNumber, trimSpan, wholeOf, withoutOverlaps } from './found';

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const MINUTE = "(?:minutes?|mins?\\.?|m(?![a-z])|['\u2019\u2032](?!\\w))";
const HOUR = '(?:hours?|hrs?\\.?|h(?![a-z]))';
const FORMS: readonly {
  readonly source: string;
  readonly read: (groups: readonly (string | undefined)[]) => number;
}[] = [
  {
    source: `(\\d{1,2})\\s?${HOUR}\\s{0,2}(?:and\\s)?(\\d{1,2})(?:\\s?${MINUTE})?(?![\\d/])`,
    read: ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  },
  {
    source: `(\\d{1,2}):([0-5]\\d)\\s?${HOUR}`,
    read: ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  },
  { source: `${NUMBER}\\s?-?${HOUR}`, read: ([, hours]) => Math.round(toNumber(hours ?? '') * 60) },
  { source: '(?:(one|an?)\\s)?(half)(?:\\s(?:an\\s)?)hour', read: () => 30 },
  { source: '(?:one|an)\\shour(?:\\sand\\s(a)\\shalf)?', read: ([, half]) => (half === undefined ? 60 : 90) },
  { source: `${NUMBER}\\s?-?${MINUTE}`, read: ([, minutes]) => Math.round(toNumber(minutes ?? '')) },
];
const WHOLE = FORMS.map(({ source, read }) => ({ pattern: new RegExp(`^(?:${source})$`, 'i'), read }));
const IN_TEXT = FORMS.map(({ source, read }) => ({
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
export function listDurations(text: string, at?: Span): readonly Found<number>[] {
  const found: Found<number>[] = [];
  for (const { pattern, read } of IN_TEXT) {
    for (const { match, span } of matchesIn(text, pattern, wholeOf(text, at))) {
      found.push({ value: read(match), span });
    }
  }
  return withoutOverlaps(found);
}

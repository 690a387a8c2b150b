// All times in running text together: dates and relative times, resolved against the note's date.
import type { Span } from '../../text/span';
import type { CivilDate, PartialDate } from '../model';
import { listDates } from './dates';
import { withoutOverlaps } from './found';
import { listRelativeTimes } from './relative';
import { readTimeHints } from './time-hints';

/** A time with its place. */
export interface TimeFound {
  readonly span: Span;
  readonly value: PartialDate;
  /** True for `since March` and `x 3 wks`: it began then and goes on. */
  readonly ongoing: boolean;
}

const SINCE = /(?:since|from)\s{1,3}(?:(?:early|mid|late|about|around|in)\s{1,3})?$/i;

/** Finds past and present times in running text, in order. What lies ahead (`in 2 weeks`) is left out. */
export function listTimes(
  text: string,
  at: Span,
  reference: CivilDate | undefined,
  hints = readTimeHints(text, at),
): readonly TimeFound[] {
  if (hints === 0) return [];
  const found: TimeFound[] = [];
  for (const { value, span } of listDates(text, { reference }, at, hints)) {
    const before = text.slice(Math.max(at.start, span.start - 20), span.start);
    found.push({ span, value, ongoing: SINCE.test(before) });
  }
  for (const { value, span } of listRelativeTimes(text, reference, at, hints)) {
    if (value.kind === 'ahead' || value.when === undefined) continue;
    const since =
      /^since/i.test(text.slice(span.start, span.start + 5)) ||
      SINCE.test(text.slice(Math.max(at.start, span.start - 20), span.start));
    found.push({ span, value: value.when, ongoing: value.kind === 'lasting' || since });
  }
  return withoutOverlaps(found);
}

// Options that name days: `--since` and `--until`, by day, month or year.
import { isCalendarDate } from './arguments';
import type { Arguments, OptionSpec } from './command';

/** The first and the last of the days that a command looks at; undefined where there is no such end. */
export interface Days {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

const refuse = (value: string): string | undefined =>
  isCalendarDate(toDay(value, 'first'))
    ? undefined
    : 'takes a day, month or year such as 2026-11-20, 2026-11 or 2026';

/** The two options; `what` is what is looked at, such as `Notes`. */
export const dayOptions = (what: string): readonly OptionSpec[] => [
  { name: 'since', value: 'DAY', refuse, help: `${what} from this day, month or year on.` },
  { name: 'until', value: 'DAY', refuse, help: `${what} up to the end of this day, month or year.` },
];

/** Reads both options. */
export function readDays({ values }: Arguments): Days {
  const since = values.get('since');
  const until = values.get('until');
  return {
    since: since === undefined ? undefined : toDay(since, 'first'),
    until: until === undefined ? undefined : toDay(until, 'last'),
  };
}

/** The first or last day of what may be a month or a year. */
function toDay(value: string, end: 'first' | 'last'): string {
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(value);
  if (parts === null) return value;
  const month = parts[2] ?? (end === 'first' ? '01' : '12');
  if (end === 'first') return `${parts[1]}-${month}-01`;
  // Day 0 of the next month is the last of this one.
  return `${parts[1]}-${month}-${new Date(Date.UTC(Number(parts[1]), Number(month), 0)).getUTCDate()}`;
}

/** True if a day lies within the days asked for; without a day only if none were asked for. */
export const isWithinDays = (day: string | undefined, { since, until }: Days): boolean =>
  (since === undefined && until === undefined) ||
  (day !== undefined && (since === undefined || since <= day) && (until === undefined || day <= until));

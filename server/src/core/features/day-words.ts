// Numbers of days as people say them.

const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;

/** So many days as a length: `9 days`, `3 weeks`, `5 months`, `2 years`; whole units, rounded down. */
export function wordDays(days: number): string {
  if (days < 14) return count(days, 'day');
  if (days < 84) return count(Math.floor(days / 7), 'week');
  if (days < 730) return count(Math.floor(days / 30.44), 'month');
  return count(Math.floor(days / 365.25), 'year');
}

/** How much later than another day: `the same day as`, `2 weeks after`. */
export const wordDaysLater = (days: number): string =>
  days === 0 ? 'the same day as' : `${wordDays(days)} after`;

// Numbers of days as people say them.
import { say } from '../text/say';

/** So many days as a length: `9 days`, `3 weeks`, `5 months`, `2 years`; whole units, rounded down. */
export function wordDays(days: number): string {
  if (days < 14) return days === 1 ? say`1 day` : say`${days} days`;
  if (days < 84) return say`${Math.floor(days / 7)} weeks`;
  if (days < 730) return say`${Math.floor(days / 30.44)} months`;
  const years = Math.floor(days / 365.25);
  return years === 1 ? say`1 year` : say`${years} years`;
}

/** How much later than another day: `the same day as`, `2 weeks after`. */
export const wordDaysLater = (days: number): string =>
  days === 0 ? say`the same day as` : say`${wordDays(days)} after`;

// The words of completeness findings: what is missing, and the rule that asks for it.
import type { ProfileRequirement } from '../../knowledge/profile';
import { say } from '../../text/say';
import { cut } from '../words';
import { denyRequirement, describeRequirement } from './table';

/** `No duration. WAC 246-830-565 asks for it.` */
export function wordGap(row: ProfileRequirement): string {
  const sentence = denyRequirement(row.id);
  return cut(
    row.rule === 'Payers'
      ? say`${sentence} ${row.rule} ask for it.`
      : say`${sentence} ${row.rule} asks for it.`,
  );
}

/** What the rule says, as a reason: `Duration (WAC 246-830-565): How long the session took.` */
export function citeRow({ id, rule, help, toCheck }: ProfileRequirement): string {
  const name = describeRequirement(id);
  const check = toCheck ? say` Look the rule up: its text was not read in full.` : '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${rule}): ${help}${check}`;
}

const listedAtMost = 5;

/** Names in a row; of many the first ones and how many more there are. */
export const toList = (names: readonly string[]): string =>
  names.length <= listedAtMost
    ? names.join(', ')
    : say`${names.slice(0, listedAtMost).join(', ')} and ${names.length - listedAtMost} more`;

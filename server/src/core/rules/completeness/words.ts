// The words of completeness findings: what is missing, and the rule that asks for it.
import type { ProfileRequirement } from '../../knowledge/profile';
import { cut } from '../words';
import { requirementTable } from './table';

/** `No duration. WAC 246-830-565 asks for it.` */
export function wordGap(row: ProfileRequirement): string {
  const { name, sentence } = requirementTable[row.id];
  return cut(`${sentence ?? `No ${name}.`} ${row.rule} ${row.rule === 'Payers' ? 'ask' : 'asks'} for it.`);
}

/** What the rule says, as a reason: `Duration (WAC 246-830-565): How long the session took.` */
export function citeRow({ id, rule, help, toCheck }: ProfileRequirement): string {
  const { name } = requirementTable[id];
  const check = toCheck ? ' Look the rule up: its text was not read in full.' : '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${rule}): ${help}${check}`;
}

const listedAtMost = 5;

/** Names in a row; of many the first ones and how many more there are. */
export const toList = (names: readonly string[]): string =>
  names.length <= listedAtMost
    ? names.join(', ')
    : `${names.slice(0, listedAtMost).join(', ')} and ${names.length - listedAtMost} more`;

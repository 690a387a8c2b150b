// The one table of what can be asked for; a profile chooses among its rows.
import type { RequirementKind } from '../../knowledge/profile';
import { say, spoken } from '../../text/say';
import { consent } from './consent';
import { content } from './content';
import { history } from './history';
import { identity } from './identity';
import type { RequirementTable } from './model';

export const requirementTable: RequirementTable<RequirementKind> = {
  ...identity,
  ...history,
  ...content,
  ...consent,
};

/** What a requirement is called in words: `duration`, `consent on file`. */
export const describeRequirement = (id: RequirementKind): string => spoken(requirementTable[id].name);

/** The sentence that says it is not there. */
export function denyRequirement(id: RequirementKind): string {
  const { name, sentence } = requirementTable[id];
  return sentence === undefined ? say`No ${spoken(name)}.` : spoken(sentence);
}

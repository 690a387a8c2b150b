// The one table of what can be asked for; a profile chooses among its rows.
import type { RequirementKind } from '../../knowledge/profile';
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
export const describeRequirement = (id: RequirementKind): string => requirementTable[id].name;

// Which findings a person asks for: by family (`visits`) or by rule (`visits/minutes-over`).
import { findingNames, type Knowledge, listFindingIds } from '../../core/index';
import { UsageError } from '../command';
import { findNearest, toSuggestion } from '../suggest';

/** What stands before the slash of a rule's id. */
export const families: readonly string[] = Object.keys(findingNames);

/** Tells whether a finding of a rule is asked for. */
export type Selection = (rule: string) => boolean;

/**
 * Reads the lists of `--only` and `--skip`, parted by commas. What a check says of its own failure is always shown.
 * Throws a `UsageError` for a family or rule that nobody knows: it would silently choose nothing. `listOwn` gives the ids
 * of the practice's own rules, which are looked for only where the others do not do.
 */
export function readSelection(
  only: string | undefined,
  skip: string | undefined,
  kb: Knowledge,
  listOwn: () => readonly string[] = () => [],
): Selection {
  const read = (option: string, value: string): readonly string[] => {
    const entries = value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    if (entries.length === 0) throw new UsageError(`--${option} needs families or rules, such as visits.`);
    return entries.map((entry) => complete(option, entry, listFindingIds(kb), listOwn));
  };
  const wanted = only === undefined ? undefined : read('only', only);
  const unwanted = skip === undefined ? [] : read('skip', skip);
  const isIn = (rule: string, list: readonly string[]): boolean =>
    list.some((entry) => rule === entry || rule.startsWith(`${entry}/`));
  return (rule) =>
    rule.startsWith('internal/') || ((wanted === undefined || isIn(rule, wanted)) && !isIn(rule, unwanted));
}

/** The id as findings carry it; a rule may be named without its family where no other has that name. */
function complete(
  option: string,
  entry: string,
  ids: readonly string[],
  listOwn: () => readonly string[],
): string {
  const find = (known: readonly string[]): string | undefined => {
    if (known.includes(entry)) return entry;
    const [only, ...others] = entry.includes('/') ? [] : known.filter((id) => id.endsWith(`/${entry}`));
    return others.length === 0 ? only : undefined;
  };
  const found = find([...families, ...ids]) ?? find(listOwn().map((id) => `contraindication/${id}`));
  if (found !== undefined) return found;
  // A name alone is most like a name, and one behind a family like one of that family.
  const [family = '', name] = entry.split('/');
  const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1);
  const own = ids.filter((id) => id.startsWith(`${family}/`)).map(nameOf);
  const near =
    name === undefined
      ? [findNearest(entry, families), findNearest(entry, ids.map(nameOf))]
      : [findNearest(name, own).map((one) => `${family}/${one}`), findNearest(entry, ids)];
  throw new UsageError(
    `--${option}: no family or rule is called "${entry}".${toSuggestion(near.find((list) => list.length > 0) ?? []) || ` The families are ${families.join(', ')}.`}`,
  );
}

// Which findings a person asks for: by family (`visits`) or by rule (`visits/minutes-over`).
import type { Knowledge } from '../../core/index';
import { UsageError } from '../command';
import { findNearest, toSuggestion } from '../suggest';

/** What stands before the slash of a rule's id. */
export const families: readonly string[] = [
  'client',
  'completeness',
  'contraindication',
  'internal',
  'knowledge',
  'note',
  'practice',
  'record',
  'red-flag',
  'signature',
  'value',
  'visits',
  'yaml',
];

/** Tells whether a finding of a rule is asked for. */
export type Selection = (rule: string) => boolean;

/**
 * Reads the lists of `--only` and `--skip`, parted by commas. What a check says of its own failure is always shown.
 * Throws a `UsageError` for a family or rule that nobody knows: it would silently choose nothing.
 */
export function readSelection(only: string | undefined, skip: string | undefined, kb: Knowledge): Selection {
  const wanted = only === undefined ? undefined : readList('only', only, kb);
  const unwanted = skip === undefined ? [] : readList('skip', skip, kb);
  const isIn = (rule: string, list: readonly string[]): boolean =>
    list.some((entry) => rule === entry || rule.startsWith(`${entry}/`));
  return (rule) =>
    rule.startsWith('internal/') || ((wanted === undefined || isIn(rule, wanted)) && !isIn(rule, unwanted));
}

function readList(option: string, value: string, kb: Knowledge): readonly string[] {
  const entries = value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) throw new UsageError(`--${option} needs families or rules, such as visits.`);
  return entries.map((entry) => complete(option, entry, kb));
}

/** The id as findings carry it; a rule of the knowledge base may be named without its family. */
function complete(option: string, entry: string, kb: Knowledge): string {
  const [family = '', name] = entry.split('/');
  const flags = [...kb.redFlags.keys()].map((id) => `red-flag/${id.replace(/^rf-/, '')}`);
  const rules = [...kb.rules.keys()].map((id) => `contraindication/${id}`);
  const known = [...families, ...rules, ...flags];
  if (known.includes(entry)) return entry;
  if (name === undefined) {
    const full = [...rules, ...flags].find((id) => id.endsWith(`/${entry}`));
    if (full !== undefined) return full;
  } else if (families.includes(family) && family !== 'contraindication' && family !== 'red-flag')
    return entry;
  throw new UsageError(
    `--${option}: no family or rule is called "${entry}".${toSuggestion(findNearest(entry, known)) || ` The families are ${families.join(', ')}.`}`,
  );
}

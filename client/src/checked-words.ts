// The words of the status: what was looked at, and what was found. Pure, so that a test can read them.
import type { CheckedParams, FindingCounts } from '../../server/src/lsp/protocol';

export interface CheckedWords {
  /** A few words for the status bar. */
  readonly brief: string;
  /** What was looked at. */
  readonly looked: string;
  /** Whether there was a client record, and what was found. */
  readonly found: string;
}

/** Says what was checked. It never says "safe": only what was looked at and how much was found. */
export function toCheckedWords(checked: CheckedParams): CheckedWords {
  const looked = `${toCount(checked.facts, 'fact', 'facts')}, ${toCount(checked.rules, 'rule', 'rules')}`;
  const record = checked.client === undefined ? 'no client record' : `client record ${checked.client}`;
  const earlier = toCount(checked.earlierSessions, 'earlier note', 'earlier notes');
  return {
    brief: checked.client === undefined ? `Checked: ${looked}, no client record` : `Checked: ${looked}`,
    looked: `Checked: ${looked}`,
    found: `${record}; ${earlier}; ${toFindingWords(checked.findings)}`,
  };
}

/** Counts in words, the most serious first: `1 error, 2 warnings`. */
export function toFindingWords(findings: FindingCounts): string {
  const parts = [
    [findings.error, 'error', 'errors'],
    [findings.warning, 'warning', 'warnings'],
    [findings.information, 'note to read', 'notes to read'],
    [findings.hint, 'suggestion', 'suggestions'],
  ] as const;
  const found = parts.filter(([count]) => count > 0).map(([count, one, more]) => toCount(count, one, more));
  return found.length === 0 ? 'nothing found' : found.join(', ');
}

/** `1 file`, `2 files`. */
export function toCount(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

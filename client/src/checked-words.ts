// The words of the status: what was looked at, and what was found. Pure, so that a test can read them.
import type { CheckedParams, FindingCounts } from '../../server/src/lsp/protocol';

/** Says a text in the language of the editor, as `l10n.t` of VS Code does. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

export interface CheckedWords {
  /** A few words for the status bar. */
  readonly brief: string;
  /** What was looked at. */
  readonly looked: string;
  /** Whether there was a client record, and what was found. */
  readonly found: string;
}

/** Says what was checked. It never says "safe": only what was looked at and how much was found. */
export function toCheckedWords(checked: CheckedParams, t: Translate): CheckedWords {
  const facts = checked.facts === 1 ? t('1 fact') : t('{0} facts', checked.facts);
  const rules = checked.rules === 1 ? t('1 rule') : t('{0} rules', checked.rules);
  const earlier =
    checked.earlierSessions === 1 ? t('1 earlier note') : t('{0} earlier notes', checked.earlierSessions);
  const looked = t('Checked: {0}, {1}', facts, rules);
  const record =
    checked.client === undefined ? t('no client record') : t('client record {0}', checked.client);
  return {
    brief: checked.client === undefined ? `${looked}, ${record}` : looked,
    looked,
    found: `${record}; ${earlier}; ${toFindingWords(checked.findings, t)}`,
  };
}

/** Counts in words, the most serious first: `1 error, 2 warnings`. */
export function toFindingWords(findings: FindingCounts, t: Translate): string {
  const { error, warning, information, hint } = findings;
  const found = [
    ...(error > 0 ? [error === 1 ? t('1 error') : t('{0} errors', error)] : []),
    ...(warning > 0 ? [warning === 1 ? t('1 warning') : t('{0} warnings', warning)] : []),
    ...(information > 0
      ? [information === 1 ? t('1 note to read') : t('{0} notes to read', information)]
      : []),
    ...(hint > 0 ? [hint === 1 ? t('1 suggestion') : t('{0} suggestions', hint)] : []),
  ];
  return found.length === 0 ? t('nothing found') : found.join(', ');
}

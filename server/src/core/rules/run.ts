// Runs all checks of a note. A crashed check is a visible finding; the others go on.
import type { Settings } from '../settings';
import type { Check, CheckInput } from './check';
import { compareFindings, type Finding, severities } from './finding';
import { checks as registered } from './registry';

/** The rule id of a check that crashed; the command line answers it with its own exit code. */
export const crashedRule = 'internal/rule-crashed';

/** Runs the checks and sorts their findings. `checks` can be given for tests. */
export function runChecks(
  input: CheckInput,
  settings: Settings,
  checks: readonly Check[] = registered,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      for (const finding of check.run(input)) findings.push(finding);
    } catch {
      // The error's own words may quote the note: they are not passed on.
      findings.push({
        rule: crashedRule,
        severity: 'error',
        at: { uri: input.session.uri, span: { start: 0, end: 0 } },
        message: `The check “${check.name}” failed, so its findings are missing. Please report it.`,
        because: [],
        fixes: [],
      });
    }
  }
  const lowest = severities.indexOf(settings.warningsLevel);
  // A signed note is closed: no fix may change its text.
  const signed =
    input.session.note.frontMatter?.entries.some((entry) => entry.key.value === 'signed') === true;
  const open = (finding: Finding): Finding =>
    signed
      ? {
          ...finding,
          fixes: finding.fixes.filter((fix) => fix.edits.every((edit) => edit.uri !== input.session.uri)),
        }
      : finding;
  return findings
    .filter((finding) => severities.indexOf(finding.severity) <= lowest)
    .map(open)
    .sort(compareFindings);
}

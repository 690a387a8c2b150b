// Runs all checks of a note. A crashed check is a visible finding; the others go on.
import { touchesSigned } from '../signing/sign';
import { isClosed } from '../signing/verify';
import { say } from '../text/say';
import type { Check, CheckInput } from './check';
import { answered, holdsOn } from './clearances';
import { type Finding, type Fix, keepFixes, shownFindings, wordFailure } from './finding';
import { checks as registered } from './registry';

/** The rule id of a check that crashed; the command line answers it with its own exit code. */
export const crashedRule = 'internal/rule-crashed';

/** Runs the checks and sorts their findings. `checks` can be given for tests. */
export function runChecks(input: CheckInput, checks: readonly Check[] = registered): readonly Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      for (const finding of check.run(input)) findings.push(finding);
    } catch {
      findings.push({
        rule: crashedRule,
        severity: 'error',
        at: { uri: input.session.uri, span: { start: 0, end: 0 } },
        message: wordFailure(check.name),
        because: [],
        fixes: [],
      });
    }
  }
  // A signed note is closed: no fix may change what was signed.
  const { note, uri } = input.session;
  const closed = isClosed(note);
  const isFree = ({ edits }: Fix): boolean =>
    !touchesSigned(
      note,
      edits.flatMap((edit) => (edit.uri === uri ? edit.edits : [])),
    );
  const judged = input.client.overrides.length === 0 ? findings : findings.map((one) => answer(input, one));
  const shown = shownFindings(judged, input.settings);
  return closed ? shown.map((finding) => keepFixes(finding, isFree)) : shown;
}

/** A finding of any family that an override names stays as information that names the override. */
function answer(input: CheckInput, finding: Finding): Finding {
  // Contraindications are answered where they arise: an absolute one asks for words.
  if (/^(?:contraindication|internal)\//.test(finding.rule)) return finding;
  const override = input.client.overrides.find(
    ({ entry }) =>
      entry.rule.value.trim() === finding.rule && entry.reason !== undefined && holdsOn(entry, input.date),
  );
  if (override === undefined) return finding;
  const reason = override.entry.reason?.value ?? '';
  const because = [...finding.because, { at: override.source, text: say`Override: ${reason}` }];
  return answered({ ...finding, because }, reason, override.source);
}

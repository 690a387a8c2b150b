// Where a rule is met in a note, whoever speaks for it: a stronger rule of the same cause may say it instead.
import { compareSources, type Source } from '../text/span';
import { compareFindings, type Finding, type Severity, severities } from './finding';
import { type Case, matchRules } from './match';

/** A place that a rule touches. */
export interface Touch {
  readonly at: Source;
  /** As serious as the rule by itself would be there. */
  readonly severity: Severity;
  /** The rule that speaks in its place; undefined where it speaks itself, or is named by the finding. */
  readonly saidBy: string | undefined;
}

/** Lists the places that a rule touches in a note, sorted. `findings` are those of the note. */
export function listTouches(at: Case, id: string, findings: readonly Finding[]): readonly Touch[] {
  const own = findings.filter(
    ({ rule, because }) =>
      rule === `contraindication/${id}` || because.some(({ text }) => text.endsWith(`(${id})`)),
  );
  const touches: Touch[] = own.map((finding) => ({
    at: finding.at,
    severity: finding.severity,
    saidBy: undefined,
  }));
  for (const use of at.session.techniques) {
    const place = { uri: at.session.uri, span: use.mention.span };
    if (touches.some((touch) => compareSources(touch.at, place) === 0)) continue;
    const met = matchRules(at, use).filter(({ rule }) => rule.id === id);
    const [strongest] = met
      .map(({ severity }) => severity)
      .sort((a, b) => severities.indexOf(a) - severities.indexOf(b));
    if (strongest === undefined) continue;
    const [speaker] = findings
      .filter(
        ({ rule, at: there }) => rule.startsWith('contraindication/') && compareSources(there, place) === 0,
      )
      .sort(compareFindings);
    touches.push({ at: place, severity: strongest, saidBy: speaker?.rule.replace('contraindication/', '') });
  }
  return touches.sort((a, b) => compareSources(a.at, b.at));
}

// The fixes of the findings at a place.
import type { Finding, Fix } from '../rules/finding';
import { overlapsSpan, type Span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';

/** A fix with the finding that it answers. */
export interface Action {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Lists the fixes of findings that touch a range, preferred ones first, in the order of the findings. */
export function listActions(view: View, range: Span): readonly Action[] {
  const actions = view.findings
    .filter((finding) => overlapsSpan(finding.at.span, range) || touchesSpan(finding.at.span, range.start))
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
    .sort((a, b) => Number(b.fix.preferred) - Number(a.fix.preferred));
  // Two findings of one technique may have the same answer: it is offered once.
  const offered = new Set<string>();
  return actions.filter(({ fix: { title, edits } }) => {
    const key = JSON.stringify([title, edits]);
    return !offered.has(key) && offered.add(key);
  });
}

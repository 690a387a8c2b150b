// The fixes of the findings at a place.
import { formatNote, formatText } from '../note/print';
import type { Finding, Fix } from '../rules/finding';
import { applyEdits, type TextEdit } from '../text/edit';
import { overlapsSpan, type Span, touchesSpan } from '../text/span';
import type { View } from '../workspace/model';

/** A fix with the finding that it answers. */
export interface Action {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Findings of form: their fixes add or change no word of what was done, said or found. */
const isForm = ({ rule }: Finding): boolean =>
  /^(?:note|client|practice)\/unknown-key$/.test(rule) ||
  rule === 'note/front-matter-unclosed' ||
  rule === 'note/missing-date';

/**
 * The edits that put right all that is a matter of form: known keys that are misspelt, front matter without its end or
 * its day, layout. What is signed is left alone.
 */
export function listFormEdits(view: View): readonly TextEdit[] {
  const own = view.findings
    .filter(isForm)
    .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).slice(0, 1))
    .flatMap(({ edits }) => edits.flatMap(({ uri, edits: some }) => (uri === view.file.uri ? some : [])));
  const { text } = view.file;
  const done = applyEdits(text, own);
  if (own.length === 0) return view.kind === 'note' ? formatNote(text) : [];
  return [findChange(text, view.kind === 'note' ? formatText(done) : done)];
}

/** The one edit that makes a text of another, as short as it can be. */
function findChange(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return {
    span: { start, end: before.length - end },
    newText: after.slice(start, after.length - end),
  };
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

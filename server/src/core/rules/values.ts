// What the checks of measured values share: where to look, findings and their fixes.
import { type Span, span } from '../text/span';
import type { CheckInput } from './check';
import type { Finding, Fix, Severity } from './finding';
import { cut } from './words';

/** The text of a note below its front matter. */
export const bodyOf = ({ session: { note } }: CheckInput): Span =>
  span(note.frontMatter?.span.end ?? 0, note.text.length);

/** The line around a place, without its line end. */
export function lineAround(text: string, at: Span): Span {
  const start = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const end = /[\r\n]/g;
  end.lastIndex = at.end;
  return span(start, end.exec(text)?.index ?? text.length);
}

/** A finding about a value. The rule is given without its family. */
export const aboutValue = (
  input: CheckInput,
  rule: string,
  severity: Severity,
  at: Span,
  message: string,
  fixes: readonly Fix[] = [],
): Finding => ({
  rule: `value/${rule}`,
  severity,
  at: { uri: input.session.uri, span: at },
  message: cut(message),
  because: [],
  fixes,
});

/** A fix that writes other words at a place. */
export const writeFix = (input: CheckInput, at: Span, newText: string, title: string): Fix => ({
  title,
  preferred: true,
  edits: [{ uri: input.session.uri, edits: [{ span: at, newText }] }],
});

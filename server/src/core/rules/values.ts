// What the checks of measured values share: where to look, findings and their fixes.
import { type Span, span } from '../text/span';
import type { CheckInput } from './check';
import type { Finding, Fix, Severity } from './finding';
import { cut } from './words';

/** The text of a note below its front matter. */
export const bodyOf = ({ session: { note } }: CheckInput): Span =>
  span(note.frontMatter?.span.end ?? 0, note.text.length);

const reach = 300;

/** The line around a place, without its line end; of a very long line no more than what stands near. */
export function lineAround(text: string, at: Span): Span {
  const before = text.slice(Math.max(0, at.start - reach), at.start);
  const behind = text.slice(at.end, at.end + reach);
  const end = behind.search(/[\r\n]/);
  return span(
    at.start - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1,
    at.end + (end === -1 ? behind.length : end),
  );
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

// What the checks of measured values share: where to look, findings and their fixes.
import { say } from '../text/say';
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
  const [first, last] = [Math.max(0, at.start - reach), Math.min(text.length, at.end + reach)];
  let { start, end } = at;
  while (start > first && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  while (end < last && !isLineEnd(text.charCodeAt(end))) end += 1;
  return span(start, end);
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

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

/** A fix that writes other words at a place; `preferred` where nothing else can be meant. */
export const writeFix = (
  input: CheckInput,
  at: Span,
  newText: string,
  title: string,
  preferred = true,
): Fix => ({
  title,
  preferred,
  edits: [{ uri: input.session.uri, edits: [{ span: at, newText }] }],
});

/**
 * What was probably meant by a number that cannot be: a point was lost or a nought typed too many (386 for 38.6), or one
 * was left out (12 for 120). Undefined unless exactly one such number fits.
 */
export function likelyMeant(value: number, fits: (candidate: number) => boolean): number | undefined {
  const shorter = [value / 10, value / 100].map((one) => Math.round(one * 100) / 100).find(fits);
  const longer = fits(value * 10) ? value * 10 : undefined;
  if (shorter !== undefined && longer !== undefined) return undefined;
  return shorter ?? longer;
}

/** The fix that writes what was probably meant; none where that is not clear. */
export function fixLikely(
  input: CheckInput,
  at: Span,
  value: number,
  fits: (candidate: number) => boolean,
): readonly Fix[] {
  const meant = likelyMeant(value, fits);
  return meant === undefined ? [] : [writeFix(input, at, `${meant}`, say`Write ${meant}`, false)];
}

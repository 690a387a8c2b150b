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

// What the tests of measured values share: the findings of a note as lines, and a note with a fix applied.
import { expect } from 'vitest';
import type { Finding } from '../../../server/src/core';
import { applyEdits } from '../../../server/src/core/text/edit';
import { viewFixture } from '../../support/findings';

const family = /^(?:value\/|note\/laterality)/;

/** What a note says of its values and sides. */
export const valueFindings = (text: string): readonly Finding[] =>
  viewFixture(`${text}\n`).findings.filter((finding) => family.test(finding.rule));

/** Each finding as `rule severity «words»`. */
export const valueLines = (text: string): readonly string[] =>
  valueFindings(text).map(
    ({ rule, severity, at }) => `${rule} ${severity} «${text.slice(at.span.start, at.span.end)}»`,
  );

/** The text after each fix of the first finding. Every fix must remove that finding. */
export function fixedTexts(text: string): readonly string[] {
  const [finding] = valueFindings(text);
  expect(finding?.message.length).toBeLessThanOrEqual(140);
  return (finding?.fixes ?? []).map((fix) => {
    const fixed = applyEdits(
      text,
      fix.edits.flatMap((edit) => edit.edits),
    );
    expect(valueFindings(fixed).map(({ rule }) => rule)).not.toContain(finding?.rule);
    return fixed;
  });
}

// What holds of completeness for every text: nothing crashes, and a fix only adds, reads as meant and is enough.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../support/runs';
import { anyText, mutationsOf } from '../note/arbitrary';
import { noteSamples } from '../note/samples';
import { complete, findGaps, fixed } from './completeness-cases';

const anyNote = fc.oneof(
  { weight: 1, arbitrary: anyText },
  { weight: 2, arbitrary: mutationsOf([...noteSamples, complete.note]) },
);

test.each(['generic', 'wa-us', 'on-ca', 'mi-us'])('under %s', (profile) => {
  fc.assert(
    fc.property(anyNote, (note) => {
      const at = { ...complete, note };
      for (const finding of findGaps(at, profile)) {
        expect(finding.rule).toMatch(/^completeness\//);
        expect(finding.message.length).toBeLessThanOrEqual(140);
        const text = finding.at.uri.endsWith('.md') ? note : complete.record;
        expect(finding.at.span.end).toBeLessThanOrEqual(text.length);
        for (const { edits } of finding.fixes.flatMap((fix) => fix.edits))
          for (const { span } of edits) expect(span.end).toBe(span.start);
        if (finding.fixes.length === 0) continue;
        const after = fixed(at, finding);
        // The same finding may name what no fix can add; it never offers the same again.
        const again = findGaps(after, profile).find(({ rule }) => rule === finding.rule);
        if (again !== undefined) expect(fixed(after, again)).toEqual(after);
      }
    }),
    { numRuns: runs(250), seed: 20261120 },
  );
});

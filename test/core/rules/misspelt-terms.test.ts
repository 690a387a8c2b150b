// A misspelt term is read, warned about, named once, and put right by its fix.
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkFindings, viewFixture } from '../../support/findings';

test('a misspelt cause warns as the right one does, and the slip is named', () =>
  checkFindings(`
S: Deep vein trombosis L calf, dx 10/28
             ^^^^^^^^^ note/misspelt-term
T: Deep tissue: L calf
   ^^^^^^^^^^^ contraindication/dvt-deep-absolute
`));

test.each([
  ['S: has hypertenison, hypertenison meds daily', 'S: has hypertension, hypertenison meds daily'],
  ['S: Sciatca R leg', 'S: Sciatica R leg'],
  ['S: SCIATCA RIGHT LEG', 'S: SCIATICA RIGHT LEG'],
])('%s: the fix writes it as the word was written', (text, fixed) => {
  const view = viewFixture(`${text}\n`);
  const found = view.findings.filter((finding) => finding.rule === 'note/misspelt-term');
  expect(found).toHaveLength(1);
  const edits = found[0]?.fixes[0]?.edits[0]?.edits ?? [];
  expect(applyEdits(`${text}\n`, edits)).toBe(`${fixed}\n`);
});

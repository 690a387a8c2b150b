// A misspelt term is read, warned about, named once, and put right by its fix.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkFindings, viewFixture } from '../../support/findings';

test('a misspelt cause warns as the right one does, and the slip is named', () =>
  checkFindings(`
S: Deep vein trombosis L calf, dx 10/28
             ^^^^^^^^^ note/misspelt-term
T: Deep tissue: L calf
   ^^^^^^^^^^^ contraindication/dvt-deep-absolute
`));

describe('a misspelt cause lowers by one step, and says what it was read as', () => {
  const strongest = (text: string) => {
    const [first] = viewFixture(text).findings.filter(({ rule }) => rule.startsWith('contraindication/'));
    return first && { rule: first.rule, severity: first.severity, message: first.message };
  };
  test.each([
    ['warfarin', 'warfrin', 'S: LBP, on @\nT: Deep tissue: glutes B 20 min\n', 'error', 'warning'],
    ['osteoporosis', 'osteoporsis', 'S: has @\nT: Deep tissue: back 20 min\n', 'error', 'warning'],
    // Doubts that stand beside it lower further, as they do without it.
    ['osteoporosis', 'osteoporsis', 'S: ?@\nT: Deep tissue: back 20 min\n', 'warning', 'information'],
  ])('%s, %s: %j', (right, wrong, text, before, after) => {
    const exact = strongest(text.replace('@', right));
    const misspelt = strongest(text.replace('@', wrong));
    expect(exact?.severity).toBe(before);
    expect(misspelt).toMatchObject({ rule: exact?.rule, severity: after });
    expect(misspelt?.message).toContain(`read as “${right}”`);
    expect(misspelt?.message).not.toContain('everyday word');
  });

  test('it takes nothing from what is written in full beside it', () => {
    const severityOf = (said: string) => strongest(`S: ${said}\nT: Deep tissue: back 20 min\n`)?.severity;
    expect(severityOf('on warfrin since May. Took warfarin today.')).toBe('error');
    expect(severityOf('on warfarin since May. Took warfrin today.')).toBe('error');
  });
});

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

// Every ambiguous short form of the base is read by its place or by words near it, or the writer is asked: a hint with
// the readings, and a fix for each.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text/edit';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const rule = 'note/ambiguous-term';
const hints = (text: string) => viewFixture(text).findings.filter((finding) => finding.rule === rule);
const sections = ['Subjective', 'Objective', 'Assessment', 'Treatment', 'Plan'];
/** Short forms are written in capitals; longer terms as they are. */
const asWritten = (term: string): string => (/^[a-z0-9/]{2,5}$/.test(term) ? term.toUpperCase() : term);

test('the list is long', () => expect(kb.data.ambiguousTerms.length).toBeGreaterThan(90));

describe.each(kb.data.ambiguousTerms.map((term) => [term.term, term] as const))('%s', (_name, term) => {
  const written = asWritten(term.term);

  test.each(sections)('is read, or asked about, under %s', (section) => {
    const text = `## ${section}\n- ${written} today, says the note.\n`;
    const [hint] = hints(text);
    if (hint !== undefined) {
      expect(hint.severity).toBe('hint');
      expect(hint.fixes.length).toBeGreaterThanOrEqual(2);
      expect(new Set(hint.fixes.map(({ title }) => title)).size).toBe(hint.fixes.length);
      for (const fix of hint.fixes) {
        expect(hint.message).toContain(fix.title.replace(/^Write “|”$/g, ''));
        const fixed = applyEdits(
          text,
          fix.edits.flatMap(({ edits }) => edits),
        );
        expect(hints(fixed), fixed).toEqual([]);
      }
    } else {
      // Settled: by the usual meaning, by the section, or because an everyday word needs clinical company.
      const { mentions } = viewFixture(text).session;
      const read = mentions.find(({ span }) => text.slice(span.start, span.end).toLowerCase() === term.term);
      expect(read?.otherReadings ?? []).toEqual([]);
      if (read === undefined && term.usual === undefined)
        expect(['arthritis', 'arthritic']).toContain(term.term);
    }
  });
});

test.each([
  ['S: PE 3 yrs ago, on heparin then', 'pulmonary-embolism'],
  ['O: SpO2 99% RA', undefined],
  ['S: RA in both hands', 'rheumatoid-arthritis'],
  ['T: MET piriformis L', 'muscle-energy-technique'],
  ['S: ovarian ca with mets', 'cancer-bone-metastasis'],
  ['T: IC piriformis 3 x 30s', 'ischaemic-compression'],
  ['S: mild LE of the L arm, sleeve daily', 'lymphoedema'],
  ['S: TMJ clicking', 'tmj-disorder'],
])('%s is settled by what stands near', (text, id) => {
  const view = viewFixture(`${text}\n`);
  expect(view.findings.filter((finding) => finding.rule === rule)).toEqual([]);
  const ids = view.session.mentions
    .filter(({ kind }) => kind !== 'region' && kind !== 'sign')
    .map((one) => one.id);
  if (id === undefined) expect(ids).not.toContain('rheumatoid-arthritis');
  else expect(ids).toContain(id);
});

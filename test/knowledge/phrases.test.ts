// Everyday words that look clinical raise nothing, and the clinical words beside them still do.
import { expect, test } from 'vitest';
import { checkFindings } from '../support/findings';
import { loadKnowledge } from '../support/knowledge';

test.each([
  ['a stroke of the hand', 'low back pain', 'Effleurage: light strokes to back, 5 min'],
  ['a normal temperature', 'Temperature today 36.8 C', 'Petrissage: back, 10 min'],
  ['a tight chest muscle', 'tight chest from desk work', 'Petrissage: back, 10 min'],
])('%s raises nothing', (_, subjective, treatment) => {
  checkFindings(`\n## Subjective\n- ${subjective}\n\n## Treatment\n- ${treatment}\n`);
});

test('a stroke two weeks ago still stops the session', () =>
  checkFindings(`
## Subjective
- stroke 2 wks ago

## Treatment
- Petrissage: back, 10 min
  ^^^^^^^^^^ contraindication/stroke-acute-absolute
`));

test('a temperature that is a fever still stops the session', () =>
  checkFindings(`
## Subjective
- Temperature today 38.6 C

## Treatment
- Petrissage: back, 10 min
  ^^^^^^^^^^ contraindication/fever-absolute
`));

test('a pain medicine named without the drug is known', () => {
  const names = loadKnowledge().data.medications.flatMap((entry) => [entry.name, ...entry.synonyms]);
  expect(names).toContain('painkillers');
});

test('a wound that has healed says nothing of the operation', () =>
  checkFindings(`
## Subjective
- Six weeks post-op R TKR, wound healed.

## Treatment
- Deep tissue: R knee, 10 min
  ^^^^^^^^^^^ contraindication/joint-replacement-early
  ^^^^^^^^^^^ contraindication/surgery-recent-systemic
`));

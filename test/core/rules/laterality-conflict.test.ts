// A side that changes between complaint and treatment is found; what was meant so, or is told elsewhere, is silent.
import { expect, test } from 'vitest';
import { viewFixture } from '../../support/findings';
import { fixedTexts, valueLines } from './values';

const rule = 'note/laterality-conflict warning';

test.each([
  [
    'S: R shoulder pain\nT: MFR: L shoulder, 10 min',
    '«L»',
    ['S: R shoulder pain\nT: MFR: R shoulder, 10 min', 'S: L shoulder pain\nT: MFR: L shoulder, 10 min'],
  ],
  [
    'S: Pain in the right calf\nT: Swedish: left calf',
    '«left»',
    ['S: Pain in the right calf\nT: Swedish: right calf', 'S: Pain in the left calf\nT: Swedish: left calf'],
  ],
  [
    'S: R knee pain\nT: Deep tissue to the L knee',
    '«L»',
    ['S: R knee pain\nT: Deep tissue to the R knee', 'S: L knee pain\nT: Deep tissue to the L knee'],
  ],
  [
    'S: (R) knee pain\nA: (L) knee OA flare',
    '«(L)»',
    ['S: (R) knee pain\nA: (R) knee OA flare', 'S: (L) knee pain\nA: (L) knee OA flare'],
  ],
  [
    'S: R thigh sore\nT: Deep tissue: L quads',
    '«L»',
    ['S: R thigh sore\nT: Deep tissue: R quads', 'S: L thigh sore\nT: Deep tissue: L quads'],
  ],
  [
    'S: R low back pain\nO: HT R QL\nT: Deep tissue: L QL',
    '«L»',
    [
      'S: R low back pain\nO: HT R QL\nT: Deep tissue: R QL',
      'S: L low back pain\nO: HT L QL\nT: Deep tissue: L QL',
    ],
  ],
  [
    'S: R shoulder pain, L knee sore\nT: MFR: L shoulder\n- Swedish: L knee',
    '«L»',
    [
      'S: R shoulder pain, L knee sore\nT: MFR: R shoulder\n- Swedish: L knee',
      'S: L shoulder pain, L knee sore\nT: MFR: L shoulder\n- Swedish: L knee',
    ],
  ],
])('%s', (text, words, fixed) => {
  expect(valueLines(text)).toEqual([`${rule} ${words}`]);
  expect(fixedTexts(text)).toEqual(fixed);
});

test.each([
  'S: R shoulder pain\nT: MFR: R shoulder',
  'S: R shoulder pain\nT: MFR: shoulder',
  'S: R shoulder pain\nT: MFR: R shoulder\n- Swedish: L shoulder',
  'S: R shoulder pain\nT: MFR: B shoulders',
  'S: R shoulder pain\nO: L shoulder elevated\nT: MFR: L shoulder',
  'S: Shoulder pain R>L\nT: MFR: L shoulder',
  'S: R shoulder pain, started on the left\nT: MFR: L shoulder',
  'S: bilateral shoulder pain, R worse\nT: MFR: L shoulder',
  'S: No R shoulder pain\nT: MFR: L shoulder',
  'S: Husband has R shoulder pain\nT: MFR: L shoulder',
  'S: R shoulder surgery 2015, no pain\nT: MFR: L shoulder',
  'S: R shoulder pain\nT: MFR: L shoulder, contralateral work',
  'S: R calf pain, fresh bruise\nT: Swedish: L calf',
  'S: R calf pain\nT: Swedish: L calf\n- Avoided: R calf',
  'S: R shoulder pain\nT: Swedish: L hip',
  'S: R shoulder pain\nA: R RC strain; L shoulder clear\nT: MFR: R shoulder',
  'S: L neck tension\nT: Stretch: neck R lateral flexion',
  'S: L neck tension\nT: Passive stretching: neck to the right',
  'S: Left shoulder pain\nT: Client lay on right shoulder, MFR of the left scapula',
  'S: R sciatica\nT: Deep tissue: L QL',
  'S: R hip pain\nO: pelvis high on the left\nT: MET: L hip',
])('%s is no conflict', (text) => {
  expect(valueLines(text)).toEqual([]);
});

test('the complaint is the reason', () => {
  const text = 'S: R shoulder pain\nT: MFR: L shoulder\n';
  const found = viewFixture(text).findings.find((finding) => finding.rule === 'note/laterality-conflict');
  expect(
    found?.because.map(({ at, text: words }) => [text.slice(at.span.start, at.span.end), words]),
  ).toEqual([['shoulder', 'Complaint: right shoulder']]);
});

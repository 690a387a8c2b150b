// The findings that values call up: each number that a finding compares is one that is read from notes, in the same unit.
import { expect, test } from 'vitest';
import { listVitals } from '../../server/src/core/note/values/vitals';
import { loadKnowledge } from '../support/knowledge';

const kb = loadKnowledge();

/** One value of each measure as it is written, with the number that is read from it. */
const written: Readonly<Record<string, readonly [text: string, value: number]>> = {
  temperature: ['T 38.4 °C', 38.4],
  systolic: ['BP 184/112', 184],
  diastolic: ['BP 184/112', 112],
  'heart-rate': ['HR 128', 128],
  'respiratory-rate': ['RR 32', 32],
  spo2: ['SpO2 87%', 87],
  inr: ['INR 5.6', 5.6],
  platelets: ['platelets 42,000', 42],
  neutrophils: ['neutrophils 700', 0.7],
  haemoglobin: ['Hb 7.4 g/dL', 7.4],
  glucose: ['glucose 3.2 mmol/L', 3.2],
  'calf-difference': ['L calf 4 cm larger than R', 4],
  'pitting-oedema': ['pitting oedema 3+', 3],
  pain: ['pain 9/10', 9],
};

const compared = new Set(
  kb.data.findings.flatMap((finding) =>
    finding.anyOf.flatMap((group) => group.flatMap((each) => ('value' in each ? [each.value] : []))),
  ),
);

test.each([...compared])('%s is read from a note', (measure) => {
  const [text, value] = written[measure] ?? ['', 0];
  const read = listVitals(text).map((found) => found.value);
  expect(read).toContainEqual({ measure, value });
});

test('a normal count of platelets is no finding, whichever way it is written', () => {
  for (const text of ['platelets 210,000', 'platelets 210', 'plt 210k']) {
    const value = listVitals(text)[0]?.value.value ?? 0;
    const met = kb.data.findings.filter((finding) =>
      finding.anyOf.some((group) =>
        group.some((each) => 'value' in each && each.value === 'platelets' && value < (each.below ?? 0)),
      ),
    );
    expect(met.map(({ id }) => id)).toEqual([]);
  }
});

// A look at the words of a text spares it grammars, and never a value: with it and without it the same is found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDepth } from '../../../server/src/core/facts/treatment';
import { parseNote } from '../../../server/src/core/note/parse';
import { listDurations } from '../../../server/src/core/note/values/duration';
import { listFrequencies } from '../../../server/src/core/note/values/frequency';
import { listPainScores } from '../../../server/src/core/note/values/pain';
import { listPressures, listWrittenPressures } from '../../../server/src/core/note/values/pressure';
import { hintsOf, readValueHints } from '../../../server/src/core/note/values/value-hints';
import { listVitals } from '../../../server/src/core/note/values/vitals';
import { listGravidities, listWrittenWeeks } from '../../../server/src/core/note/values/written-gestation';
import { listWrittenMotions } from '../../../server/src/core/note/values/written-motion';
import { listWrittenPain } from '../../../server/src/core/note/values/written-pain';
import { listWrittenVitals } from '../../../server/src/core/note/values/written-vitals';
import { runs } from '../../support/runs';

const vitals =
  'temp temperature Temp. fever feverish febrile T t BP B/P blood_pressure HR heart_rate pulse PR pulse_ox P RR resp resps resp. respiratory_rate SpO2 SaO₂ O2_sat sats oxygen_saturation glucose blood_sugar BGL_fasting INR INR_on platelets platelet_count plt neutrophils ANC Hb Hgb haemoglobin hemoglobin calf calf_girth pitting_oedema edema body_weight bodyweight wt weighs';
const pain =
  'pain Pain_level pain_at_worst NPRS nrs VAS ache soreness discomfort headache neck stress down_to up_to';
const movements =
  'lateral_flexion lat._flex side-bend sidebending plantarflexion plantar_flex dorsiflexion int._rot external_rotation flex flexL ext extension abduction abd adduction pronation supination inversion eversion';
const pressures =
  'pressure press. depth pressure_of firm_pressure light lighter gently feather-light featherlight very_light moderate mod medium_touch firm firmly deep deeply heavy_strokes strong soft';
const durations = 'half_an_hour one_hour an_hour_and_a_half an hour treatment and';
const pregnancies =
  'pregnant gestation gest. gravid pregnancy gestational_age wpregnant wks_pregnant wkspregnant 12weekgravid along_in_her_pregnancy G2P1 G3,_P2 g 24w 12+3_wks';
const rhythms =
  'daily weekly monthly yearly once_weekly twice_a_month once_per_week thrice_a_year fortnightly bi-weekly biweekly bimonthly every_other_week every_2_wks each_month 2_x/wk 3_times_per_week 3xper_week twovisits_a_month qwk q2wks q.d qd q_4_weeks prn as_needed weekly,_or_prn weeklyx4';
const numbers =
  '1 2 3 4 5 6 7 9 10 12 15 37 38.6 38,6 45 60 72 90 99 101.4 120 130 150 1,200 800 6-7 6.5 G2P3';
const units =
  "/10 /5 _/_10 /100 _out_of_10 out_of_5 /80 _/_80 % ° º C °C _F deg degC degrees_F mmHg mm_hg bpm _bpmHR cm_larger mmol/L mg/dl k x10 +_pitting_edema kg lbs min m _mins h hr _hrs hrand_5 h30 hours ' ’ ′ →3/10 →_3/10 ->4 //3/10 to_3/5 _pressure _pain ,";

const pieces = (list: string): fc.Arbitrary<string> =>
  fc.constantFrom(...list.split(' ').map((piece) => piece.replaceAll('_', ' ')));
const anyJoin = fc.constantFrom(
  '',
  ' ',
  ' ',
  ' ',
  ': ',
  '=',
  '. ',
  '\n',
  '-',
  ' (',
  '\u00a0',
  ' is ',
  'to ',
  ' at ',
);
const anyTextWith = (words: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.tuple(pieces(words), anyJoin, pieces(numbers), pieces(units), anyJoin),
        fc.tuple(pieces(numbers), pieces(units), anyJoin, pieces(words), anyJoin),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.flat().join(''));

/** Every hint: nothing is spared. */
const all = -1;
type List = (text: string, hints: number) => readonly unknown[];
const grammars: readonly (readonly [name: string, words: string, list: List])[] = [
  ['vitals', vitals, (text, hints) => listVitals(text, undefined, hints)],
  ['vitals as written', vitals, (text, hints) => listWrittenVitals(text, undefined, hints)],
  ['pain', pain, (text, hints) => listPainScores(text, undefined, false, hints)],
  ['pain in a field for it', pain, (text, hints) => listPainScores(text, undefined, true, hints)],
  ['pain as written', pain, (text, hints) => listWrittenPain(text, undefined, hints)],
  ['movements', movements, (text, hints) => listWrittenMotions(text, undefined, hints)],
  ['pressures', pressures, (text, hints) => listPressures(text, undefined, false, hints)],
  ['pressures in a field for them', pressures, (text, hints) => listPressures(text, undefined, true, hints)],
  ['pressures as written', pressures, (text, hints) => listWrittenPressures(text, undefined, hints)],
  ['durations', durations, (text, hints) => listDurations(text, undefined, hints)],
  ['weeks of pregnancy', pregnancies, (text, hints) => listWrittenWeeks(text, undefined, hints)],
  ['counts of pregnancies', pregnancies, (text, hints) => listGravidities(text, undefined, hints)],
  ['depth', pressures, (text, hints) => [readDepth(text, hints)]],
];

/** Looks at generated texts in two ways, which find the same, and something. */
function findAlike(words: string, spared: (text: string) => readonly unknown[], plain: typeof spared): void {
  let found = 0;
  fc.assert(
    fc.property(anyTextWith(words), (text) => {
      const expected = plain(text);
      found += expected.filter((one) => one !== undefined).length;
      expect(spared(text)).toEqual(expected);
    }),
    { numRuns: runs(10_000), seed: 20261127 },
  );
  expect(found).toBeGreaterThan(5);
}

test.each(grammars)('%s: the same is found with hints and without', (_name, words, list) => {
  findAlike(
    words,
    (text) => list(text, readValueHints(text, { start: 0, end: text.length })),
    (text) => list(text, all),
  );
});

test('frequencies: the same is found with hints and without', () => {
  findAlike(
    rhythms,
    (text) => listFrequencies(text),
    (text) => listFrequencies(text, undefined, all),
  );
});

test('the hints of a note are those of what stands below its front matter', () => {
  const text = '---\nclient: ana\ndate: 2026-11-20\n---\nS: neck stiff\n';
  expect(hintsOf(parseNote(text).value)).toBe(0);
  expect(hintsOf(parseNote(`${text}O: BP 120/80\n`).value)).not.toBe(0);
});

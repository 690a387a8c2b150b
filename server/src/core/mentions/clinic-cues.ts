// Cues of clinics: "told to stop it", "past drugs:", "d/c'd on", "screen awaited", "doubtful but can't exclude", "POD 9".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const notYet = list('awaited | awaiting | pending | sent | to follow');
/** The numbers from one on. */
const count = (to: number): readonly string[] => Array.from({ length: to }, (_, index) => String(index + 1));
const cannotExclude = (): readonly string[] =>
  combine(
    ['', 'but'],
    list("can't | cant | cannot | couldn't | could not | unable to"),
    list('exclude | be excluded | rule out | rule it out | exclude it | r/o'),
  );
const daysAfter = (): readonly string[] =>
  combine(list('pod | pod # | post op day | post-op day | postop day'), count(42));
const mustNot = (): readonly string[] =>
  combine(list('must | should | may'), ['not'], list('be given | be taken | be used | be prescribed'));
const dischargedOn = (): readonly string[] => combine(list("d/c | d/c'd | dc | dc'd | d/ced"), ['on']);

/** Rows that the cue table takes over as they stand. */
export const clinicCues = (): readonly CueRow[] => [
  // Medicines
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 4,
    only: ['medication'],
    phrases: [
      ...combine(
        list('told | was told | advised | was advised | asked | instructed'),
        list('to stop it | to stop them | to come off it | to stop . | to stop ,'),
      ),
      ...list('abx done | antibiotics done | antibiotic done | course done | course all done'),
    ],
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 5,
    insists: true,
    final: true,
    only: ['medication'],
    phrases: combine(
      list('told | was told | advised | asked'),
      ['to stop'],
      ['', 'it', 'them'],
      list('before | prior | pre | 1 | 2 | 3 | 5 | 7'),
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 3,
    beside: true,
    only: ['medication'],
    phrases: [
      ...mustNot(),
      ...list(
        'not to be given | not to be taken | not to be used | are to be avoided | if no response | if no response by',
      ),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: [...mustNot(), ...list('must not take | must not have | should not take | should not have')],
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 5,
    list: true,
    only: ['medication'],
    phrases: combine(
      list("d/c | d/c'd | dc | dc'd | discharged | d/ced | sent"),
      ['home'],
      list('w | w/ | with | on'),
    ),
  },
  {
    // The last one of several that go on: "last infusion Tues".
    meaning: 'present',
    direction: 'backward',
    reach: 12,
    anaphoric: true,
    insists: true,
    only: ['medication'],
    phrases: combine(
      list('last dose | last injection | last infusion | last tablet | last inj'),
      list(`
        mon | tue | tues | wed | weds | thu | thur | thurs | fri | sat | sun | monday | tuesday | wednesday | thursday |
        friday | saturday | sunday | on mon | on tues | on wed | on thurs | on fri | today | this morning | this am |
        yesterday | last night | at 8 am | due
      `),
    ),
  },
  {
    // Who is discharged on it takes it; "warfarin d/c'd on 3/11" was stopped.
    meaning: 'present',
    direction: 'forward',
    reach: 2,
    only: ['medication'],
    phrases: dischargedOn(),
  },
  { meaning: 'stopped', direction: 'backward', reach: 3, only: ['medication'], phrases: dischargedOn() },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 5,
    list: true,
    only: ['medication'],
    phrases: combine(
      list('past | previous | prev | old | former | stopped | ceased | discontinued | inactive'),
      list('meds | medication | medications | drugs | rx'),
      [':'],
    ),
  },
  // Conditions
  {
    // "Denies everything except HTN".
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    insists: true,
    only: ['condition', 'medication'],
    phrases: list(
      'everything except | all except | anything except | everything but | all but | all bar | everything bar',
    ),
  },
  {
    // So many days after an operation it is no history: "s/p hernia repair POD 9", "post-op day 12 TKR".
    meaning: 'present',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['procedure'],
    phrases: daysAfter(),
  },
  { meaning: 'present', direction: 'forward', reach: 2, only: ['condition'], phrases: ['pos', 'pos for'] },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    final: true,
    only: ['procedure'],
    phrases: daysAfter(),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 5,
    insists: true,
    only: ['condition'],
    phrases: cannotExclude(),
  },
  { meaning: 'possible', direction: 'forward', reach: 5, only: ['condition'], phrases: cannotExclude() },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['procedure'],
    phrases: list(
      'on list for | on the list for | on a list for | on waiting list for | on the waiting list for',
    ),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 2,
    only: ['condition'],
    phrases: list(`
      is an error | was an error | entered in error | recorded in error | coded in error | is a coding error |
      was a coding error | is a mistake | was a mistake | wrongly coded | was misdiagnosed
    `),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 1,
    beside: true,
    insists: true,
    only: ['condition'],
    phrases: combine(list('screen | screening | test | tests | serology | antibodies | swab'), notYet),
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: combine(
      list(
        'not sure | not certain | unsure | not convinced | no guarantee | wonder if | wondering if | could not be sure | cannot be sure',
      ),
      ['', 'that', 'if', 'whether'],
      list("it isn't | it isnt | it is not | it's not | its not | this isn't | this is not"),
      ['', 'a', 'an'],
    ),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 2,
    final: true,
    beside: true,
    only: ['condition'],
    phrases: list('last season | two seasons ago | 2 seasons ago | a few seasons ago'),
  },
  {
    // What goes on stays: "asthma age 5". A higher age may be the client's of today: "shingles age 35".
    meaning: 'historical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['condition'],
    phrases: combine(['age'], count(20)),
  },
  {
    // Who is afraid of it may well have it: "anxious re her DVT".
    meaning: 'possible',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: list(
      'anxious re | nervous re | scared re | anxious abt | nervous abt | fearful re | paranoid re',
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['procedure'],
    phrases: ['work up', 'workup', 'assessment'],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 0,
    beside: true,
    only: ['condition'],
    phrases: list('list | waitlist | wait list | waiting list'),
  },
  {
    meaning: 'other-person',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: combine(
      list('previous | prior | other | another | last | next | earlier'),
      list('client | patient | pt'),
      list('w | w/ | with | has | had'),
    ),
  },
];

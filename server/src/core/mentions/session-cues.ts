// Cues of sessions and clinics: "offered - not comfortable", "told to stop it", "screen awaited", "swears by".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const healers = list(`
  physio | physiotherapist | physical therapist | chiro | chiropractor | osteo | osteopath | acupuncturist | nurse |
  lymph nurse | lymphoedema nurse | lymphedema nurse | lymphoedema clinic | lymphedema clinic | lymph therapist |
  another therapist | another mt | another rmt | another lmt | previous therapist | other therapist | trainer |
  personal trainer | midwife | podiatrist
`);
const notYet = list('awaited | awaiting | pending | sent | to follow');
const declined = list(`
  not comfortable | not comfortable with it | not comfortable with this | not comfortable with that | not keen |
  didn't fancy it | didn't feel like it | not for her | not for him | not for me | maybe another time | no consent | consent not given | no consent given | not consented |
  not consented to | did not consent | didn't consent
`);
/** The numbers from one on. */
const count = (to: number): readonly string[] => Array.from({ length: to }, (_, index) => String(index + 1));
const mostly = list('most | very | really | much | greatly');
/** What was asked for and not given. */
const notGiven = (): readonly string[] =>
  combine(
    list('requested | wanted | asked for | preferred'),
    ['but', ', but'],
    list(`
        client | pt | she | he | not | too | on | took | given | due | because | kept | stayed | advised | contraindicated |
        declined | explained | unsafe
      `),
  );
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
/** What was left out, with the reason behind it. */
const withReason = (): readonly string[] =>
  combine(
    list(
      'declined | refused | avoided | skipped | withheld | left out | deferred | omitted | contraindicated',
    ),
    list('as | bc | because | because of | due to | d/t | since'),
  );

/** Rows that the cue table takes over as they stand. */
export const sessionCues = (): readonly CueRow[] => [
  // Techniques
  { meaning: 'avoided', direction: 'backward', reach: 6, only: ['technique'], phrases: declined },
  {
    // "Cupping requested but client on Eliquis": what was asked for and not given.
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['technique'],
    phrases: notGiven(),
  },
  { meaning: 'end', direction: 'forward', reach: 0, phrases: notGiven() },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 16,
    anaphoric: true,
    only: ['technique'],
    phrases: combine(
      list('not performed today | not done today | not performed | not attempted today | not used today'),
      list('bc | because | due to | as | d/t'),
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['technique'],
    phrases: list(`
      swears by | swear by | raves about | raving about | a fan of | big fan of | not a fan of | read about |
      saw a video about | saw a video of
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['technique'],
    phrases: list(
      'voucher | voucher for | vouchers | vouchers for | gift card | gift card for | gift cards | gift certificate | workshop | workshops',
    ),
  },
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: combine(list('by | at | from'), ['', ...list('her | his | the | a | my | their')], healers),
  },
  {
    // "Sore since chiro adjustment": what it is told of came before.
    meaning: 'historical',
    direction: 'forward',
    reach: 2,
    only: ['technique'],
    phrases: ['since'],
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 2,
    beside: true,
    only: ['technique'],
    phrases: list('days ago | day ago | wk ago | wks ago | weeks ago | mo ago | months ago | elsewhere'),
  },
  {
    meaning: 'planned',
    direction: 'backward',
    reach: 3,
    only: ['technique'],
    phrases: [
      ...combine(
        list('ok | okay | fine | happy'),
        list('from my side | from my end | from our side | by me | from my point of view | from our end'),
      ),
      ...list('otherwise fine | otherwise ok | otherwise okay'),
      ...combine(list('would be | are | is'), mostly, list('welcome | appreciated | helpful')),
    ],
  },
  {
    // A visit at home is no homework.
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: [
      ...combine(
        ['at home'],
        list('on | in'),
        ['', ...list('her | his | the | own')],
        list('bed | couch | sofa | recliner | chair | armchair'),
      ),
      ...list('at home visit | home visit'),
    ],
  },
  {
    // What follows gives the reason: "declined as on Eliquis".
    meaning: 'avoided',
    direction: 'backward',
    reach: 7,
    only: ['technique', 'region'],
    phrases: withReason(),
  },
  { meaning: 'end', direction: 'forward', reach: 0, phrases: withReason() },
  { meaning: 'hypothetical', direction: 'backward', reach: 4, only: ['procedure'], phrases: withReason() },
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
    // What goes on stays: "asthma age 5".
    meaning: 'historical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['condition'],
    phrases: combine(list('age | aged'), count(40)),
  },
  {
    meaning: 'hypothetical',
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
  // Says nothing
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: [
      ...combine(
        list('asked | asks | ask'),
        list('if | whether'),
        list('anything | any thing | any changes | there are any changes | health history | meds'),
        ['', ...list('changed | has changed | had changed | new | is new | else')],
      ),
      ...combine(
        list("ok'd | okd | okayed | approved | agreed | cleared"),
        ['by'],
        ['', 'her', 'his', 'the'],
        healers,
      ),
      ...combine(
        ['given'],
        list(
          'last week | last month | last year | yesterday | today | on | in | at | by | x7 | x5 | x3 | im | iv',
        ),
      ),
    ],
  },
];

// Cues of sessions: "offered - not comfortable", "requested but client on Eliquis", "swears by", "by her acupuncturist".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const healers = list(`
  physio | physiotherapist | physical therapist | chiro | chiropractor | osteo | osteopath | acupuncturist | nurse |
  lymph nurse | lymphoedema nurse | lymphedema nurse | lymphoedema clinic | lymphedema clinic | lymph therapist |
  another therapist | another mt | another rmt | another lmt | previous therapist | other therapist | trainer |
  personal trainer | midwife | podiatrist
`);
const declined = list(`
  not comfortable | not comfortable with it | not comfortable with this | not comfortable with that | not keen |
  didn't fancy it | didn't feel like it | not for her | not for him | not for me | maybe another time | no consent | consent not given | no consent given | not consented |
  not consented to | did not consent | didn't consent
`);
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

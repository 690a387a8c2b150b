// Cues of hurried notes and letters: "going round the school", "dropped the tramadol", "until 2022", "- no features".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const pastYears: readonly string[] = Array.from({ length: 61 }, (_, index) => String(1970 + index));

/** Rows that the cue table takes over as they stand. */
export const hurriedCues = (): readonly CueRow[] => [
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: list(`
      going round | going around | doing the rounds | is going round | is going around | going through the |
      outbreak at | outbreak in | outbreak on
    `),
  },
  {
    meaning: 'other-person',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      therapist note: i have | therapist note: i had | therapist: i have | therapist has | therapist had |
      i (therapist) have | cut on my | wound on my | graze on my
    `),
  },
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: combine(
      list('at | by | with | from | w | w/'),
      list(`
        physio | the physio | her physio | his physio | chiro | her chiro | his chiro | osteo | her osteo |
        volunteers | her pt clinic | rehab | another clinic
      `),
    ),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: list(`
      no features | no signs | no sign | no evidence | no symptoms | -ve | no features seen | none seen |
      no convincing features
    `),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 16,
    anaphoric: true,
    only: ['condition'],
    phrases: list(`
      doesn't have it | does not have it | doesnt have it | hasn't got it | has not got it | never had it
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: combine(
      list(`
        gp | dr | doctor | md | er | ed | a&e | hospital | physio | chiro | osteo | midwife | surgeon | nurse |
        specialist | consultant | urgent care | optician | dentist
      `),
      list('said no | says no | saw no | found no | reports no | sees no'),
    ),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list('dropped the | dropped her | dropped his | ditched | ditched the | came off the'),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 5,
    only: ['medication'],
    phrases: [
      ...list(`
        weaned off | weaned off in | tapered off | tapered off in | in 90s | in the 90s | in 80s | in 00s |
        years back | stopped due to | didn't help so stopped
      `),
      ...combine(['until', 'till', 'til', 'up to'], pastYears),
    ],
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    insists: true,
    only: ['medication'],
    phrases: list(`
      get off | to get off | wants to get off | trying to get off | hoping to get off | wants to come off |
      would like to come off | hoping to come off | keen to come off | trying to come off
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['medication'],
    phrases: list(`
      planned once | planned after | planned when | planned | is planned | to commence | to be commenced |
      to begin | to be given | if not settling | if insufficient | if no better
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list('cleared for | fit for | work up for | worked up for | eligible for'),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 2,
    only: ['condition'],
    phrases: list('worklist for | waitlist for | waitlisted for | wait list for | work up for transplant'),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: combine(
      list('s/s | signs | symptoms | sx | red flags | warning signs'),
      list('to watch | to watch for | to look for | to look out for | to report'),
    ),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: list('until proven otherwise | till proven otherwise | idk | no idea which | not sure yet'),
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 6,
    list: true,
    only: ['condition'],
    phrases: list('ddx | dd | ddx: | differentials | differentials: | differential: | ddx incl'),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      changed to | swapped to | switched to | downgraded to | not yet | not for now | not just yet |
      booked - changed to | booked but changed to
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 1,
    until: ['for', 'with', 'to'],
    only: ['technique'],
    phrases: list('swap | swapping | swapped | swap out | swapped out'),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 3,
    only: ['medication'],
    phrases: ['avoided', 'is avoided', 'to be avoided'],
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 3,
    insists: true,
    only: ['condition'],
    phrases: list(`
      doesn't calm down | does not calm down | doesn't ease | does not ease | doesn't go away | keeps flaring |
      doesn't clear | does not clear | doesn't resolve | does not resolve
    `),
  },
  // "Surgeon wants clot ruled out, leg swelling": what is wished for ends there.
  { meaning: 'end', direction: 'forward', reach: 0, phrases: ['ruled out,'] },
  { meaning: 'negated', direction: 'backward', reach: 5, phrases: ['ruled out,'] },
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      no risk to | no harm to | booked around | unlikely cardiac | unlikely visceral | unlikely sinister | unlikely serious
    `),
  },
];

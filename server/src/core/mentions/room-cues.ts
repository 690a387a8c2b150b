// Cues of treatment rooms and surgeries: "any bleeding -> hospital", "didn't get on with", "then off", "may put him on".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const them = list('him | her | them | me | client | pt | patient | clt');
const drugs = list('on | on to | onto');
const mayStart = (): readonly string[] =>
  combine(
    list(
      'may | might | could | wants to | will | going to | plans to | is going to | talking about | thinking of',
    ),
    list('put | start | try | switch | move | putting | starting'),
    them,
    drugs,
  );
const clearedThen = list(
  'finally cleared | cleared last week | cleared last month | cleared over the weekend',
);
const clinicians = list(`
  gp | dr | doctor | ob | obgyn | midwife | surgeon | consultant | oncologist | cardiologist | haematologist |
  hematologist | physician | specialist
`);
const urgent = list('> | → | 999 | 911 | 111 | 000 | ed | er | a&e | hospital | ambulance | midwife');

/** Rows that the cue table takes over as they stand. */
export const roomCues = (): readonly CueRow[] => [
  // What to do if it comes
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 8,
    list: true,
    open: true,
    closes: urgent,
    only: ['condition'],
    phrases: ['any', 'any new', 'any sudden', 'any sign of', 'any signs of'],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 10,
    list: true,
    open: true,
    only: ['condition'],
    phrases: [
      ...combine(
        list('reminded | reminded re | reminded about | warned | warned re | counselled re | counseled re'),
        ['', ':'],
      ).filter((phrase) => phrase.includes(' ') || phrase.endsWith(':')),
      ...list('safety net : | safety netted : | to report : | report any | call for any'),
      ...combine(
        list(
          'signs | symptoms | red flags | fast signs | warning signs | stroke signs | danger signs | things to watch for',
        ),
        list('explained | discussed | given | reviewed | gone over | gone through | went over | taught'),
        list(
          'to wife | to husband | to partner | to family | to mum | to carer | to him | to her | to client | to pt | with wife | with husband  | with pt | with client',
        ),
        ['', ':'],
      ),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      talked about | chatted about | hasn't booked it | not booked | leaflet | info sheet |
      booster declined | boosters declined
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list('invited for | due her | due his | eligible for | reminder for | recall for'),
  },
  // Doubt
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      querying | gp querying | low suspicion for | low suspicion of | low index of suspicion for | wants to exclude |
      wanting to exclude | keen to exclude | need to exclude | bloods for | scan for | mri for | us for | ct for |
      doppler for | hoping it's not | hoping its not | pray it's not | thinking
    `),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: list(`
      not dx'd | not dxd | never dx'd | not diagnosed | never diagnosed | undiagnosed | not officially | awaiting dx |
      awaiting diagnosis | self diagnosed | self-diagnosed | self dx'd | not formally dx'd | not formally diagnosed
    `),
  },
  // Forms
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 12,
    only: ['condition'],
    phrases: list(`
      all answered no | answered no to all | all ticked no | ticked no to all | all no | no to all | no to all of these |
      no to these | all marked no | all nil | all n
    `),
  },
  // Over
  {
    // Of what lasts it says only that it is quiet: "pacemaker 2015, no issues since".
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    only: ['condition'],
    phrases: list(`
      no probs since | no problems since | no trouble since | no issues since | no bother since |
      discharged from clinic | discharged from follow up | discharged from f/u
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['condition'],
    phrases: list(`
      finally gone | finally over | outgrown | grew out of it | grown out of it | grew out of | nil now | none now |
      passed it | now passed | never came back | never been back | not been back | yrs clear |
      years clear | yrs cancer free | years cancer free
    `).concat(clearedThen),
  },
  // Medicines
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 5,
    only: ['medication'],
    phrases: [
      ...combine(
        ['then'],
        list('off | nil | none | stopped | ceased | finished | discharged | stop | off it | changed'),
      ),
      ...list(`
        now all done | all done now | course now done | now off | since off |
        didn't agree with her | didn't agree with him | didn't suit | did not suit | didn't suit her | didn't suit him |
        no longer prescribed | not any more | not anymore | nightmares so stopped | until the nosebleeds
      `),
    ],
  },
  {
    // Only of the past: "on Eliquis until March" may be to come.
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    closes: ['until', 'till', 'til'],
    only: ['medication'],
    phrases: list('took | was on | were on | had been on | was taking | used'),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 3,
    beside: true,
    only: ['medication'],
    phrases: combine(
      ['until', 'till', 'til', 'up to'],
      list('last week | last month | last summer | recently'),
    ),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 10,
    only: ['medication'],
    phrases: ['only , now finished', 'only now finished', 'only then stopped', 'only then off'],
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list(`
      didn't get on with | did not get on with | didnt get on with | couldn't get on with | couldn't tolerate |
      could not tolerate | didn't tolerate | did not tolerate | couldn't cope with | reacted badly to | got sick on |
      was ill on | she is off | he is off | was once on | no more | switched off
    `),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 6,
    only: ['medication'],
    phrases: list(`
      doesn't agree with her | doesn't agree with him | never takes it | never takes them | never touches it |
      never touches them | won't touch it | won't take it
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: [
      ...mayStart(),
      ...list(`
        gp may start | gp might start | might need | may need | will need | may go on | might go on | may have to go on |
        script for | to the doctor for | doctor inside | to get | will get | see gp for | see gp re | to pharmacy for |
        ask pharmacist about | ask gp about | ask gp re | chat to gp re | looking at starting | keen to try
      `),
    ],
  },
  {
    // "To get Eliquis refilled", "see GP for warfarin check": who asks for more of it takes it.
    meaning: 'present',
    direction: 'backward',
    reach: 1,
    insists: true,
    only: ['medication'],
    phrases: list(
      'refill | refills | refilled | renewed | renewal | inr | levels | dose | check | checked | longer | for life',
    ),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 5,
    insists: true,
    only: ['medication'],
    phrases: list(`
      in bag | in her bag | in his bag | in handbag | in the bag | on hand | to hand | carried | not needed this yr |
      not needed this year | not needed lately | not needed recently | not needed in months | not needed yet this year |
      in bag not needed
    `),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    insists: true,
    only: ['medication'],
    phrases: list(
      'he is on | she is on | they are on | as is on | is on | since on | carries | carries an | carries a',
    ),
  },
  // Techniques
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 6,
    list: true,
    open: true,
    only: ['technique', 'region'],
    phrases: list(`
      didn't do : | didnt do : | did not do : | not done : | not today : | left out : | skipped : | avoid : | avoided : |
      not used : | have not used | haven't used | has not used | hasn't used | never use | would not use |
      wouldn't use | nothing
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 4,
    only: ['technique', 'region'],
    phrases: list('too soon for | too early for | too sore for | not ready for | no need for'),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      not used either | not done either | i said not | said not with | i said no | said i wouldn't | i said no way |
      not an option | too much today | too much for her | too much for him | ruled out for now | not for her | not for him |
      off the menu | swapped out | swapped for | out for now | out today
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['technique'],
    phrases: list(`
      friend recommended | friend suggested | friend swears by | was recommended | saw a video on | saw a video of | read about |
      heard about | heard of | wanted | wanted the | she wanted | he wanted | was hoping for | hoping for | had hoped for | voucher for |
      gift card for
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 3,
    only: ['technique'],
    phrases: list(
      'used to do | used to have | used to get | used to go for | did a course in | trained in | once tried | has tried',
    ),
  },
  {
    meaning: 'planned',
    direction: 'backward',
    reach: 5,
    only: ['technique'],
    phrases: [
      ...combine(
        list('from | after | starting | start | not before | in'),
        list('wk | wks | week | weeks | next wk | next week | next visit | next session | next tx'),
      ),
      ...combine(list('in'), list('1 | 2 | 3 | 4 | 6 | 8'), list('wk | wks | weeks | days')),
      ...combine(
        list('would be'),
        list('ideal | great | good | helpful | welcome | appreciated | useful | fine | ok'),
      ),
      ...list(`
        is ok | is fine | are ok | are fine | ok to start | ok to resume | can resume | can restart | can begin | can start |
        if pt agrees | if she agrees | if he agrees | if client agrees | if they agree | if keen | if tolerated | pls |
        if happy | if she's keen | if he's keen
      `),
    ],
  },
  {
    meaning: 'planned',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      came for | came in for | booked for | booked for a | booked in for | booked a | booked | paid for | rescheduled | postponed | moved the | pushed back | request : | requesting : | rtc for | rtn for | nv add | nv : | nv | add in | therapist may | massage therapist may |
      rmt for | rmt : | rmt to | lmt to | physio to | please do | pls do | please provide | ok for | okay for | cleared for |
      happy for
    `),
  },
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 3,
    only: ['technique'],
    phrases: list(`
      at lymph clinic | at hospital | at the hospital | at hosp | with her physio |
      with his physio | with her chiro | with his chiro | with chiro | from chiro | from osteo | with osteo
    `),
  },
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: list('in fam | hx in fam | hx in family | in the fam | fam hx | family hx only'),
  },
  // Where what was told ends
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      so we're | so we are | so we | so i | so just | so only | so kept | as he is on | as she is on |
      self : | self
    `),
  },
  // Says nothing
  {
    // Leave to treat, not an end: "cleared last week by GP", "OB cleared last week".
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: [
      ...combine(clinicians, clearedThen),
      ...combine(clinicians, ['has'], clearedThen),
      ...combine(clearedThen, list('by | for | to | with')),
    ],
  },
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      gone by morning | gone by am | gone by the morning | not tender | not painful | not sore | not itchy | not red |
      not infected | not swollen | not hot | no changes to | meds same | meds unchanged |
      nothing else | nothing further | never had this before | nothing but | clear of the | off school | at present
    `),
  },
];

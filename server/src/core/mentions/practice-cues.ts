// Cues of practice notes: operations that are planned, medicines in discharge letters, techniques put off, shorthand of GPs.
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const months = list(`
  january | february | march | april | may | june | july | august | september | october | november | december | jan |
  feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec
`);
const days = list(`
  monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | weds | thu | thur |
  thurs | fri | sat | sun
`);
const nextTime = (): readonly string[] => [
  ...combine(
    ['next'],
    [
      ...days,
      ...list('week | month | year | spring | summer | autumn | fall | winter | visit | session | time'),
    ],
  ),
  ...list('later this month | later this year | in the new year | in two weeks | in 2 weeks | nv'),
];

const settling = list(`
  settles | has settled | settle | calms | calms down | is over | over | heals | has healed | healed | resolves |
  has resolved | resolved | clears | has cleared | is gone | goes down | eases | is less acute | less acute |
  is less irritable | less irritable | allows | permits
`);
const troubles = list(`
  flare | flare up | flare-up | it | swelling | inflammation | pain | acute stage | acute phase | wound | scar | incision |
  skin | area | bruising | bruise | tissue | fracture | rash | infection | irritability | symptoms
`);
/** "When the flare settles", "once healed": what is put off until then. */
const whenSettled = (): readonly string[] => [
  ...combine(
    list('when | once | after | as soon as | until'),
    ['', ...list('the | her | his')],
    troubles,
    settling,
  ),
  ...combine(
    list('when | once | if | as soon as'),
    list(`
      healed | settled | cleared | able | ready | better | less sore | less acute | pain free | calmer | tolerated |
      appropriate | indicated | cleared by gp | cleared by dr | cleared by md | cleared by ob | cleared by surgeon |
      gp happy | dr happy | surgeon happy | surgeon ok | stitches out | cast off | out of cast | out of acute phase
    `),
  ),
];

const signs = list('signs | symptoms | s/s | sx | s&s | signs and symptoms | signs or symptoms | features');

/** Rows that the cue table takes over as they stand. */
export const practiceCues = (): readonly CueRow[] => [
  // Operations, injections and courses of treatment that are still to come, offered or declined
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    until: ['for', 'because', 'due', 'with', 'of', 'in', 'on'],
    only: ['procedure'],
    phrases: list(`
      consider | considering | to consider | considered for | discussed | discuss | discussing | offered | offer |
      was offered | declined | declines | refused | refuses | recommended | recommends | recommending | suggested |
      suggests | advised | advises | requests | requesting | requested | wants | wanting | would like | keen for |
      keen on | hoping for | hoping to have | thinking about | thinking of | planning | plan for | plan is | planned |
      plans for | plan | may need | might need | will need | needs | to have | to get | going to have | getting | going for |
      waiting list for | waitlist for | wait list for | on w/l for | w/l for | wl for | listed for | booked for |
      booked in for | pencilled in for | scheduled for | due | due for | due to have | due to start | due to begin |
      awaiting | waiting for | waiting on | candidate for | a candidate for | suitable for | not suitable for |
      not a candidate for | referred for | refer for | referral for | ref for | next step is | next step | option of |
      options incl | options include | options: | potential | possible | possibly | might have | may have | could have |
      if no better | if not settling | asked about | asking about | asks about | interested in | doesn't want |
      does not want | not keen on | not keen for | trying to avoid | to avoid | avoid | hold off | holding off on |
      before | prior to | ahead of | pre | starts | starting | will start | will have | to start | begins |
      to begin | elective | upcoming | date for | consent for | consented for | work up for | workup for
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['procedure'],
    phrases: [
      ...list(`
        starts | starts on | starting | starting on | to start | to begin | begins | begins on | due | due to start |
        due to begin | due on | due in | is due | to follow | is planned | planned | pencilled in | tbc | offered |
        was offered | discussed | was discussed | recommended | was recommended | suggested | declined | refused |
        not wanted | not needed | not required | not indicated | being considered | is being considered | considered |
        an option | is an option | booked | is booked | booked for | booked in | scheduled | scheduled for | waiting list |
        cancelled | was cancelled | postponed | was postponed | deferred | on hold | date pending | date tbc |
        if no better | if not settling | if needed | if required | if fails | next step | is the next step
      `),
      ...nextTime(),
      'tomorrow',
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: combine(list('booked | planned | scheduled | due | starts | listed'), ['in', 'for'], months),
  },
  // What a disease is in
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 14,
    final: true,
    ofDisease: true,
    only: ['condition'],
    phrases: list(`
      in remission | now in remission | in complete remission | in full remission | remission since | ned | ned since |
      disease free | disease-free | discharged from oncology | discharged from onc | discharged from breast clinic |
      no recurrence | without recurrence | no evidence of recurrence | no evidence of disease | no sign of recurrence |
      all clear since | clear ever since
    `),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 5,
    insists: true,
    only: ['condition'],
    phrases: combine(
      list('in remission | quiet | quiescent | inactive | controlled | well controlled | stable | managed'),
      list('on | with | under'),
    ),
  },
  // Told in two pieces
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 3,
    closes: ['out'],
    only: ['condition'],
    phrases: list('ruled | has ruled | have ruled | had ruled | been ruled | to have ruled'),
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 3,
    closes: ['out'],
    only: ['condition'],
    phrases: list('rule | ruling | to rule'),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    closes: [
      'reviewed',
      'explained',
      'discussed',
      'covered',
      'given',
      'taught',
      'provided',
      'described',
      'outlined',
    ],
    only: ['condition'],
    phrases: [
      ...combine(signs, ['of']),
      ...list(
        'risk of | risks of | red flags for | red flags of | red flags | info on | information on | advice re | advice on',
      ),
    ],
  },
  // What is seen of a condition makes it likely; said to be watched for it is only talked about.
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 6,
    only: ['condition'],
    phrases: [
      ...combine(signs, ['of']),
      ...combine(
        list(
          'shows | showing | has | having | with | displaying | exhibiting | presents with | early | clinical | clear | some',
        ),
        signs,
        ['of'],
      ),
    ],
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 5,
    only: ['condition'],
    phrases: [
      ...combine(
        list(
          'they | she | he | we | i | gp | dr | doctor | physio | surgeon | mum | client | consultant | nurse | team',
        ),
        list(
          'think | thinks | thought | reckon | reckons | suspect | suspects | wonder if | wonders if | believe | believes',
        ),
        list(
          "it is | it's | its | it may be | it might be | it could be | this is | she has | he has | they have | she may have | he may have",
        ),
      ),
      ...list(`
        to confirm | not convinced it's | not convinced this is | not convinced it is | not convinced by | in case it is | in case it's | could it be | susp | susp. | sus | query: | imp: ? | δδ | δδ: |
        d/d | d/d: | dd: | ddx: | diff: | differentials: | diff dx: | sounds like | smacks of | has the look of |
        refer to exclude | referred to exclude | bloods to exclude | scan to exclude | mri to exclude | uss to exclude |
        us to exclude | xr to exclude | to check for | to look for possible | cannot r/o | can't r/o | cant rule out |
        couldn't rule out | unable to r/o | unable to exclude | provisional | provisionally | working diagnosis: |
        working dx: | impression ? | self-diagnosed | self diagnosed | feels it may be | feels it might be
      `),
    ],
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 5,
    only: ['condition'],
    phrases: list(`
      to exclude | to be confirmed | to confirm | unconfirmed | not confirmed yet | awaiting dx | no formal dx |
      no formal diagnosis | not formally diagnosed | not officially diagnosed | being tested | getting tested |
      being checked | getting it checked | under investigation | under ix | being ix'd | r/o pending | ? | most likely |
      likeliest | top of the list | high on the list | needs excluding | need excluding | wants excluding |
      needs to be excluded | need to be excluded | has to be excluded | must be excluded | cannot be discounted
    `).filter((phrase) => phrase !== '?'),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 6,
    insists: true,
    only: ['condition'],
    phrases: list(`
      needs to be excluded | needs to be ruled out | must be excluded | must be ruled out | has to be excluded |
      has to be ruled out | still to be excluded | still needs excluding | needs excluding | needs ruling out
    `),
  },
  // "Post TKR" without a time: what is told of an operation is recent unless something else is said.
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    final: true,
    only: ['procedure'],
    phrases: ['post', 'post op', 'post-op'],
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    final: true,
    only: ['condition'],
    phrases: list(
      'last time | last pregnancy | last time round | first time round | with first | with her first | with her second | with #1 | with #2 | in first pregnancy | in previous pregnancy | first pregnancy | in last preg | last preg',
    ),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 2,
    final: true,
    closes: ['since'],
    only: ['medication'],
    phrases: list('no | not on | nil | off | not taken | not taking'),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 2,
    insists: true,
    final: true,
    closes: ['before', 'prior', 'pre', 'preop', 'pre-op'],
    only: ['medication'],
    phrases: list('stop | to stop | hold | to hold | omit | withhold'),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    both: true,
    only: ['medication'],
    phrases: combine(
      list('resolved | cleared | settled | healed | cleared up | cured | went away'),
      list('with | after | on'),
    ),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: list(
      'less | fewer | help with | improve | get rid of | management of | settle | calm | calm down | work on | address | fix | help | to help | to help with',
    ),
  },
  // Denied in the shorthand of practices
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      r/o by | r/o on | r/o with | r/o'd by | r/o'd on | ruled out by | not convincing | not in keeping |
      not likely | v unlikely | doubt it | discounted | not thought to be | not demonstrated | not seen on | nad |
      not the cause | not that | all neg | all -ve | screen neg | screen -ve | tests neg | both neg | both negative |
      both tests neg | both tests negative | both tests were negative | all tests negative | neg x2 | neg x3 |
      negative x2 | negative x3
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 6,
    list: true,
    open: true,
    only: ['condition'],
    phrases: list(`
      nil hx | nil history of | nil signs of | nil symptoms of | nil evidence of | no e/o | no s/o | not c/o |
      nil c/o | negates | not aware of any | unaware of any | no mention of | nad for | no red flag | no red flags: |
      no red flags - | no red flags ( | red flags: nil | red flags nil | red flags: none | nil else |
      no obvious | no overt | no frank | no true | no actual | no associated | no assoc | no accompanying | no assoc'd
    `),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 8,
    anaphoric: true,
    only: ['condition'],
    phrases: list(
      'both tests neg | both tests negative | both neg | both negative | both came back neg | all came back clear',
    ),
  },
  // Over and done
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 12,
    final: true,
    anaphoric: true,
    only: ['condition'],
    phrases: [
      ...combine(
        list('none | nothing | nil | not any | no more | no further | no more of it'),
        list(
          'since | since then | in years | for years | in ages | for ages | in months | for months | in a long time | for a long time | in over a year | for over a year | this year',
        ),
      ),
      ...list(
        "not had one since | not had any since | hasn't had one since | hasn't had any since | no further episodes | no further attacks | none since then",
      ),
    ],
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['condition'],
    phrases: list(`
      that's gone now | thats gone now | gone now | all gone | all gone now | long since gone | dealt with | sorted |
      sorted now | sorted since | has passed | blew over | burnt out | grown out of | self resolved | self-resolved |
      resolved spontaneously | resolved itself | resolved on its own | resolved after | resolved by | resolved fully |
      in infancy | in early life | way back | yonks ago | donkeys years ago | in a past life | when at school |
      when at uni | in the army | in the forces | in the navy | pre-covid | before covid | before kids |
      before the kids | before she had kids | before pregnancy
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 2,
    only: ['condition'],
    phrases: list('last one | last one in | last attack | last episode | last bout').filter((phrase) =>
      phrase.startsWith('last one'),
    ),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 0,
    final: true,
    operation: true,
    only: ['condition'],
    phrases: ['last', 'her last', 'his last', 'most recent'],
  },
  // Only talked about
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 10,
    list: true,
    only: ['condition'],
    phrases: [
      ...combine(
        list(
          'told | warned | spoke | spoken | talked | chatted | reminded | chat | advice | advise | adv | info | leaflet | pil | given | discussed | discussion | counselled | counseled | reassured',
        ),
        list('about | re | re: | regarding | abt'),
      ),
      ...combine(
        list(`
          discussed | reviewed | explained | covered | described | outlined | taught | told | went over | knows |
          understands | aware of | recognise | recognises | recognize | info on | information on | education on |
          advice on | re | on
        `),
        ['', 'the'],
        signs,
        ['of'],
      ),
      ...combine(
        list('told | taught | showed | educated | warned | reminded'),
        list(
          'them | the class | class | family | mum | parents | the family | staff | carers | carer | students',
        ),
        list(
          'about | re | on | to check for | to always check for | always check for | always ask about | to watch for',
        ),
      ),
      ...list(`
        told the class | reminded the class | talked through | went through | ran through | went over | talked over |
        red flag advice: | safety net: | safety netting: | safety-netted for | safety netted for | safety netted |
        safety-netted | sn re | sn: | s/n re | s/n: | sn for | worsening advice | worsening advice re | worsening advice: |
        those with | those who have | those who have had | those who have not had | anyone with | anyone who has |
        people who have | people who have had | people with | people who | someone with | somebody with | clients with |
        patients with | pts with | not for people with | risks: | risks ( | risks include | risks including | risks incl |
        side effects: | se: | ses: | consent: risks | warned: | aware of risk of | aware of risks of | knows the signs of |
        knows signs of | aware of signs of | knows what to look for | asked again re | asked again about | asked re |
        to return if | rtc if | rv if | review if | review sooner if | sooner if | re-present if | represent if |
        to re-present if | to ed if | ed if | to a&e if | a&e if | 999 if | 111 if | 911 if | to er if | er if | ring if |
        seek advice if | gp if | see gp if | back if | to call back if | recall if | bring forward if | stop and refer if
      `),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: list(`
      looks like and when to call | symptoms discussed | symptoms reviewed | signs reviewed | sx reviewed | s/s reviewed |
      s/s explained | s/s discussed | risk reviewed | risks reviewed | risk discussed | advice | advice given |
      advice sheet | leaflet | leaflet given | handout | pil given | info given | safety netting | safety net given |
      warning signs given | red flags given | red flags explained | red flags discussed | screening due | screen due |
      screening offered | prevention advice
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    closes: ['looks', 'look', 'feels', 'feel', 'means', 'is', 'symptoms', 'signs'],
    only: ['condition'],
    phrases: list(
      'what | how | talked through what | told her what | told him what | explained what | showed her what',
    ),
  },
  // Medicines
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 6,
    only: ['medication'],
    phrases: [
      ...combine(
        list(
          'so | and | then | was | now | since | therefore | been | had to be | so was | which was | which she | which he | but | but was | so she | so he | self',
        ),
        list(`
          ceased | stopped | d/c | d/c'd | dc'd | discontinued | came off | weaned off | given up | withdrawn | stopped it |
          came off it | quit
        `),
      ),
      ...list(`
        d/c | dc | d/ced | ceased by | stopped by | stopped on | stopped in | stopped since | stopped at | stopped after |
        stopped pre | stopped when | finished on | finished in | finished last | completed in | completed on |
        completed last | ended last | ended in | detox | not tolerated | wasn't tolerated | couldn't tolerate it |
        could not tolerate it | didn't agree with her | didn't agree with him | didn't suit her | didn't suit him |
        made her sick | made him sick | held | on hold | paused | suspended | withheld | then stopped | then nothing |
        ran out | has run out | run out | course complete | course now complete | now complete | any more | anymore |
        not any more | not since | none since | not needed since | no longer required | before switching to | before moving to |
        stepped down to | step down to | followed by oral | then oral | then po | then iv
      `),
    ],
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 8,
    final: true,
    only: ['medication'],
    phrases: list('any more | anymore | any longer | these days'),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 4,
    only: ['medication'],
    phrases: [
      ...combine(
        list('since | after | on | by | before'),
        list('stopping | coming off | finishing | quitting | ceasing | weaning off | completing'),
        ['', ...list('the | her | his')],
      ),
      ...combine(
        list('last'),
        list('exacerbation | flare | attack | episode | admission | infection | relapse'),
      ),
      ...list(`
        ran out of | has run out of | gave up | given up | binned | ceased | cease | d/c'd | dc'd | has come off |
        was given | given in a&e | given in ed | given in hospital | had iv | treated w iv | didn't tolerate |
        did not tolerate | couldn't tolerate | could not tolerate | cannot tolerate | unable to tolerate | se with |
        ses with | side effects with | no benefit from | no benefit with | no relief with previous | failed |
        previously tried | tried and failed | has tried | tried in past | past trial of | paused |
        pausing | suspended | course of | recent course of | just finished | recently finished |
        recently stopped | just stopped | self-discontinued | self stopped | self-stopped | has been off | been off
      `).filter((phrase) => !['course of', 'recent course of', 'was given'].includes(phrase)),
    ],
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 4,
    insists: true,
    only: ['medication'],
    phrases: list(
      'prn | as needed | when needed | when required | if needed | as required | pro re nata | sos | instead',
    ),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    insists: true,
    only: ['medication'],
    phrases: list(
      'remains on | stays on | to stay on | staying on | continue | continues | continue with | cont | cont. | carry on with | maintained on | back on',
    ),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 3,
    only: ['medication'],
    phrases: [
      ...combine(
        list("hasn't | has not | haven't | didn't | did not | not"),
        list('taken | taken any | taken it | had any | used any | take any | take it'),
      ),
      ...list(
        'none taken | not taking | not on it | not on any | never took | never taken | never had | never started | declined | declined again | refused | refused again | declines | not wanted',
      ),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 5,
    only: ['medication'],
    phrases: list(`
      not appropriate | not suitable | inappropriate | unsuitable | not for her | not for him | not an option |
      being considered | is being considered | under consideration | an option | is an option | might help | may help |
      could help | if no better | if worse | if worsening | if not improving | if not improved | if no improvement |
      to use if | to start if | to take if | to be used if | not yet needed | next step | is next step | next line |
      second line | to be discussed | to discuss | wants to discuss | causes rash | caused rash | causes hives |
      caused hives | causes anaphylaxis | → rash | -> rash | allergy | intolerance | intolerant | allergic
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    only: ['medication'],
    phrases: list(`
      delayed rx | delayed script | delayed prescription | delayed | could try | may try | might try | could consider |
      would consider | if needed add | if no better add | next step | next line | second line | if fails then |
      wants | asking for | requesting | requests | asks for | seeking | would like to try | keen to try | thinking about |
      rash with | rash to | hives with | anaphylaxis to | reacts to | sensitive to | sensitivity to | cant take |
      can't tolerate | not for | no role for | no indication for | no need for | not for any | unable to take | nka | avoid all
    `),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    only: ['medication'],
    phrases: list(
      'started | started on | commenced | commenced on | initiated | prescribed | start | has been started on | put on | given',
    ),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 12,
    insists: true,
    anaphoric: true,
    only: ['medication'],
    phrases: list(`
      back on it | back on it now | now back on it | back on them | restarted | since restarted | now restarted |
      was restarted | resumed | since resumed | recommenced | has restarted | started again | started back up
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 4,
    list: true,
    only: ['medication'],
    phrases: list(`
      never took | never taken | never takes | never had | never started | has never taken | has never had | not on any |
      not taking any | not on | not taking | hasn't taken any | hasn't had any | not had any | hasn't taken |
      has not taken | haven't taken | didn't take | did not take | not taken | not used | hasn't used
    `),
  },
  // Techniques
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 5,
    list: true,
    only: ['technique'],
    phrases: list(`
      stay off | stayed off | staying off | keep off | kept off | keep away from | kept away from | left out | leave out |
      leaving out | left off | leave off | lay off | laid off | cancelled | cancel | called off | hates | can't have |
      cannot have | can't do | cannot do | couldn't do | could not do | no time for | ran out of time for |
      not ready for | too soon for | too early for | too acute for | please no | pls no | asked me not to do |
      asked me not to use | not up for | wasn't up for | passed on | can't stand | cannot stand | bypassed | bypass |
      gave a miss | steered clear of | steering clear of | nothing like | not having | dropped the | no more |
      nil | must not have | mustn't have | not to have | not allowed | stopped doing | wouldn't do | won't do
    `),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 6,
    only: ['technique'],
    phrases: list(`
      left off | so left off | so left | left for another day | left for another time | left for next time |
      left for now | left alone | another day | another time | some other time | saved for | saved for another day |
      parked | no way | no go | no-go | a no | is a no | was a no | not a good idea | too painful | too sore |
      too tender | too much | was too much | too intense | couldn't tolerate | could not tolerate it | declined again |
      refused again | off the menu | not allowed | vetoed | cancelled | was cancelled | called off | not wanted today |
      didn't want it | did not want it | wasn't keen | not keen on it | hates it | doesn't like it | contra'd | c/i today |
      ci today | contraindicated today | unsuitable | inappropriate | not happening | missed out | missed off |
      not given today | offered declined | offered - declined | withheld today | nil today | not done today
    `),
  },
  {
    meaning: 'planned',
    direction: 'backward',
    reach: 6,
    only: ['technique'],
    phrases: [
      ...nextTime(),
      ...whenSettled().filter((phrase) => !phrase.startsWith('until')),
      ...list(`
        for next time | for next visit | to follow | to be continued | as homework | for homework | for home | as hw |
        as hep | for hep | daily | twice daily | twice a day | x2 daily | 2x daily | x2/day | 2x/day | 3x/day | x3/day |
        3x daily | once a day | every day | every morning | every night | each night | each morning | at night |
        shown | taught | demonstrated | demo'd | demoed | given for home | between sessions | between visits
      `),
    ],
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 6,
    only: ['technique'],
    phrases: [
      ...combine(
        list('not | none | nothing | no'),
        whenSettled().filter((phrase) => phrase.startsWith('until')),
      ),
      'not until',
    ],
  },
  {
    meaning: 'planned',
    direction: 'forward',
    reach: 8,
    list: true,
    only: ['technique'],
    phrases: [
      ...nextTime(),
      ...list(`
        introduce | introducing | progress to | progress onto | bring in | incorporate | start doing | could try |
        could add | can add | may add | might add | might try | may try | see if we can | then try | aim for | aim to |
        work up to | work towards | look at | resume | restart | go back to | back to | hw: | hep: | homework: | for home: |
        home: | nv: | next: | nxt: | then next time
      `),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 6,
    list: true,
    only: ['technique'],
    phrases: list(`
      happy for you to do | happy for her to have | happy for him to have | ok to do | okay to do | fine to do |
      ok to have | fine to have | cleared for | ok for | happy with | bring up whether | find out if | see about |
      look into | wonders about | wondering about | keen to try | keen on trying | would love | fancies | fancied |
      asked if we could do | asked if i could do | asked if i do | do you do | gift voucher for | voucher for
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      discussed | was discussed | discussed for later | discussed for future | mentioned | suggested | offered | was offered |
      an option | is an option | as an option | explained | would suit | might suit | might help | may help | could help |
      if needed | if required | if no better | if tolerated next time
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    only: ['technique'],
    phrases: combine(
      list('done by | given by | by | from | had with | done at | had at | done elsewhere by | applied by'),
      list(`
        club | the club | team physio | the team physio | club physio | her physio | the physio | physio | chiro | osteo |
        the hospital | hospital | another therapist | her old therapist | her trainer | trainer | the gym | a friend
      `),
    ),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 8,
    list: true,
    only: ['technique'],
    phrases: combine(['who'], list('did | used | gave | performed | tried | does | applied')),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 3,
    only: ['technique'],
    phrases: list(
      'tried | has had | had had | has been having | had been having | was having | previously tried',
    ),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      so gave | so did | so used | i did | i gave | i used | i just did | just did | we did | did some | gave her some |
      gave him some | today did | today: | did today | today only | treated with | gave | gave instead | instead gave
    `),
  },
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list(
      'we did | we used | i used | i gave | so gave | so did | so used | i did | i just did | today only | , started on | , commenced | instead gave',
    ),
  },
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: [
      ...list(`
        avoided area | avoided the area | area avoided | avoid area | avoid the area | avoided this area | avoided site |
        avoid site | avoided that area | kept clear | kept well clear | starting to | started to | starts to | begins to |
        beginning to | last week | last month | last year | last night | last visit | last session | last time |
        last few | last couple | last two | last three | last 2 | last 3 | last 4 | last 6 | last tues | last wed |
        what is | how is | not only the | nothing new | no new complaints | no change to | no longer than
      `),
      ...combine(
        ['last'],
        [...days, ...list('spring | summer | autumn | winter | fall | christmas | xmas | easter')],
      ),
    ],
  },
];

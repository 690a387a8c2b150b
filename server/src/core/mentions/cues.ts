// The table of context cues: words that decide how a mention is meant, with direction, reach and what they apply to.
// A longer cue wins over a shorter one at the same place, so a pseudo-cue ("no increase in") silences a cue ("no").
import { clinicCues } from './clinic-cues';
import {
  avoidedBehind,
  clearResult,
  deniedAhead,
  deniedBehind,
  exposedTo,
  negativeTest,
  notOver,
  othersDid,
  overAhead,
  overBehind,
  pastAhead,
  suspectedAhead,
  suspectedBehind,
  talkedOfAhead,
  talkedOfBehind,
} from './cue-families';
import { hurriedCues } from './hurried-cues';
import { letterCues } from './letter-cues';
import type { Assertion } from './model';
import { combine, list } from './phrases';
import { practiceCues } from './practice-cues';
import { roomCues } from './room-cues';
import { sessionCues } from './session-cues';
import { toldCues } from './told-cues';

/** What a cue says. `end` closes open scopes, `client` turns back to the client, `pseudo` says nothing. */
export type CueMeaning = Exclude<Assertion, 'done' | 'taken'> | 'end' | 'client' | 'pseudo';

export interface CueRow {
  readonly meaning: CueMeaning;
  /** Where the mentions stand that it speaks of: behind it, before it. */
  readonly direction: 'forward' | 'backward';
  /** Words it reaches from itself, or from the last mention that it covered (lists go on). */
  readonly reach: number;
  /** A list cue ("denies") goes on over commas; others only to bare items. */
  readonly list?: boolean | undefined;
  /** A list cue that goes on over a first item that the base does not know: "denies LOC, seizures". */
  readonly open?: true | undefined;
  /** Over and done whatever the course: `resolved`, `healed`. Without it a chronic condition under history is present. */
  readonly final?: boolean | undefined;
  /** Words that end its reach: "switched from warfarin *to* Eliquis". */
  readonly until?: readonly string[] | undefined;
  /** It speaks of what was named before, beyond commas, "but" and the end of the sentence: "has since ruled it out". */
  readonly anaphoric?: true | undefined;
  /** What follows is still to come: "until DVT is ruled out" leaves a doubt, "until it resolves" says that it is there. */
  readonly pending?: true | undefined;
  /** It says that the thing is there even where an "if" stands before it: "if the rash spreads". */
  readonly insists?: true | undefined;
  /** It speaks only of what stands right before it, over no comma: "hepatitis serology negative". */
  readonly beside?: true | undefined;
  /** It speaks only of what "the" or an owner stands before: "if the pain persists". */
  readonly definite?: true | undefined;
  /** It says something of both sides at once: "switched to". */
  readonly both?: true | undefined;
  /** Over for good unless it was only done lately: "hernia repaired", which a recent date makes present. */
  readonly operation?: true | undefined;
  /** It only answers a doubt: "turned out to be a cyst". */
  readonly answers?: true | undefined;
  /** Said of a disease ("in remission"): it passes over operations, medicines and commas to what they were for. */
  readonly ofDisease?: true | undefined;
  /** Holds only if one of these words stands behind the mention: "ruled" a fracture "out". */
  readonly closes?: readonly string[] | undefined;
  /** Only mentions of these kinds; all where absent. Procedures are conditions too. */
  readonly only?: readonly ('technique' | 'condition' | 'medication' | 'region' | 'procedure')[] | undefined;
  readonly phrases: readonly string[];
}

/** Words for people other than the client; alone they are no cue, only as a subject or owner. */
export const personWords: readonly string[] = list(`
  mother | mom | mum | father | dad | sister | brother | sibling | siblings | parent | parents | aunt |
  uncle | grandmother | grandfather | grandma | grandpa | gran | grandparent | grandparents | husband | wife |
  spouse | partner | son | daughter | child | children | kid | kids | baby | cousin | niece | nephew |
  friend | coworker | co-worker | colleague | roommate | boyfriend | girlfriend | neighbour | neighbor |
  family member | relative | mother in law | father in law | boss | twin | twin sister | twin brother | bf |
  gf | hubby | fiance | fiancé | fiancée | flatmate | housemate | roomie | grandson | granddaughter |
  grandchild | grandchildren | grandkids | grandkid | grandad | granddad | nan | nana | granny | stepson |
  stepdaughter | stepmother | stepfather | stepmom | stepdad | ex-husband | ex-wife | in-laws |
  mother-in-law | father-in-law | sister-in-law | brother-in-law | toddler | kiddo | newborn | teammate |
  classmate | dog | cat | horse | student | students | patients | clients | aunty | auntie | half-brother |
  half-sister | carer | caregiver | household | whole family | whole household | workmate | workmates | mates |
  coworkers | co-workers | colleagues | grandmothers | grandfathers | aunts | uncles | cousins | friends |
  sisters | brothers | sons | daughters | roommates | neighbours | neighbors | nieces | nephews | twins | wives |
  husbands | ptnr | prtnr | hubs | sis | bro | fil | mil | stepson | stepdad | dtr | dau | gma | gpa |
  grandads | nans | kiddos | babies | lodger | tenant | ex | nanny | lad | lads | lass | little boy | little girl | little one | little ones |
  teammates | classmates | gym buddies | training partner | stepbrother | stepsister | godmother |
  godson | goddaughter | in law | missus | hubbie | old man | better half
`);

/** "In her last pregnancy", "during the first delivery", and so on. */
const inPast = (): readonly string[] =>
  combine(
    ['', ...list('in | during | with | after')],
    ['', ...list('her | the | a | my')],
    list('last | previous | prior | first | second | third | earlier | past | both | other'),
    list('pregnancy | pregnancies | delivery | birth'),
  );

/** "Educated the client about", "told her about": the verbs of education with whom they speak to. */
const withObject = (): readonly string[] =>
  combine(
    list(
      'educated | advised | told | warned | informed | counselled | counseled | reminded | taught | instructed',
    ),
    list('client | clt | cl | ct | the client | pt | patient | the patient | her | him | them | mum | mom'),
    list(`
    about | on | re | regarding | of | to watch for | to look for | to look out for | to watch out for | to monitor for |
    what to do if | to call if | to stop if | to return if | to seek help if
  `),
  );

/** The rows of the table. They hold tens of thousands of phrases, so they are put together when somebody asks for them. */
export const listCues = (): readonly CueRow[] => [
  ...hurriedCues(),
  ...practiceCues(),
  ...letterCues(),
  ...roomCues(),
  ...sessionCues(),
  ...clinicCues(),
  ...toldCues(),
  { meaning: 'negated', direction: 'forward', reach: 8, list: true, open: true, phrases: deniedAhead() },
  { meaning: 'negated', direction: 'backward', reach: 5, phrases: deniedBehind() },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 6,
    anaphoric: true,
    only: ['technique'],
    phrases: avoidedBehind(),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: list(`
      getting over | recovering from | reduce | decrease | relieve | ease | manage | alleviate | lessen |
      contributing to | likely contributing to | possibly contributing to | may be contributing to
    `),
  },
  { meaning: 'possible', direction: 'forward', reach: 5, phrases: suspectedAhead() },
  { meaning: 'possible', direction: 'backward', reach: 5, phrases: suspectedBehind },
  { meaning: 'historical', direction: 'forward', reach: 6, phrases: pastAhead() },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    final: true,
    only: ['condition', 'medication'],
    phrases: overAhead,
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['condition', 'medication'],
    phrases: overBehind(),
  },
  { meaning: 'hypothetical', direction: 'forward', reach: 10, list: true, phrases: talkedOfAhead() },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: talkedOfBehind(),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 8,
    list: true,
    phrases: ['yes:', 'positive:', 'current:'],
  },
  { meaning: 'historical', direction: 'forward', reach: 1, phrases: ['ex'] },
  { meaning: 'historical', direction: 'forward', reach: 4, only: ['technique'], phrases: othersDid() },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 5,
    only: ['condition'],
    phrases: ['aged', 'at age'],
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    phrases: ['prev', 'prev.', 'prev hx of', 'prev hx'],
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 2,
    final: true,
    until: ['to', 'into'],
    only: ['condition'],
    phrases: list(`
      changed from | revised from | diagnosis changed from | dx changed from | diagnosis revised from
    `),
  },
  // Medicines that change, are refused or only proposed
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 10,
    both: true,
    only: ['medication'],
    phrases: list(`
      switched to | was switched to | changed to | was changed to | swapped to | swapped for |
      was swapped for | replaced by | replaced with | was replaced by | was replaced with | converted to |
      given up | dropped | no longer needed | not needed now
    `),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 10,
    only: ['medication'],
    phrases: list(`
      has been given up | now finished | now stopped | now completed | now discontinued | since stopped |
      since discontinued | already stopped | already finished | all finished | has finished | has stopped |
      has been stopped | has been discontinued
    `),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 4,
    only: ['medication'],
    phrases: list('has stopped | has finished | have stopped | has come off | has quit | self discontinued'),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list(`
      switched to | changed to | swapped to | swapped for | replaced by | replaced with | converted to |
      now on | now takes | now taking | and now on
    `),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    insists: true,
    phrases: list(`
      still needs | still on | still takes | still taking | still has | still have | still having |
      still uses
    `),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 3,
    insists: true,
    only: ['condition'],
    phrases: list(`
      spreads | progresses | does not settle | doesn't settle | settles | fails to improve | does not improve | doesn't improve | is not improving | is no better |
      is still | increases | flares
    `),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 3,
    insists: true,
    definite: true,
    only: ['condition'],
    phrases: list('persists | persist | worsens | worsen | gets worse | get worse | continues | continue'),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 2,
    only: ['medication'],
    phrases: list(`
      doesn't want | does not want | didn't want | did not want | declined | declines | refused | refuses | refusing | not keen on | not keen to start |
      reluctant to take | reluctant to start | does not want to take | doesn't want to take |
      unwilling to take | will not take | won't take
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 0,
    only: ['condition'],
    phrases: ['declined', 'declines', 'refused', 'refuses', 'not keen on', 'offered'],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    only: ['medication'],
    phrases: list(`
      consider | consider starting | could start | recommend | recommends | recommended | suggest | suggests |
      suggested | propose | proposed | offer | offered | advise | advised | plan to start | plan: start |
      to consider | trial of | options incl | options including | options for | pros and cons of | discussed |
      d/w pt | contraindicated | contraindicated: | advises against | recommends against | warned against |
      cautioned against | friend recommended | asked about | asks about
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 5,
    only: ['medication'],
    phrases: list(`
      suggested | recommended | proposed | offered | considered | to be considered | discussed | was offered |
      was suggested | was recommended | was discussed | to be started | to start | contraindicated |
      is contraindicated | not indicated | not recommended | not advised | not tried | not yet started
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      advised against | has advised against | advises against | recommends against | warned against |
      hold off | held off | holding off
    `),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 5,
    only: ['technique'],
    phrases: ['is not wanted', 'not wanted', 'was not wanted', 'not required', 'not needed', 'not desired'],
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: ['either'],
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    final: true,
    operation: true,
    only: ['condition'],
    phrases: list(`
      repaired | was repaired | surgically repaired | excised | was excised | operated on | fixed |
      surgically fixed | cut out | resected | removed | was removed | were removed | reversed | was reversed |
      taken out | was taken out | explanted
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    list: true,
    open: true,
    only: ['condition'],
    phrases: list(`
      hx: | history: | pmh: | pmhx: | past hx: | psh: | pshx: | surgical hx: | surgeries: | past surgeries: |
      surgical history: | past surgical history:
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 8,
    list: true,
    only: ['technique'],
    phrases: list(`
      past tx | past treatments | previous treatment | previous treatments | prior treatments | prior tx |
      previous tx | treatments tried | has tried | previous bodywork | past bodywork | previous massage |
      tried in the past
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 5,
    only: ['technique'],
    phrases: list(`
      discontinue | discontinued | discontinuing | cease | d/c | did not tolerate | didn't tolerate |
      could not tolerate | couldn't tolerate | did not consent to | didn't consent to | opted out of |
      asked to skip | asked not to have | prefers not to have | not comfortable with
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: list(`
      get clearance for | needs clearance for | need clearance for | clearance for | awaiting clearance for |
      clearance before | get cleared for | permission for | approval for | ask about | asked about |
      asking about | questions about | curious about | explained | discussed | talked about | wants |
      requests | requested | requesting | asks for | asked for
    `),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 5,
    only: ['technique'],
    phrases: list(`
      did not tolerate | didn't tolerate | could not tolerate | couldn't tolerate | did not consent |
      didn't consent | does not consent | opted out
    `),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list(`
      last course of | previous course of | last took | last dose of | last used | past course of |
      finished a course of
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 3,
    list: true,
    phrases: list(`
      no residual | has no residual | have no residual | had no residual | nil residual | without residual | w/o residual | no lasting | no ongoing | no lingering | no persistent |
      without any residual | with no residual
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 2,
    only: ['technique'],
    phrases: list(`
      hold | holding | substituted for | substitute for | was going to do | was going to use | were going to do |
      was going to add | had planned to do | had planned to use | had intended to do | was planning to do |
      meant to do
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 1,
    until: ['to', 'with', 'for'],
    only: ['technique'],
    phrases: list('switch from | change from | move from | moving away from | switched from | changed from'),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 5,
    final: true,
    only: ['condition'],
    phrases: notOver(),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    insists: true,
    phrases: list(
      'does have | do have | did have | he does have | she does have | does in fact have | actually has',
    ),
  },
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list(
      'does have | do have | did have | he does have | she does have | does in fact have | actually has',
    ),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 8,
    list: true,
    insists: true,
    only: ['condition'],
    phrases: list('ph: | pmh: | pmhx: | client: | clt: | pt: | patient: | self: | own hx: | own:'),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list('weaning off | tapering off | coming off | reducing | tapering | weaning'),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 4,
    only: ['medication'],
    phrases: list(
      'yrs ago | years ago | ages ago | decades ago | a while back | course done | course over | is done',
    ),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 12,
    anaphoric: true,
    only: ['medication'],
    phrases: list('last tablet | last dose | last pill | last injection | last infusion'),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 8,
    anaphoric: true,
    only: ['medication'],
    phrases: list(
      'not filled | never filled | unfilled | not picked up | not collected | thinking about it | will think about it',
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 2,
    only: ['medication'],
    phrases: list(`
      can't have | cannot have | can't take | cannot take | can not take | not allowed | must not have |
      was offered | been offered | were offered | dr mentioned | gp mentioned | doctor mentioned | md mentioned |
      starts | starting | will begin | begins | beginning | to begin | due to begin | going on
    `),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    pending: true,
    only: ['condition'],
    phrases: list('wants | want | wanted | would like | needs | to have | to get | having'),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 5,
    only: ['condition'],
    phrases: list(`
      not ruled in or out | on the list | on the cards | in the mix | in progress | w/u in progress |
      workup in progress | work-up in progress | being looked into | don't know | not sure which | unsure which |
      unclear which | who knows | not clear yet | up in the air
    `),
  },
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list(
      `cannot be sure this is not | can't be sure this is not | cannot be sure it is not | not sure this is not | can't say she hasn't got | can't say he hasn't got | can't say she hasn't | can't say he hasn't |       can't say it isn't | can't say it's not | can't be sure it isn't | could well be | may well be | might well be | could easily be | smells like | reads like | sounds like`,
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    until: ['for', 'because', 'due'],
    only: ['condition'],
    phrases: list(`
      turn into | turning into | might turn into | could turn into | may turn into | told her what | told him what |
      told them what | told client what | told pt what | showed her what | showed him what | won't give her |
      won't give him | will not give her | will not give him | having next
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 3,
    only: ['technique'],
    phrases: list('everything but | all but | anything but | everything except | all except'),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 5,
    anaphoric: true,
    only: ['technique'],
    phrases: list(
      'said no | said no thx | said no thanks | no thx | no thanks | not keen | not interested | passed on it',
    ),
  },
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list('before starting | since starting | after starting'),
  },
  { meaning: 'hypothetical', direction: 'forward', reach: 4, only: ['condition'], phrases: exposedTo },
  // What an old condition has left behind is there.
  {
    meaning: 'present',
    direction: 'forward',
    reach: 3,
    final: true,
    phrases: list(`
      residual | with residual | resulting | leaving | leaving her with | leaving him with | left her with |
      left him with | left with | lasting | with lasting | persistent | with persistent | ongoing |
      with ongoing | lingering | with lingering
    `),
  },
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      residual | with residual | resulting | leaving | leaving her with | leaving him with | left her with |
      left him with | left with | with lasting | with persistent | with ongoing | lingering | with lingering
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: ['instead of', 'rather than', 'in place of', 'in lieu of'],
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 1,
    until: ['to', 'onto', 'with', 'by'],
    only: ['medication'],
    phrases: ['switched from', 'switched over from', 'changed from', 'swapped from', 'transitioned from'],
  },
  // What was named before is taken up again
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 16,
    final: true,
    anaphoric: true,
    only: ['condition'],
    phrases: list(`
      ruled it out | rules it out | excluded it | it was ruled out | this was ruled out | that was ruled out |
      it has been ruled out | this has been ruled out | was since ruled out | later ruled out |
      subsequently ruled out | it was excluded
    `),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['condition'],
    phrases: clearResult(),
  },
  { meaning: 'negated', direction: 'forward', reach: 3, only: ['condition'], phrases: negativeTest() },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 16,
    final: true,
    anaphoric: true,
    answers: true,
    only: ['condition'],
    phrases: clearResult(),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 16,
    final: true,
    anaphoric: true,
    answers: true,
    only: ['condition'],
    phrases: list(`
      turned out to be | turned out not to be | turned out it was | was actually | were actually | benign |
      was benign | biopsy benign | results normal | results clear | results negative | but it was | but was |
      but actually | scan was clear | scan clear | scans clear | scan was negative | ultrasound was negative |
      ultrasound negative | ultrasound clear | ultrasound was clear | doppler negative | doppler clear |
      us negative | us clear | d-dimer negative | x-ray negative | x-ray clear | mri clear | mri negative |
      test was negative | tests were negative | tests negative | came back clear | came back normal |
      came back negative | it was not | it wasn't | wasn't that | not the case | all clear given |
      given the all clear | got the all clear | was just | was only | was a false alarm | false alarm
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 16,
    final: true,
    anaphoric: true,
    only: ['condition'],
    phrases: list(`
      ned | ned since | clear since | all clear since | in remission since | disease free since | it resolved | it has resolved | this resolved | this has resolved | it has since resolved |
      this has since resolved | it cleared | it has cleared | it healed | it has healed | has not recurred |
      hasn't recurred | never recurred | no recurrence | no recurrence since | not recurred since |
      no flare since | none since
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 16,
    anaphoric: true,
    only: ['medication'],
    phrases: list(`
      never filled it | did not fill it | not filled it | didn't fill it | never filled the script |
      never filled the prescription | never filled script | has not tried it | hasn't tried it |
      not tried it | never tried it | has not started it | hasn't started it | has not started them |
      hasn't started them | not started it yet | not started yet | never started it | never took it |
      did not take it | didn't take it | has not filled it | hasn't filled it | not filled yet |
      has not started | hasn't started | not taking it | not taken it
    `),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 16,
    anaphoric: true,
    only: ['medication'],
    phrases: list(`
      stopped it | stopped taking it | stopped them | stopped taking them | has stopped it | came off it |
      is off it now | off it now | no longer takes it | no longer takes them | quit taking it | finished it |
      finished them
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['condition'],
    phrases: inPast(),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 5,
    only: ['condition'],
    phrases: list(`
      planned | is planned | planned for | is planned for | listed for | is listed for | on the list for | scheduled | is scheduled | scheduled for |
      is scheduled for | booked | is booked | booked for | is booked for | upcoming | to be scheduled |
      date set | being planned
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 2,
    until: ['for', 'due', 'because', 'with', 'of'],
    only: ['condition'],
    phrases: list(`
      scheduled for | is scheduled for | booked for | is booked for | booked in for | awaiting | waiting for |
      on the waiting list for | on the list for | listed for | due for | upcoming | planning | planned |
      having a planned | may need | might need | will need | going in for | considering | elective
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 1,
    only: ['condition'],
    phrases: ['to avoid'],
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 10,
    pending: true,
    only: ['condition'],
    phrases: ['until', 'till', 'til', 'once', 'as soon as', 'pending', 'before', 'when'],
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 4,
    final: true,
    only: ['condition'],
    phrases: list(`
      untreated | uncontrolled | poorly controlled | not controlled | still active | still present |
      never treated | never resolved | unresolved | has not resolved | not resolved
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 4,
    final: true,
    only: ['condition'],
    phrases: ['finished', 'finished with', 'completed'],
  },
  // Negation
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 5,
    phrases: list(`
      no | not | without | w/o | never | neither | zero | isn't | wasn't | doesn't have | does not have |
      didn't have | did not have | do not have | don't have | not have | has no | have no | had no |
      absence of | absent | clear of | lack of | lacks | ruled out | rules out | excluded |
      no longer at risk of | neg | negative | non | nil | ø | cleared of | no contagious conditions |
      nothing to suggest | nothing suggestive of | hasn't had | hasn't got | haven't had | has not had |
      have not had | not had
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 8,
    list: true,
    open: true,
    phrases: list(`
      denies | denied | deny | denying | denies any | negative for | is negative for | neg for | none of |
      none of the following | none of these | marked no | answered no to | no to
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 8,
    list: true,
    phrases: list(`
      no evidence of | no sign of | no signs of | no signs or symptoms of | no s/s of | no sx of |
      no symptoms of | no indication of | no hx | no hx of | no history of | no h/o | no known |
      no personal history of | no past history of | no prior history of | never had | has never had |
      never been diagnosed with | negative for | is negative for | neg for | screened negative for |
      tested negative for | no complaints of | no c/o | no reports of | no report of | does not report |
      not reporting | not diagnosed with | not on | not taking | isn't taking | isn't on | does not take | does not use | doesn't use |
      doesn't take | no current | no new | no recent | no concerns for | no concern for | no concerns about |
      no suspicion of | not suspicious for | no risk of | -ve for | none of | none of the following |
      none of the listed conditions | none of these | denies all of the following | denies all of |
      denies any of | no to | marked no | answered no to | no contagious conditions | free of | free from |
      does not have any of | doesn't have any of | nil hx of | no diagnosis of | no sign of any |
      never had any | without any
    `),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 5,
    phrases: list(`
      ruled out | r/o'd | was ruled out | been ruled out | excluded | denied | is denied | denies | negative |
      neg | not present | not noted | not seen | not found | not observed | not reported | not detected |
      not evident | not an issue | was negative | came back negative | is negative | absent | none |
      unlikely | never | not confirmed | not apparent | not felt | none noted | none reported | all denied |
      denied all | all negative | all neg | screened for and ruled out | was not confirmed | says it isn't |
      it isn't | isn't it | has been ruled out | have been ruled out | since ruled out |
      has since been ruled out | were ruled out | now ruled out | all none | nil | ✗ | ✘
    `),
  },
  // Doubt
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 5,
    phrases: list(`
      possible | possibly | poss | probable | probably | prob | likely | suspected | suspect | suspects |
      suspicion of | suspicious for | suspicious of | query | queried | questionable | presumed |
      presumptive | apparent | may have | might have | could have | may be | might be | could be | maybe |
      perhaps | seems like | looks like | appears to be | appears to have | r/o | rule out | to rule out |
      ro | cannot rule out | can't rule out | can not rule out | could not rule out | unable to rule out |
      not ruled out | cannot exclude | can't exclude | not excluded | concern for | concerned about |
      concerning for | worried about | fear of | suggestive of | suggests | suggesting | indicative of |
      consistent with possible | differential | ddx | vs | versus | evaluate for | evaluated for |
      being evaluated for | being tested for | tested for | testing for | work up for | workup for |
      investigated for | under investigation for | screening for | check for | checking for | assess for |
      thinks she has | thinks he has | thinks they have | thinks it is | thinks it might be | wonders if |
      wondering about | unsure if | not sure if | unclear if | feels like | borderline | coming down with |
      brewing | potential | unconfirmed | awaiting results for | whether | could not say whether |
      unsure whether | not sure whether | exclude | to exclude | worried this is | worried it is |
      worried that it is | worried this might be | concerned this is | thinks this is | being worked up for |
      worked up for | pending for | referred for | ix for | 2ww for | queries | imp ? | coming on |
      signs suggestive of | screening positive for possible
    `),
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 5,
    phrases: list(`
      suspected | is suspected | was suspected | possible | is possible | not ruled out | not yet ruled out |
      cannot be ruled out | can't be ruled out | not excluded | cannot be excluded | unconfirmed |
      to be confirmed | tbc | to be ruled out | needs to be ruled out | must be ruled out | questionable |
      likely | probable | awaiting ultrasound | awaiting results | awaiting us | pending | vs | versus |
      being investigated | under investigation | being evaluated | not yet confirmed | or not | maybe |
      has not been ruled out | hasn't been ruled out | not been ruled out | have not been ruled out |
      has not been excluded | not been excluded | could not be excluded | could not be ruled out |
      ruled out yet | coming on | being worked up | to be excluded | not yet excluded
    `),
  },
  // Over and done
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    phrases: list(`
      hx | hx of | h/o | history of | past history of | past hx of | previous | previously had | previously |
      prior | past | former | formerly | old | s/p | status post | remote | remote history of | had had |
      years ago had | in the past had | last year had | pmh | pmhx | phx | pmh of | post
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    final: true,
    phrases: list(`
      recovered from | used to have | used to get | used to suffer from | resolved | healed | no longer |
      no longer has | no longer have | no longer having | no longer experiencing | cured of | survivor of |
      survived | childhood | in remission from | feeling better after | better after | got over | a bout of |
      recovered fully from | after having had
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    phrases: ['history', 'hx', 'prior', 'previously'],
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    final: true,
    only: ['condition', 'medication'],
    phrases: list(`
      resolved | has resolved | is resolved | now resolved | fully resolved | completely resolved |
      since resolved | healed | fully healed | has healed | well healed | recovered | fully recovered |
      in remission | in the past | years back | many years ago | some years ago | long ago | a long time ago |
      as a child | as a teen | as a teenager | as a kid | in childhood | in her youth | in his youth |
      when young | cured | cleared up | has cleared | cleared completely | is gone | are gone | gone now |
      gone | went away | subsided completely | over now | no longer present | no longer an issue |
      no longer a problem | survivor | all clear now | all clear | has now resolved | which has now resolved |
      which has cleared | which has resolved | has now cleared | which resolved | settled | has settled |
      now settled | all better now | better now | in high school | in college | in her teens | in his teens |
      in her twenties | in his twenties | in her 20s | in his 20s | as an infant | as a baby | at birth |
      in her last pregnancy | in last pregnancy | with first child | with her first child |
      with first pregnancy | during first pregnancy | resolved after birth | ago resolved | finished |
      at age | at the age of
    `),
  },
  // Conditions, instruction, education, risk, plans
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 10,
    list: true,
    phrases: [
      'if',
      ...withObject(),
      'unless',
      'should she develop',
      'should he develop',
      'should they develop',
      'should you develop',
      'in case of',
      'in the event of',
      'watch for',
      'watch out for',
      'watching for',
      'look for',
      'look out for',
      'monitor for',
      'monitoring for',
      'monitor',
      'be alert for',
      'be aware of',
      'warning signs of',
      'warned about',
      'warned of',
      'warned re',
      'educated about',
      'educated on',
      'educated re',
      'education on',
      'education about',
      'education re',
      'discussed risk of',
      'discussed risks of',
      'discussed signs of',
      'advised about',
      'advised on',
      'advised re',
      'advised to watch for',
      'advised to monitor for',
      'advised client to watch for',
      'instructed to watch for',
      'reviewed signs of',
      'at risk of',
      'at risk for',
      'risk of',
      'risks of',
      'risk for',
      'risk factors for',
      'increased risk of',
      'high risk of',
      'high risk for',
      'to prevent',
      'prevent',
      'prevents',
      'prevention of',
      'preventing',
      'prophylaxis for',
      'prophylaxis against',
      'to avoid developing',
      'afraid of',
      'fear of getting',
      'fear of developing',
      'anxious about',
      'nervous about',
      'worried about getting',
      'worried about developing',
      'afraid of getting',
      'asked about',
      'asked re',
      'screened for',
      'prone to',
      'contraindicated in',
      'contraindicated with',
      'contraindicated for',
      'contraindicated if',
      'avoid if',
      'when she gets',
      'when he gets',
      'call if',
      'return if',
      'go to er if',
      'go to ed if',
      'seek care if',
      'seek medical attention if',
      'stop if',
      'refer if',
      'information about',
      'info on',
      'handout on',
      'leaflet on',
      'leaflet about',
      'read about',
      'article about',
      'would like',
      'wants to try',
      'interested in',
      'asked for',
      'requests',
      'requested',
      'prefers',
      'likes',
      'loves',
      'enjoys',
      'wants',
      'hoping for',
      'trying to get',
      'trying to become',
      'hoping to become',
      'hoping to get',
      'wants to become',
      'planning to become',
      'will start',
      'will be starting',
      'starting next',
      'starts next',
      'due to start',
      'getting her',
      'getting his',
      'reviewed contraindications',
      'contraindications reviewed',
      'reviewed contraindications list',
      'discussed contraindications',
      'notify us of',
      'notify us about',
      'tell us about',
      'tell us of',
      'let us know about',
      'let me know about',
      'let us know if',
      'let me know if',
      'to notify us of',
      'inform us of',
      'ask re',
      'ask about',
      'adv re',
      'advice re',
      'safety netted re',
      'safety-netted re',
      'explained that',
      'explained risk of',
      'can cause',
      'may cause',
      'could cause',
      'might cause',
      'may lead to',
      'can lead to',
      'could lead to',
      'reduces the chance of',
      'reduces chance of',
      'reduces risk of',
      'reduce the risk of',
      'lower the risk of',
      'lowers risk of',
      'to avoid getting',
      'chance of',
      'chances of',
      'likelihood of',
      'complications such as',
      'handout about',
      'information on',
      'info about',
      'any new diagnosis',
      'should you have',
      'should she have',
      'should he have',
      'in the event that',
      'tell us before your visit if',
      'please tell us if',
      'circle any that apply',
      'tick any that apply',
      'discussed benefits of',
      'explained benefits of',
      'benefits of',
      'talked about',
      'curious about',
      'is contraindicated with',
      'is contraindicated in',
      'is contraindicated for',
      'asked whether',
      'asked if',
      'asks if',
      'asks whether',
      'wondered if',
      'before your visit if',
      'if you are',
      'if you have',
    ],
  },
  // Other people
  {
    meaning: 'other-person',
    direction: 'forward',
    reach: 12,
    list: true,
    phrases: list(`
      family history of | family hx of | family history | family hx | fam hx | fam hx of | fhx | fhx of |
      fh of | fh | familial | genetic risk of | maternal | paternal | maternal history of |
      paternal history of | runs in the family | caring for someone with | cares for someone with |
      works with people with | works with clients with | volunteers with | works with people who have had |
      works with people who have | works with patients with | works with people | her dog has | his dog has |
      her cat has | his cat has | dog has | cat has | family:
    `),
  },
  {
    meaning: 'other-person',
    direction: 'backward',
    reach: 6,
    phrases: list(`
      runs in the family | runs in family | in the family | in family | in her family | in his family |
      in their family | on mother's side | on father's side | on mothers side | on fathers side |
      on maternal side | on paternal side
    `),
  },
  // Techniques left out
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 4,
    only: ['region'],
    phrases: list(`
      except | except for | excluding | excl | apart from | other than | aside from | minus | stayed off |
      stay off | kept off | keep off | stay off of | leave out | left out | but not | worked around | around
    `),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 6,
    list: true,
    only: ['technique', 'region'],
    phrases: list(`
      avoid | avoids | avoided | avoiding | omit | omitted | skip | skipped | withheld | withhold | deferred |
      defer | declined | declines | refused | refuses | refrain from | refrained from | no | not | without |
      w/o | did not do | did not use | did not perform | didn't do | didn't use | do not do | do not use |
      don't do | don't use | not doing | not use | stay away from | stayed away from | contraindicated |
      contraindication to | not suitable for | not safe for | unsafe for | hold off on | held off on |
      holding off on | dislikes | does not like | doesn't like | does not want | doesn't want | did not want |
      not cleared for | stop | stopped | never | not appropriate for | steer clear of
    `),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 7,
    only: ['technique', 'region'],
    phrases: list(`
      avoided | avoid | contraindicated | is contraindicated | was contraindicated | not performed |
      not done | not used | not given | not provided | not indicated | not appropriate | not suitable |
      not tolerated | not today | declined | refused | omitted | skipped | withheld | deferred | on hold |
      held | c/i | ci'd | not applied | was not | were not | not recommended | not safe | not advised |
      not until cleared | off limits | off the table | not treated | not worked | left out | left alone |
      not touched | excluded | spared | discussed but not performed | discussed but not done |
      offered but declined | offered but not done | was discussed but not performed | not yet tried
    `),
  },
  {
    meaning: 'planned',
    direction: 'forward',
    reach: 10,
    list: true,
    only: ['technique'],
    phrases: list(`
      next visit | next session | next time | next appointment | next tx | next treatment | plan | plan to |
      plan for | planning | plans to | planned | will do | will use | will add | will try | will continue |
      will include | will start | will begin | will work | will focus | to do | to include | consider |
      considering | recommend | recommended | continue with | going to | intend to | future |
      in future sessions | future sessions | home care | homework | hep | at home | add | try | repeat |
      would benefit from | would benefit from continued | benefit from continued | may benefit from |
      look at adding
    `),
  },
  {
    meaning: 'planned',
    direction: 'backward',
    reach: 6,
    only: ['technique'],
    phrases: list(`
      next visit | next session | next time | next appointment | next week | at home | is planned | planned |
      in future sessions | in future | to be added | recommended
    `),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 8,
    only: ['technique'],
    phrases: list(`
      last visit | last session | last time | last week | last month | last tx | previous session |
      previous visit | previously had | after last | since last | following last | used to get |
      previous therapist did | another therapist did | elsewhere had
    `),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 6,
    only: ['technique'],
    phrases: list(`
      last visit | last session | last time | last week | last month | last year | in the past | elsewhere |
      previously | years ago | from another therapist | by another therapist | by previous therapist |
      with another therapist | at another clinic | before with
    `),
  },
  // Medications stopped
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 5,
    list: true,
    only: ['medication'],
    phrases: list(`
      off | off of | now off | came off | come off | stopped | stopped taking | stop | discontinued |
      discontinue | d/c | d/c'd | dc'd | ceased | quit | finished | finished course of | completed |
      completed course of | completed a course of | weaned off | tapered off | no longer taking |
      no longer takes | no longer on | no longer uses | no longer | taken off | was on | were on |
      used to take | used to be on | previously on | previously took | formerly on | past use of | hx of |
      history of | previously prescribed | used to use
    `),
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 6,
    only: ['medication'],
    phrases: list(`
      stopped | was stopped | discontinued | was discontinued | d/c'd | dc'd | ceased | completed | finished |
      course completed | course finished | no longer taken | no longer | ended | in the past |
      until last year | on hold | withdrawn | in hospital | in er | in ed | in the er | in the ed | in a&e | during hospital stay | during her hospital stay |
      during his hospital stay | while in hospital | abx finished
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 6,
    only: ['medication'],
    phrases: list(`
      allergic to | allergy to | allergies | allergy | intolerant of | intolerant to | intolerance to | reaction to | adverse reaction to | bad reaction to | reacted to | may start | might start | may prescribe | might prescribe | considering |
      will start | to start | prescribed but not taking | prescribed but has not started | refuses to take |
      should avoid | to avoid | must avoid | avoid | avoids | told to avoid | not to take | advised against
    `),
  },
  // What makes a suspicion certain
  {
    meaning: 'present',
    direction: 'backward',
    reach: 6,
    phrases: list(`
      confirmed | was confirmed | is confirmed | verified | diagnosed | was diagnosed | proven | positive |
      came back positive | is active | active | ongoing | persists | still present | continues | worsening |
      recurred | has returned | returned | is back | came back | flare | flaring | present | is present |
      untreated | +ve | pos | yes | ✓ | ☑
    `),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    phrases: list(`
      confirmed | known | diagnosed with | dx with | dx'd with | positive for | active | current |
      currently has | ongoing | still has | still having | not without | denies no | acute |
      acute on chronic | recurrent | new | now has | tested positive for | not only | does not deny |
      doesn't deny | did not deny | +ve for | marked yes | answered yes to | no question that this is |
      without any doubt | without doubt | without a doubt | no doubt | certainly | again | untreated |
      denies not
    `),
  },
  // Says nothing
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      resolved slowly | resolving slowly | healed slowly |
      no improvement of | no resolution of | not happy | not pleased | not surprised | not thrilled | not used to |
      not ready | not back | not due |
      no adverse rxn to | no adverse reaction to | no reaction to | no ill effects from | no adverse effects from |
      no soreness from | no bruising from | asked for less | asked for more | asked for lighter | asked for deeper |
      requested less | requested more | requested lighter | requested deeper | wanted more | wanted less |
      no flare of | no flares of | no flare-up of | no flare up of | no flare-ups of | no exacerbation of |
      no exacerbations of | no progression of | no complications of | no complications from | no pain from |
      no trouble with | no trouble from | no symptoms from | no cure for | no known cure for | no treatment for |
      no reason to think | never without | no bother from | no relapse of | no deterioration of |
      hold stretch | hold each | hold for | breath hold | hold position |
      non compliant | non-compliant | noncompliant | non adherent | non-adherent | non specific | non-specific |
      no increase in | no increased | no decrease in | no change | no change in | no changes | no changes in |
      no worsening of | no improvement in | no improvement | no relief | no relief from | no better |
      no worse | no different | no more than | no further | not relieved | not resolved | has not resolved |
      not fully resolved | not completely resolved | never resolved | never fully resolved |
      not yet resolved | not healed | not fully healed | not gone | not controlled | not well controlled |
      not improved | not improving | not better | not responding | unresolved | not managed |
      without difficulty | without issue | without issues | without problems | without incident |
      without complaint | without change | without relief | without complication | without complications |
      to avoid aggravating | to avoid irritating | to avoid flaring | to avoid worsening |
      to avoid provoking | none today | none now | none at present | none currently | none right now |
      none this week | none lately | not troubled by | not bothered by | to be stopped | will be stopped |
      to be discontinued | will be discontinued | will stop | will be stopping | to be held | may be stopped |
      to stop | no problem | no problems | no issue | no issues | not necessarily | no longer painful |
      no longer sore | no longer tender | not just | no complaints today | no questions | old school |
      no show | gram negative | year old | years old | yr old | y/o | months old | weeks old |
      no contraindications | no contraindication | day off | time off | week off | off work | days off |
      off balance | on and off | off and on | off and | stressed out | not cleared | not treated |
      not medicated | post office | pain free | symptom free | free range | history of present illness |
      hx of present illness | old injury | watch her | not sure | no appetite | not sleeping | not working |
      not able | not enough | not as | not much | not long | not too | not very | not taking care | prior to |
      post treatment | post tx | post session | post massage | likes to | loves to | if anything | as if |
      even if | pain pattern | no matter | non insulin dependent | non-insulin dependent | not well managed |
      isn't well managed | isn't managed | isn't controlled | isn't well controlled | not under control |
      isn't under control | isn't getting better | not getting better | not healing | isn't healing |
      not fully | not completely | not yet | not really | without her | without his | without their |
      without the | never bothered | no question | for no reason | no known cause | nothing helps |
      nothing helped | not helped | no help | no sequelae | goal no | nor | nothing deeper than | not clear |
      not able to
    `),
  },
  // Scopes end here
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      but | , just | , simply | , merely | , instead | - just | likely contributing to |
      possibly contributing to | may be contributing to | when | save for | save | bar | barring | but for |
      with the exception of | excepting | not counting | switched to | changed to | swapped to | swapped for |
      converted to | now on | however | although | though | tho | except | except for | apart from |
      aside from | other than | whereas | while | yet | besides | nevertheless | still | despite |
      in spite of | due to | d/t | because | because of | bc | b/c | secondary to | 2/2 | given |
      as a result of | owing to | caused by | related to | in view of | on account of | until | which | who |
      so | then | therefore | hence | after | following | now | presents with | presenting with | c/o |
      complains of | complaining of | came in with | reports | reported | reporting | states | notes |
      mentions | admits | admits to | endorses | developed | positive for | +ve for | found | as she has |
      as he has | as they have | since | → | -> | => | // | ∴ | ∵ | only | then until
    `),
  },
  {
    meaning: 'client',
    direction: 'forward',
    reach: 0,
    phrases: list(`
      client | clt | cl | ct | patient | pt | pt's | client's | self | she herself | he himself | she is |
      he is | she has | he has | they have | i have | she reports | he reports | client's own | pt's own |
      she herself has
    `),
  },
];

/** Verbs that assert: they close a scope that has already covered a mention or passed a comma or `and`. */
export const assertingVerbs: ReadonlySet<string> = new Set(
  list(`
  attributed | diagnosed | prescribed | gave | ordered | thinks | believes | referred | blamed | blames |
  put | has | have | had | is | was | are | were | takes | taking | started | began | on | got | gets |
  feels | shows | showed | presents | continues | remains | uses | did | performed | used | applied | worked |
  does | completed | with
`),
);

/** Values after `Label:` that say no, and those that say yes. */
export const negativeValues: ReadonlySet<string> = new Set(
  list(`  not |

  -ve | no | none | nil | denied | denies | negative | neg | absent | n | 0 | false | never | ø | ∅ | nope |
  n/a | na | zero | - | ✗ | ☐ | nkda
`),
);
export const positiveValues: ReadonlySet<string> = new Set(
  list(`
  +ve | yes | y | positive | pos | present | true | x | + | ✓ | ☑ | current | active
`),
);
/** Words that may follow such a value without making it a sentence. */
export const valueTails: ReadonlySet<string> = new Set(
  list(`
  today | reported | noted | currently | known | present | now | at | this | time | observed | seen |
  present | any | thanks | currently | recently | stated | per | client | pt | so | far | found
`),
);

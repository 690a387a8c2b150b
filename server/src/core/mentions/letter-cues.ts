// Cues of letters and quick notes: "made her groggy", "before that", "convinced she has", "to be considered", "last visit we did".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const pastYears: readonly string[] = Array.from({ length: 61 }, (_, index) => String(1970 + index));

const sideEffects = list(`
  groggy | foggy | drowsy | sleepy | dizzy | sick | nauseous | nauseated | queasy | ill | unwell | constipated | bloated |
  itchy | jittery | shaky | agitated | suicidal | a zombie | feel a zombie | like a zombie | feel groggy | feel foggy |
  feel drowsy | feel sick | feel ill | feel awful | feel terrible | feel worse | feel weird | feel dreadful | feel unwell |
  vomit | throw up | hallucinate | gain weight | put on weight | swell
`);
const troubles = list(`
  bad dreams | nightmares | vivid dreams | diarrhoea | diarrhea | the runs | a rash | rash | hives | headaches | headache |
  cramps | leg cramps | stomach cramps | side effects | side-effects | palpitations | heartburn | reflux | insomnia | nausea |
  brain fog | dry mouth | constipation | indigestion | dizziness | thrush | a cough | cough | muscle pain | muscle aches
`);
const fears = list(`
  convinced | worried | concerned | scared | afraid | frightened | fears | fearful | terrified | anxious | adamant |
  panicking | paranoid | fretting
`);
const mayHave = (): readonly string[] =>
  combine(
    ['', 'that'],
    list(`
    she has | he has | they have | she may have | he may have | she might have | he might have | she's got | he's got |
    it is | it's | its | this is | that it's | it may be | it might be | it could be | this may be | this could be
  `),
  );
const insufficient = list(`
  does not help | doesn't help | doesn't work | does not work | fails | fail | failing | not enough | isn't enough |
  is not enough | insufficient | no good | ineffective | not effective | not working | not tolerated | not helping |
  not helpful | not helped | do not help | don't help
`);
const lastTime = (): readonly string[] =>
  combine(
    list(
      'last visit | last session | last time | last tx | last treatment | last appt | last week | previous visit | previous session',
    ),
    ['', ','],
    list('we | i'),
    list('did | used | tried | gave | had | worked | focused on | focussed on | added'),
  );

/** Rows that the cue table takes over as they stand. */
export const letterCues = (): readonly CueRow[] => [
  // Medicines that were given up, that did not help, that wait for something
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 4,
    beside: true,
    only: ['medication'],
    phrases: [
      ...combine(['made'], list('her | him | me | them'), sideEffects),
      ...combine(['gave'], ['', ...list('her | him | me | them')], troubles),
      ...list(`
        failed | failed in | tried without benefit | tried without success | tried with no benefit | tried no benefit |
        tried no effect | without benefit | without success | of no benefit | was of no benefit | was no good |
        was no help | didn't help | did not help | didn't work | did not work | made no difference | was useless |
        ineffective | at that time | back then | in those days | in the past only
      `),
      ...combine(['failed', 'tried', 'tried in'], pastYears),
    ],
  },
  {
    meaning: 'stopped',
    direction: 'backward',
    reach: 6,
    only: ['medication'],
    phrases: combine(
      ['', ...list('so | so she | so he | she | he | and | has | then')],
      list('binned | chucked | ditched | threw away | gave up | packed in | dropped | flushed'),
      ['it', 'them'],
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    beside: true,
    only: ['medication'],
    phrases: [
      ...combine(
        ['if'],
        list(`
          this | that | it | they | these | the above | above | iron | physio | physiotherapy | exercise | exercises |
          lifestyle | diet | topical | topicals | gel | cream | massage | first line | simple analgesia | analgesia |
          paracetamol | nsaids | treatment | injection | antibiotics
        `),
        insufficient,
      ),
      ...list(`
        in case | just in case | at home in case | at home just in case | on standby | in reserve | not advisable |
        inadvisable | to be considered | could be considered | may be considered
      `),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    until: ['with', 'on', 'alongside'],
    only: ['medication'],
    phrases: combine(
      list(`
        concerned re | concerned about | worried re | worried about | nervous about | anxious about | asks re | asks about |
        asked about | asking about | query re | queries | unsure about | advice re | scared of | wary of
      `),
      list('taking | starting | using | going on'),
    ),
  },
  { meaning: 'stopped', direction: 'forward', reach: 1, only: ['medication'], phrases: ['used to'] },
  // Over and done
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    final: true,
    only: ['condition'],
    phrases: list(`
      before that | prior to that | the year before that | counts ok since | ok since | fine since | normal since |
      all ok since | all fine since | nil since
    `),
  },
  // A disease of childhood may go on, so the course decides.
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: combine(
      list('as | as a | as an | when a | when she was a | when he was a'),
      list(`
          kid | child | toddler | teen | teenager | youngster | youth | boy | girl | student | young man |
          young woman | small child | young child
        `),
    ),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: combine(list('dx in | dx | diagnosed in | diagnosed | dxd in'), pastYears, ['with']),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 3,
    closes: ['twice', 'once'],
    only: ['condition'],
    phrases: list('he had | she had | they had | has had | i had'),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 14,
    final: true,
    anaphoric: true,
    ofDisease: true,
    only: ['condition'],
    phrases: combine(
      list('discharged from | released from | signed off from'),
      list('follow up | follow-up | f/u | oncology follow up | oncology follow-up | cancer follow up'),
    ),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 3,
    final: true,
    operation: true,
    only: ['condition'],
    phrases: list(`
      stripped | were stripped | was stripped | ligated | were ligated | lasered | were lasered |
      burnt off | burned off | frozen off | cut off | plated | pinned | was pinned | wired | clipped | coiled |
      reconstructed | was reconstructed
    `),
  },
  // In doubt
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: [
      ...combine(fears, mayHave()),
      ...list(
        'wondering | wondering about | wondering if | wondering re | i wonder | i wonder about | ? or | ? vs',
      ),
    ],
  },
  {
    meaning: 'possible',
    direction: 'backward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      presumed | is presumed | was presumed | assumed | is assumed | to be considered | must be considered |
      should be considered | has to be considered | to be borne in mind | to bear in mind | to keep in mind
    `),
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 6,
    list: true,
    open: true,
    only: ['condition'],
    phrases: [
      ...combine(
        list("can't | cant | couldn't | could not | cannot"),
        list('find | elicit | reproduce | provoke | detect | see any | feel any'),
      ),
      ...combine(list('both | all | all three | x2'), list('negative | neg | -ve | clear | normal'), ['for']),
      ...combine(
        list('low | very low'),
        list('probability | prob | likelihood | chance | pretest probability | pre-test probability'),
        list('of | for'),
      ),
    ],
  },
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 0,
    only: ['condition'],
    phrases: list('is not yet | was not yet'),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 10,
    anaphoric: true,
    only: ['condition'],
    phrases: list("so no, | so not, | but no, | so not that | but it isn't"),
  },
  // Talked of
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      told to expect | warned to expect | advised to expect | may expect | can expect | to expect | expect some |
      how to treat | how to manage | how to spot | how to prevent | on standby for | standby for | ready for
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    closes: ['signs', 'symptoms', 'sx', 's/s', 'risk', 'risks', 'prevention'],
    only: ['condition'],
    phrases: list(
      'discussed | reviewed | explained | went over | went through | talked about | talked through | covered',
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 1,
    beside: true,
    only: ['condition'],
    phrases: [
      'risk',
      'risks',
      ...combine(
        ['='],
        list(`
          urgent | call | ring | phone | stop | a&e | ed | er | 999 | 911 | same day | emergency | seek | stop and call |
          urgent review | go to | straight to | immediate
        `),
      ),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 4,
    only: ['procedure'],
    phrases: list('to be discussed | to discuss | will be discussed | to be considered | advised against'),
  },
  // Techniques
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 5,
    only: ['technique'],
    phrases: list(`
      is to be avoided | are to be avoided | to be avoided | should be avoided | must be avoided | best avoided |
      needs to be avoided | not tried | not attempted | not trialled | not trialed | needle phobic | needle-phobic |
      needle phobia | phobic | scared of needles | afraid of needles | hates needles | makes it worse | made it worse
    `),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 2,
    beside: true,
    only: ['technique'],
    phrases: list('no - | no because | no as | no due to | no since'),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 8,
    anaphoric: true,
    only: ['technique'],
    phrases: combine(list("don't | dont | do not | we don't | we dont | we do not | i don't | i do not"), [
      'offer',
      'offer it',
      'offer that',
      'do that here',
      'offer this',
    ]),
  },
  {
    meaning: 'avoided',
    direction: 'forward',
    reach: 2,
    only: ['technique'],
    phrases: ['no further', 'no need for further'],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 4,
    list: true,
    only: ['technique'],
    phrases: list(`
      keen on | keen for | keen to have | interested in | curious re | asks is | asking is | asks if | asks whether | asked whether | asking whether | wondering is |
      self referral for | self-referral for | self refer for
    `),
  },
  {
    meaning: 'planned',
    direction: 'backward',
    reach: 3,
    beside: true,
    only: ['technique'],
    phrases: list('hep | hw | home ex | home exercise | home exercises | home program | home programme'),
  },
  {
    meaning: 'planned',
    direction: 'forward',
    reach: 6,
    list: true,
    only: ['technique'],
    phrases: combine(list('next | nv | plan | hw | hep | next time | next visit | homework'), ['=']),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 8,
    list: true,
    only: ['technique'],
    phrases: lastTime(),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 8,
    only: ['technique'],
    phrases: [
      ...combine(
        list('on | on a | on her | on his | on their | during her | during his | while on'),
        list('holiday | holidays | vacation | honeymoon | cruise | retreat | trip'),
      ),
      ...list(`
        abroad | overseas | in bali | in thailand | in hawaii | in india | in china | in japan | in spain | in turkey |
        at a resort | at the resort | at another spa | at a spa | at a hotel
      `),
      ...combine(
        ['', ...list('she | he | they')],
        list('did before | had before | tried before | had done before'),
      ),
    ],
  },
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: combine(
      list('avoided | avoid | avoiding'),
      ['', ...list('both | the | all | those | these | that | her | his')],
      list('site | sites | spot | spots | zone | zones | area | areas'),
    ),
  },
];

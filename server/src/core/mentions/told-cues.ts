// Cues of what is told in passing: "3/7 hx of fever", "pred if raised", "saw chiro:", "MFR pecs only", "clip N".
import type { CueRow } from './cues';
import { combine, list } from './phrases';

const healers = list(`
  chiro | her chiro | his chiro | the chiro | chiropractor | osteo | her osteo | his osteo | osteopath | physio |
  her physio | his physio | the physio | acupuncturist | another therapist | another mt | another rmt | another lmt
`);
const days = list('day | days | d | wk | wks | week | weeks | month | months | mo | hr | hrs | hour | hours');

/** "Pred if raised", "if raised start pred". */
const ifFound = (): readonly string[] =>
  combine(
    ['if'],
    list(
      'raised | high | elevated | positive | pos | +ve | abnormal | above | over | average | avg | > | bp | low | indicated',
    ),
  );

const afterDash = (): readonly string[] =>
  combine(
    ['-', '–'],
    list('likely | most likely | probably | prob | probable | possibly | suspect | suspected'),
  );

/** Rows that the cue table takes over as they stand. */
export const toldCues = (): readonly CueRow[] => [
  // "3/7 hx of cough and fever" is how long it has been there.
  {
    meaning: 'present',
    direction: 'forward',
    reach: 6,
    list: true,
    only: ['condition'],
    phrases: combine(['/ 7', '/ 52', '/ 12', ...days], list('hx of | history of | h/o | hx | ho')).filter(
      (phrase) => !phrase.startsWith('mo '),
    ),
  },
  // Over
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 5,
    final: true,
    only: ['condition'],
    phrases: list('at the time | at that time | back then'),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 10,
    final: true,
    ofDisease: true,
    only: ['condition'],
    phrases: list('psa undetectable | now undetectable | gb out | gallbladder out'),
  },
  {
    meaning: 'historical',
    direction: 'backward',
    reach: 4,
    final: true,
    operation: true,
    only: ['condition'],
    phrases: list('stripped | were stripped | lasered | sclerosed | gb out | gallbladder out | gb removed'),
  },
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 6,
    final: true,
    list: true,
    only: ['condition'],
    phrases: combine(
      list('last | previous | prev | first | prior'),
      list('pregnancy | pregnancies | preg | pregnancy had'),
      [':'],
    ),
  },
  // What a medicine did when it was given up years ago
  {
    meaning: 'historical',
    direction: 'forward',
    reach: 3,
    only: ['condition'],
    phrases: combine(
      list('years ago | yrs ago | ages ago | decades ago | last year'),
      list('d/t | due to | because of | bc of | bec of'),
    ),
  },
  // Talked about
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 6,
    list: true,
    open: true,
    only: ['condition'],
    phrases: [
      ...combine(
        list('aware of | aware | knows | understands | given | discussed | re | told | taught | reminded of'),
        list('s + s | s&s | s & s | s/s | s/sx | sx of | the signs | signs and symptoms'),
        ['', 'of'],
      ),
    ],
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 10,
    open: true,
    list: true,
    phrases: combine(
      list('what to do if | who to call if | when to worry if | when to call if'),
      ['', ...list('her | his | a | the | one')],
      ['', ...list('calf | leg | arm | ankle')],
      ['', 'ever'],
    ),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 2,
    only: ['condition'],
    phrases: list(`
      skip the | to skip the | skip any | stay out of | stay out of the | keep out of the | told to skip
    `),
  },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 3,
    only: ['condition'],
    phrases: [
      ...combine(
        list('safety net | safety-net | safety netting | red flag | red flags | warning'),
        list('card | leaflet | sheet | info | advice'),
        list('given | provided | issued | sent'),
      ),
      ...combine(['', '+ cpr', 'and cpr', '& cpr'], list('module | modules | refresher | webinar')),
    ],
  },
  // It is there and grows
  {
    meaning: 'present',
    direction: 'backward',
    reach: 6,
    insists: true,
    definite: true,
    only: ['condition'],
    phrases: list('gets bigger | get bigger | gets larger | grows | enlarges | gets deeper | gets hotter'),
  },
  // Doubt
  {
    meaning: 'possible',
    direction: 'forward',
    reach: 4,
    only: ['condition'],
    phrases: list(`
      i think i've got | i think i have | think i've got | thinks she's got | thinks he's got | thinks they have |
      sure she has | self-dx | more like | looks more like | seems more like
    `),
  },
  // Denial
  {
    meaning: 'negated',
    direction: 'forward',
    reach: 2,
    only: ['condition'],
    phrases: list('but not | tho not | though not | although not'),
  },
  {
    meaning: 'negated',
    direction: 'backward',
    reach: 3,
    beside: true,
    only: ['condition'],
    phrases: combine(
      list('screen | screening | test | swab'),
      list('came back | came | was | is | back'),
      list('neg | negative | clear | normal'),
    ),
  },
  // Where what is denied ends: "no DVT, ruptured Baker's cyst", "no locking - likely TMD"
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: [...combine([','], list('ruptured | incidental')), ...afterDash()],
  },
  { meaning: 'possible', direction: 'forward', reach: 5, phrases: afterDash() },
  // Medicines
  { meaning: 'hypothetical', direction: 'forward', reach: 10, list: true, phrases: ifFound() },
  { meaning: 'hypothetical', direction: 'backward', reach: 3, only: ['medication'], phrases: ifFound() },
  {
    meaning: 'hypothetical',
    direction: 'backward',
    reach: 2,
    beside: true,
    only: ['medication'],
    phrases: list('not allowed ( | not allowed . | is not allowed | not permitted'),
  },
  {
    meaning: 'hypothetical',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: list(`
      suitable for | suitable for a | candidate for | candidate for a | appropriate for | qualify for | qualifies for
    `),
  },
  { meaning: 'negated', direction: 'forward', reach: 1, only: ['medication'], phrases: ['not keen'] },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 2,
    only: ['medication'],
    phrases: list('taking | currently taking | takes daily'),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 2,
    insists: true,
    only: ['medication'],
    phrases: list('( on | ( takes | ( taking | since on'),
  },
  {
    meaning: 'stopped',
    direction: 'forward',
    reach: 3,
    only: ['medication'],
    phrases: combine(
      list('hospital | in hospital | admitted | inpatient'),
      list('1 | 2 | 3 | 4 | 5 | 6 | 7'),
      list('night | nights | days'),
      ['for'],
    ),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 5,
    insists: true,
    only: ['medication'],
    phrases: combine(
      list('started | begun | commenced'),
      list('pending | awaiting | until'),
      list('scan | us | uss | doppler | results | result | bloods | imaging'),
    ),
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 2,
    only: ['condition'],
    phrases: list('carries | carries an | carries a | carries her | carries his'),
  },
  // Techniques
  {
    meaning: 'other-person',
    direction: 'forward',
    reach: 8,
    list: true,
    open: true,
    only: ['technique'],
    phrases: [
      ...combine(list('saw | sees | seeing | seen by | been to'), healers, [
        ':',
        ...combine(
          ['in'],
          list('jan | feb | mar | apr | may | june | july | aug | sept | sep | oct | nov | dec'),
          [':'],
        ),
      ]),
      ...combine(
        healers,
        list('has been doing | has been using | been doing | is doing | was doing | keeps doing'),
      ),
    ],
  },
  {
    meaning: 'present',
    direction: 'forward',
    reach: 4,
    only: ['technique'],
    phrases: list('kept to | stuck to | kept it to | stayed with | limited to | instead did'),
  },
  {
    meaning: 'end',
    direction: 'forward',
    reach: 0,
    phrases: list('kept to | stuck to | kept it to'),
  },
  {
    meaning: 'present',
    direction: 'backward',
    reach: 4,
    insists: true,
    only: ['technique'],
    phrases: list('; given | - given | , given | and given | so given | ; done | - done'),
  },
  {
    meaning: 'avoided',
    direction: 'backward',
    reach: 16,
    anaphoric: true,
    only: ['technique'],
    phrases: list(
      'so we left it | so left it | so i left it | left it out | left it for now | so we skipped it',
    ),
  },
  // Says nothing
  {
    meaning: 'pseudo',
    direction: 'forward',
    reach: 0,
    phrases: list('post cycle | post chemo | post round | at the time of'),
  },
];

// What invented notes are made of: sentences with slots, in the two hands of the example practice and as fields.
// `{slot}` is another row of this table, a value of the visit, or a number (`{3-9}`).

/** Each slot with all it may be filled with. */
export const words: Readonly<Record<string, readonly string[]>> = {
  given: [
    ...[
      'Ada',
      'Amir',
      'Anouk',
      'Beatriz',
      'Bram',
      'Carmen',
      'Chidi',
      'Clara',
      'Dara',
      'Edith',
      'Elif',
      'Emil',
    ],
    ...[
      'Farah',
      'Felix',
      'Gita',
      'Greta',
      'Hana',
      'Hugo',
      'Ines',
      'Ivan',
      'Jun',
      'Kofi',
      'Lars',
      'Leila',
      'Luca',
    ],
    ...[
      'Mai',
      'Marta',
      'Mira',
      'Nadia',
      'Nils',
      'Noor',
      'Olga',
      'Omar',
      'Pia',
      'Quentin',
      'Rosa',
      'Sana',
      'Tariq',
    ],
    ...['Thea', 'Uma', 'Vera', 'Wanda', 'Xavier', 'Yara', 'Yusuf', 'Zoe'],
  ],
  family: [
    ...[
      'Abara',
      'Almeida',
      'Bakker',
      'Bianchi',
      'Castillo',
      'Chen',
      'Dahl',
      'Dubois',
      'Eriksen',
      'Farkas',
      'Garcia',
    ],
    ...[
      'Haddad',
      'Hoffmann',
      'Ibrahim',
      'Ito',
      'Jansen',
      'Joshi',
      'Kaya',
      'Kovacs',
      'Larsen',
      'Lindqvist',
      'Mbeki',
    ],
    ...[
      'Moreau',
      'Nakamura',
      'Novak',
      'Okoye',
      'Olsen',
      'Papadaki',
      'Petrov',
      'Quinn',
      'Reyes',
      'Rossi',
      'Sato',
    ],
    ...[
      'Schmidt',
      'Silva',
      'Tanaka',
      'Thompson',
      'Ueda',
      'Varga',
      'Virtanen',
      'Weber',
      'Wilson',
      'Yilmaz',
      'Zhou',
    ],
  ],
  therapist: ['a.rivera', 'j.tremblay', 'k.osei'],
  duration: ['30 min', '45 min', '60 min', '60 min', '60 min', '75 min', '90 min'],

  // The client's own words.
  activity: [
    ...[
      'desk work',
      'gardening',
      'carrying the toddler',
      'a long drive',
      'the {10-40} km ride',
      'night shifts',
    ],
    ...[
      'choir rehearsals',
      'moving house',
      'stairs',
      'a week of packing',
      'swimming {1-4} km',
      'knitting',
      'lifting boxes',
    ],
    ...[
      '{2-7} h at the screen',
      'standing in the shop',
      'the allotment',
      'rowing practice',
      'typing the thesis',
    ],
  ],
  verb: ['aches', 'is tight', 'pulls', 'is stiff in the morning', 'nags', 'burns by evening', 'feels heavy'],
  when: [
    ...[
      'since {weekday}',
      'for {2-9} days',
      'on and off for {2-6} weeks',
      'after {activity}',
      'when turning over in bed',
    ],
    ...[
      'in the evening',
      'first thing in the morning',
      'after {20-90} min of sitting',
      'since the last visit',
    ],
  ],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'the weekend'],
  relative: [
    'mother',
    'father',
    'sister',
    'brother',
    'aunt',
    'husband',
    'wife',
    'neighbour',
    'colleague',
    'grandmother',
  ],
  sleep: [
    ...[
      'sleeps {5-8} h',
      'sleep ok',
      'woke {1-4} times',
      'slept well',
      'sleep poor since {weekday}',
      'tired, {4-6} h of sleep',
    ],
  ],
  denial: [
    ...[
      'no fever',
      'no numbness',
      'no tingling',
      'no falls',
      'no new meds',
      'no swelling',
      'no chest pain',
      'no injuries',
    ],
    ...[
      'denies {someCondition}',
      'no {someCondition}',
      'no hx of {someCondition}',
      'no dizziness',
      'no headache',
      'no rash',
    ],
  ],
  health: [
    ...[
      '{denial}, {denial}',
      '{denial}, {denial}, {denial}; {sleep}',
      'nothing new; {sleep}',
      'meds unchanged, {denial}',
    ],
    ...[
      '{sleep}, {denial}',
      'unchanged; {relative} has {someCondition}',
      '{denial}; {relative} is being treated for {someCondition}',
    ],
    ...[
      '{someCondition} ruled out {2-9} years ago, {denial}',
      'well, {denial}, BP {108-134}/{66-84} at home',
      '{denial}',
    ],
    ...[
      'a cold {2-4} weeks ago, over now',
      '{ownHealth}',
      '{ownHealth}; {denial}',
      'flu shot {2-9} days ago, {denial}',
    ],
  ],
  complaint: [
    ...[
      '{area} {verb}, {pain}/10, {when}',
      '{area} {pain}/10 {when}, worse with {activity}',
      '{pain}/10 in the {area}, {when}',
    ],
    ...[
      '{area} {pain}/10, better than last time',
      '{area} and {otherArea}, {pain}/10 at worst, {when}',
      '{area} {verb} {when}',
    ],
  ],
  goal: [
    ...[
      'sit {1-3} h without pain',
      'back to {activity}',
      'sleep {6-8} h',
      'turn the head without pulling',
      'run {5-15} km again',
    ],
    ...['a day of {activity} at {1-2}/10', 'less stiffness in the morning', 'relax'],
  ],
  subjectiveProse: [
    ...[
      '{Given} says the {area} {verb} {when} and rates it {pain}/10. {Health}.',
      'The {area} {verb}, {pain}/10 {when}. {Health}.',
    ],
    ...['Since the last visit {Given} has had {pain}/10 in the {area}, mostly with {activity}. {Health}.'],
    ...['{Given} comes for the {area}, {pain}/10. It began {when}. {Health}. The aim is to {goalProse}.'],
    ...['Busy weeks with {activity}. The {area} {verb}; {pain}/10 at worst. {Health}.'],
  ],
  goalProse: [
    'sit through a day of meetings',
    'sleep through',
    'play with the children',
    'walk {3-9} km',
    'get back to {activity}',
  ],

  // What the therapist sees.
  tissue: [
    ...[
      'HT {area}',
      'TrP {area}',
      'TTP {area}',
      '{area} ropey',
      '{area} firm, equal',
      'tone up in {otherArea}',
      '{area} guarded',
    ],
    ...['{area} softer than last time', 'adhesions {area}', '{otherArea} full, not tender'],
  ],
  motion: [
    ...[
      'cervical rotation R {45-80}/80°, L {45-80}/80°',
      'lumbar flexion {30-60}/60°',
      'shoulder abduction {90-180}/180°',
    ],
    ...[
      'hip flexion {80-120}/120°',
      'AROM R shoulder flexion {110-180}/180°',
      'ankle dorsiflexion {8-20}/20°',
    ],
  ],
  posture: [
    'anterior pelvic tilt',
    'R shoulder elevated',
    'head forward',
    'weight on L leg',
    'rounded shoulders',
    'unremarkable',
  ],
  vitals: ['BP {108-138}/{64-86}', 'BP {110-134}/{66-84}, pulse {54-84}', 'T 36.{2-9} °C', 'pulse {52-88}'],
  objectiveProse: [
    ...[
      '{Tissue}. {Motion}.',
      '{Motion}. {Tissue}; {tissue}.',
      '{Tissue}, skin intact. {Vitals}.',
      '{Tissue}. Gait even, {tissue}.',
    ],
  ],

  // What was done.
  pressure: [
    'light',
    'light',
    'moderate',
    'pressure 2/5',
    'pressure 3/5',
    'pressure 3/5',
    'pressure 4/5',
    'firm',
    '{2-4}/5',
  ],
  workProse: [
    ...[
      '{Technique} to the {area}, {5-20} minutes, {pressure}.',
      '{Technique} of the {otherArea}, {3-12} minutes.',
    ],
    ...['{Technique} to the {otherArea} and the {area}, {5-20} minutes, {pressure}.'],
  ],
  avoided: [
    ...[
      '{otherArea}',
      '{otherArea}, ticklish',
      'prone, on request',
      '{technique}, too sore',
      'abdomen',
      'feet, on request',
    ],
  ],
  response: [
    ...[
      '{area} {pain}/10 → {after}/10',
      'pain {pain}/10 → {after}/10',
      '{pain} → {after}, {motion}',
      'relaxed, {pain}/10 → {after}/10',
    ],
  ],

  // What it means, and what comes next.
  assessment: [
    ...[
      '{area} responds, {pain}/10 → {after}/10',
      'overuse of {area} from {activity}',
      'less guarding in {area}',
      'as last time, a little softer',
    ],
    ...[
      '{area} tension that fits {activity}',
      'improving: {motion}',
      'no change in {otherArea}; {area} better',
      'tolerated well',
    ],
  ],
  frequency: [
    ...[
      'weekly for {2-6} weeks, then reassess',
      'every {2-6} weeks',
      'monthly',
      '1 x in {2-5} wks',
      'weekly × {3-8}',
      'as needed',
    ],
  ],
  home: [
    ...[
      'walking {15-40} min/day',
      '{area} stretch {2-4} × {20-40} s',
      'stand up every {30-60} min',
      'heat pack {10-15} min in the evening',
    ],
    ...[
      'foam rolling {2-5} min',
      'wall walks daily',
      'pendulum swings twice a day',
      'breaks from {activity}',
      'swim {1-2} × a week',
    ],
  ],
  planProse: [
    ...[
      'Again in {2-6} weeks. {Home}.',
      '{Home}. {Home}. Back in {2-5} weeks.',
      'Every {2-4} weeks until it holds. {Home}.',
    ],
    ...[
      'Monthly. {Home}; to call if {someSign} comes.',
      'Next visit in {1-4} weeks, begin with the {otherArea}. {Home}.',
    ],
  ],
  someSign: [
    'numbness',
    'a fever',
    'swelling of one leg',
    'chest pain',
    'a headache unlike others',
    'new weakness',
  ],
};

/** Techniques of ordinary days, as the two therapists write them; the rest of the base comes now and then. */
export const usualTechniques: readonly string[] = [
  ...[
    'Swedish',
    'Swedish',
    'Swedish massage',
    'Effleurage',
    'Effleurage',
    'Petrissage',
    'Eff/pet',
    'Myofascial release',
    'MFR',
  ],
  ...[
    'Deep tissue',
    'Deep tissue',
    'DT',
    'Trigger point release',
    'TrP release',
    'Passive stretching',
    'PROM',
    'Kneading',
  ],
  ...[
    'Cross-fibre friction',
    'Muscle stripping',
    'Resting touch',
    'Moist heat',
    'Hot stone',
    'Tapotement',
    'MET',
    'Rocking',
  ],
  ...[
    'Static cupping',
    'Positional release',
    'Lymphatic drainage',
    'Aromatherapy',
    'Sports massage',
    'Reflexology',
  ],
];

/** Where most work is done, as the therapists write it. */
export const usualAreas: readonly { readonly paired: boolean; readonly phrases: readonly string[] }[] = [
  {
    paired: false,
    phrases: ['back', 'upper back', 'low back', 'mid back', 'neck', 'cervical paraspinals', 'sacrum'],
  },
  {
    paired: true,
    phrases: ['UT', 'upper traps', 'shoulder', 'shldr', 'levator scapulae', 'rhomboids', 'infraspinatus'],
  },
  {
    paired: true,
    phrases: ['QL', 'lumbar erectors', 'glute med', 'GMed', 'piriformis', 'hip flexors', 'hip'],
  },
  {
    paired: true,
    phrases: ['calf', 'hamstrings', 'quads', 'ITB', 'knee', 'foot', 'forearm', 'wrist extensors', 'pecs'],
  },
];

// What people score from 0 to 10 besides pain, and the words that tell a complaint. Each has an example that is run as
// a test. What is felt as a complaint's own intensity (tight, stiff, sore, tender, an ache) is not among them.

/** Something that is scored and is no pain. */
export interface ScoredThing {
  /** Alternatives of an expression, matched as whole words. */
  readonly words: string;
  /**
   * Whether it is felt or tested at a place of the body: of "strength R knee 4/10" the strength is scored, of "stress,
   * bad knee 4/10" the knee.
   */
  readonly atPlace: boolean;
  readonly example: string;
}

const thing = (words: string, example: string): ScoredThing => ({ words, atPlace: false, example });
const atPlace = (words: string, example: string): ScoredThing => ({ words, atPlace: true, example });

export const scoredThings: readonly ScoredThing[] = [
  thing('tired(?:ness)?|fatigued?|exhaust(?:ed|ion)|sleepy|sleepiness|weariness', 'Tiredness 6/10'),
  thing('PEM|brain fog|foggy|concentration|memory', 'brain fog today 6/10'),
  thing('energy(?:\\slevels?)?', 'energy is at 7/10'),
  // "Slept wrong" and "sleeps on the right shoulder" tell of a complaint.
  thing(
    'sle(?:ep(?:s|ing)?|pt)(?!\\s(?:on|wrong|funny|awkwardly)\\b)|insomnia|restedness',
    'sleep quality 3/10',
  ),
  thing('stress(?:ed|levels?)?', 'Stress at work 8/10 this week'),
  thing('anxiety|anxious|worry|worried|nervous(?:ness)?|irritability', 'anxiety about the scan: 7/10'),
  thing('moods?|depress(?:ed|ion)|happy|happiness|motivation|confidence', 'mood low, 3/10'),
  thing('satisfaction|satisfied|well-?being|quality of life|QoL|relaxation|relaxed', 'satisfaction 9/10'),
  thing('RPE|Borg|effort|exertion|readiness', 'RPE 9/10'),
  thing('nausea|nauseous|nauseated|appetite|hydration', 'nausea after chemo 5/10'),
  thing('dizz(?:y|iness)|vertigo|light-?headed(?:ness)?', 'dizziness 4/10'),
  thing('breathless(?:ness)?|SOB|shortness of breath|dyspno?ea|hot (?:flush|flash)(?:es)?', 'SOB 4/10'),
  thing('function(?:ing)?|disability|ADLs?|importance|Apgar', 'function 6/10'),
  thing('tinnitus|bloat(?:ed|ing)', 'tinnitus 5/10'),
  // A pressure in the head or the chest is a complaint; the work's pressure names no place.
  thing(
    '(?<!(?:head|sinus|facial|face|chest|ear|eye|neck|skull|pelvic|abdominal|feels|felt|feeling)\\s)pressure',
    'Pressure 6/10, feedback good',
  ),
  atPlace('strength|MMT|power|grip|weak(?:ness)?', 'grip strength R hand 6/10'),
  atPlace('numb(?:ness)?|tingl(?:ing|y)|par(?:a)?esthesia|pins and needles|N/T', 'numbness L hand 5/10'),
  atPlace('itch(?:y|ing|iness)?|pruritus', 'itch of the left arm 6/10'),
  atPlace('swelling|o?edema|puffiness', 'ankle swelling 4/10'),
  atPlace('balance|flexibility|mobility|ROM|sensation|monofilament', 'shoulder mobility 6/10'),
];

/** Words for pain itself: where one of them stands, the score is its. */
export const painWords =
  '(?<!\\b(?:no|without|denies|nil)\\s)pain(?:s|ful)?(?![\\s-]free)|(?:\\w+)?aches?|achy|aching|HAs?|migraines?|hurts?|hurting|sore(?:ness)?|discomfort|NPRS|LBP|NP|sciatica|burning|throbbing|stabbing';

/** Words for a complaint or its place: behind something that has no place, the score is theirs. */
export const complaintWords =
  'tight(?:ness)?|stiff(?:ness)?|tender(?:ness)?|tension|spasms?|cramps?|cramping|knots?|strain|sprain|fracture|neck|sho?u?lde?rs?|back|LB|UB|hips?|knees?|arms?|forearms?|legs?|elbows?|wrists?|hands?|fingers?|thumbs?|foot|feet|toes?|heels?|ankles?|calf|calves|shins?|thighs?|ham(?:string)?s?|quads?|glutes?|jaw|TMJ|head|face|chest|ribs?|traps?|UT|QL|ITB|SIJ?|spine|sacrum|lumbar|thoracic|cervical|groin|pelvis|belly|scapula|piriformis|rhomboids?|delts?|pecs?|lats?';

// Where each region of the base lies on our figure: shapes of the half on the left of the picture, cut to the outline.
// What is drawn for a muscle shows where one works, not its exact borders. Anatomy is general-knowledge.
import type { TermId } from '../knowledge/model';

/**
 * Shapes by view. `M…` is a path; `e cx cy rx ry [turn]` an ellipse. A region of the midline reaches x = 100 and is
 * mirrored to its other half.
 */
export interface RegionShape {
  readonly front?: string;
  readonly back?: string;
}

const legs = 'M50 240L84 245L100 252V470H50Z';
const knee = 'M58 322H97V350H58Z';
const lowerLeg = 'M56 348H98V426H56Z';
const ankle = 'M60 418H94V438H58Z';
const foot = 'M54 435H94V470H54Z';
const arm = 'M36 112L58 118L60 132L50 180L46 202L38 236V300H0V200Z';
const upperArm = 'M34 118L57 121L60 133L50 172L28 168Z';
const elbow = 'M26 165L54 169L49 190L24 187Z';
const forearm = 'M22 185L49 189L46 206L37 232H16Z';
const wrist = 'M16 229H38V242H14Z';
const hand = 'M0 240L37 240V300H0Z';
const fingers = 'M8 268H34V300H8ZM5 250L14 247L16 256L12 266H5Z';
const lateralElbow = 'e 34.6 174 3.4 4.4';
const medialElbow = 'e 47.4 175 3 4.4';
const shoulderJoint = 'e 54 101 6.4 7.4';
const acJoint = 'e 58 91.4 4.4 3.2';
const armpit = 'e 58 127 4.4 8.6';
const trochanter = 'e 58.4 234 4 6.4';
const band = 'M50 244L61 247L69 328L58 328Z';
const fibularHead = 'e 67.6 347 3.4 4.2';
const innerAnkle = 'e 84.2 428 3.4 6';

/** One row a region; a region that is not here is shown at the one that holds it. */
export const regionShapes: Readonly<Record<TermId, RegionShape>> = {
  'whole-body': { front: 'M0 0H100V470H0Z', back: 'M0 0H100V470H0Z' },

  'head-face': {
    front: 'M60 0H100V68C92 67 85 60 81 50L60 54Z',
    back: 'M60 0H100V59C93 59 87 57 82 51L60 56Z',
  },
  scalp: { front: 'M60 0H100V21C91 20 84 23 80 31L60 32Z', back: 'M60 0H100V50C92 50 85 49 80 44L60 46Z' },
  frontalis: { front: 'e 90 22.4 8.6 6' },
  occipitalis: { back: 'e 91 40 7.4 6' },
  face: { front: 'M80 31C85 23 92 20 100 20V67C91 66 84 58 80 46Z' },
  'eye-area': { front: 'e 90.4 35.4 5.2 3.4' },
  temple: { front: 'e 82 30 2.8 5' },
  'below-ear': { front: 'e 82.4 51 2.8 3.6' },
  jaw: { front: 'M80 43L87 46L92 57L100 60V68C91 67 84 59 80 47Z' },
  temporalis: { front: 'e 83 27 3.8 8' },
  masseter: { front: 'e 85 49.4 3.2 6' },
  pterygoids: { front: 'e 87.6 45.6 3.2 3.6' },

  neck: {
    front: 'M83 54C88 63 94 67 100 67V86L88 84L84 80L88 62Z',
    back: 'M82 51C88 58 94 59 100 59V85L84 82L88 62Z',
  },
  'anterior-neck': { front: 'M89 63C93 66 97 67 100 67V86L97 84Z' },
  'longus-colli': { front: 'M94 67L99 68V84L97 84Z' },
  'lateral-neck': { front: 'M83 54L90 64L96 84L82 84L88 74Z', back: 'M82 51L90 57L91 82L82 83L88 74Z' },
  scm: { front: 'M84 56L88.6 60L98.4 83L94 84.4Z' },
  scalenes: { front: 'M87 69L91 70L94 84L84 84Z' },
  'posterior-neck': { back: 'M86 57C91 59 96 59 100 59V85L86 82L88 66Z' },
  'suboccipital-region': { back: 'M83 52C89 57 95 58 100 58V64L87 62Z' },
  suboccipitals: { back: 'e 93.6 58.8 5.4 3.2' },
  'splenius-capitis': { back: 'M88 58L93 58L99 80L95 82Z' },
  'semispinalis-capitis': { back: 'M94.6 58H99.4V85H96Z' },
  'levator-scapulae': { back: 'M88.6 62L92 63L90 92L86 102L81 102L85 90Z' },
  'upper-trapezius': {
    front: 'M88 72L92 80L84 85L64 90L58 86L80 70Z',
    back: 'M91 58H100V97L88 93L66 98L56 92L82 76Z',
  },
  'cervical-spine-levels': { back: 'M97.4 60H100V86H97.4Z' },

  shoulder: { front: 'M42 84H70L66 96L58 118L42 120Z', back: 'M42 84H72L74 100L58 119L42 120Z' },
  'glenohumeral-joint': { front: shoulderJoint, back: shoulderJoint },
  'acromioclavicular-joint': { front: acJoint, back: acJoint },
  'sternoclavicular-joint': { front: 'e 95.6 86 3.4 3' },
  'rotator-cuff-region': {
    front: 'e 52 103 6.6 8.6',
    back: 'M94 96L62 97L46 102L52 118L66 118L86 141L95 114Z',
  },
  supraspinatus: { back: 'M93 101L64 103L54 99L62 94L91 95Z' },
  infraspinatus: { back: 'M94 106L66 106L52 108L58 115L72 123L86 139Z' },
  'teres-minor': { back: 'e 66 121 11 2.8 40' },
  subscapularis: { front: 'e 61 118 5 9 -12', back: 'e 81 117 8 12 -16' },
  'teres-major': { back: 'e 71 130 11 3.6 42' },
  deltoid: {
    front: 'M40 92L56 92L60 102L52 122L41 134L36 116Z',
    back: 'M40 92L56 92L60 102L52 122L41 134L36 116Z',
  },
  axilla: { front: armpit, back: armpit },

  chest: { front: 'M100 86L68 89L54 100L58 132L62 152L78 164L100 147Z' },
  breast: { front: 'e 78 125 14 12' },
  'pectoralis-major': { front: 'M98 89L70 91L53 104L58 130C67 139 84 141 98 135Z' },
  'pectoralis-minor': { front: 'M65 97L71 96L85 124L77 127Z' },
  'serratus-anterior': { front: 'M57 134L67 139L73 162L63 166Z' },
  intercostals: {
    front: 'M95 100L70 104L58 132L64 162L80 160L95 146Z',
    back: 'M92 104L66 106L58 134L64 164L92 164Z',
  },
  diaphragm: { front: 'M100 141C90 143 78 154 69 168L78 178C84 166 92 154 100 149Z' },
  sternum: { front: 'M95.6 86H100V146H97.4Z' },
  xiphoid: { front: 'e 100 147 3.4 4.4' },

  back: { back: 'M100 84L64 90L54 102L58 132L62 166L58 208L100 216Z' },
  'spinous-processes': { back: 'M98 62H100V212H98Z' },
  'upper-back': { back: 'M100 84L66 90L55 102L58 132L60 160H100Z' },
  interscapular: { back: 'M100 94H94L93 116L87 141L100 147Z' },
  'middle-trapezius': { back: 'M100 93L64 98L67 104L93 107L100 112Z' },
  'lower-trapezius': { back: 'M100 111L92 109L82 111L100 163Z' },
  rhomboids: { back: 'M98.4 89L93.6 103L91 130L87 141L98.4 122Z' },
  'latissimus-dorsi': { back: 'M57 132L72 132L100 151V204L91 201L62 168Z' },
  'thoracic-erectors': { back: 'M92.4 94H98V166H91Z' },
  'serratus-posterior': { back: 'M97 150L80 157L64 172L70 182L97 169Z' },
  'thoracic-spine-levels': { back: 'M97.4 86H100V165H97.4Z' },
  'low-back': { back: 'M100 161H62L66 184L60 206L100 213Z' },
  'lumbar-erectors': { back: 'M89.6 165H98V207H89Z' },
  'quadratus-lumborum': { back: 'M79 170L91 167L91 200L80 201Z' },
  multifidus: { back: 'M94.4 165H98.8V212H95Z' },
  'thoracolumbar-fascia': { back: 'M100 164L87 186L83 204L100 213Z' },
  'kidney-area': { back: 'e 83 166 9 9.6' },
  'lumbar-spine-levels': { back: 'M97.4 165H100V207H97.4Z' },

  abdomen: { front: 'M100 148C92 157 80 168 62 168L66 186L58 208L82 236L100 242Z' },
  'rectus-abdominis': { front: 'M90 156L100 149V238L91 228Z' },
  obliques: { front: 'M62 166L82 167L89 158L90 226L58 207L66 186Z' },
  'transversus-abdominis': { front: 'M62 178H100V212L60 202Z' },
  psoas: { front: 'M92 176L97 178L92 214L80 242L75 238L87 206Z' },
  iliopsoas: { front: 'M93 176L98 178L92 214L80 250L74 246L68 214L84 210Z' },
  umbilicus: { front: 'e 100 194 4.4 4.4' },
  'upper-abdomen': { front: 'M100 148C92 156 82 166 64 168L64 180H100Z' },

  pelvis: { front: 'M57 206L100 202V252L90 248L54 222Z', back: 'M58 200L80 196L100 198V252L56 242Z' },
  sacrum: { back: 'M88 205L100 203V235C95 231 91 222 88 205Z' },
  coccyx: { back: 'e 100 237 3.4 5' },
  'sacroiliac-joint': { back: 'e 90 211 3 8.6 -10' },
  psis: { back: 'e 90.6 204 3.6 3.6' },
  asis: { front: 'e 66.6 210 4.2 4.2' },
  'iliac-crest': {
    front: 'M56 212L65 199L84 206L82 211L66 206L59 216Z',
    back: 'M56 212L68 196L91 201L90 206L70 202L58 216Z',
  },
  'pelvic-floor': { front: 'M88 239L100 243V254L94 251Z', back: 'e 95 245 6 6' },
  perineum: { front: 'e 100 249 4.6 4.6', back: 'e 100 250 4.6 4.6' },
  groin: { front: 'M62 212L98 245L96 254L84 244L58 222Z' },

  'gluteal-region': { back: 'M100 213L74 203L57 213L53 236L62 252C74 262 92 261 100 252Z' },
  'sciatic-notch': { back: 'e 84 224 4.2 4.2' },
  'gluteal-cleft': { back: 'M96.6 214H100V253H96.6Z' },
  'gluteus-maximus': { back: 'M98 217L86 209L66 222L55 240L63 251C74 260 92 259 98.6 251Z' },
  'gluteus-medius': { back: 'M88 207L72 201L58 212L64 227L82 217Z' },
  'gluteus-minimus': { back: 'M82 211L70 207L63 216L71 225Z' },
  piriformis: { back: 'M93 216L94 226L66 236L63 231Z' },
  'deep-hip-rotators': { back: 'M92 225L92 241L66 242L64 231Z' },
  'tensor-fasciae-latae': { front: 'M57 208L68 213L65 242L54 248L53 226Z' },

  hip: { front: 'M56 212L74 219L76 250L52 252L53 230Z', back: 'M56 212L72 216L70 248L52 252L53 230Z' },
  'greater-trochanter': { front: trochanter, back: trochanter },

  leg: { front: legs, back: 'M50 250C72 262 92 261 100 252V470H50Z' },
  thigh: { front: 'M50 242L84 245L100 253V326H50Z', back: 'M50 249C72 262 92 261 100 252V326H50Z' },
  'iliotibial-band': { front: band, back: band },
  quadriceps: { front: 'M58 250L78 246L93 288L91 324L82 330H70L60 296Z' },
  'rectus-femoris': { front: 'M71 245L78 247L83 300L80 327H76L69 290Z' },
  'vastus-medialis-oblique': { front: 'e 87 312 5 12.6 8' },
  sartorius: { front: 'M63 213L68 214L79 260L94 318L92 326L86 312L70 262Z' },
  hamstrings: { back: 'M60 258C74 264 92 263 98.6 256L95 310L91 332L86 334L80 320L72 335L65 328L59 290Z' },
  'biceps-femoris': { back: 'M62 260L77 262L75 310L71 337L65 332L58 290Z' },
  adductors: { front: 'M88 246L100 252L97 300L93 317L86 290Z', back: 'M92 259L100 254L96 304L91 307Z' },
  gracilis: {
    front: 'M95.6 251L100 252L96 308L92 324L92 308Z',
    back: 'M95.6 257L100 254L96 308L92 324L92 308Z',
  },
  pectineus: { front: 'M84 240L97 247L90 263L79 250Z' },

  knee: { front: knee, back: knee },
  patella: { front: 'e 78.5 334 7 7.4' },
  'popliteal-fossa': { back: 'e 78.6 338 8.4 10' },
  popliteus: { back: 'M71 343L85 340L83 352L76 357Z' },
  'pes-anserine': { front: 'e 86.8 351 4 6.4' },
  'lower-leg': { front: lowerLeg, back: lowerLeg },
  'medial-lower-leg': { front: 'M84 350L94 352V400L87 430H82Z', back: 'M86 350L95 352V400L88 430H83Z' },
  calf: { back: 'M56 348H98V392L88 410H72L58 392Z' },
  gastrocnemius: {
    back: 'M60 345L78 353L94 345V372L90 386C86 392 80.4 391 78.4 385C76.4 391 70 391 66.6 384L60 372Z',
  },
  soleus: { back: 'M64 384C70 392 76 392 78.4 385.6C80.4 393 86 393 91 386L87 410H73Z' },
  'tibialis-anterior': { front: 'M76 347L80 350V390L77 418L72 384L71 356Z' },
  'tibialis-posterior': { back: 'M76 358H86L85 408H79Z' },
  fibularis: {
    front: 'M64 349L71 355L72 390L73.4 424L68 418L60 376Z',
    back: 'M62 350L69 355L70.6 398L74 424L68 418L60 376Z',
  },
  'achilles-tendon': { back: 'M76 402H83V441H75.4Z' },
  'fibular-head': { front: fibularHead, back: fibularHead },
  ankle: { front: ankle, back: ankle },
  'medial-ankle': { front: innerAnkle, back: innerAnkle },
  foot: { front: foot, back: foot },
  'plantar-fascia': { back: 'M70 443H88V456H68Z' },
  toes: { front: 'M58 449H90V462H58Z' },

  arm: { front: arm, back: arm },
  'upper-arm': { front: upperArm, back: upperArm },
  'medial-upper-arm': { front: 'M54 127L60 133L50 174L46 172Z', back: 'M54 127L60 133L50 174L46 172Z' },
  'biceps-brachii': { front: 'M44 124L55 128L51 156L46 170L40 168V146Z' },
  brachialis: { front: 'M36 146L41 150L44 173L33 170Z' },
  'triceps-brachii': { back: 'M42 122L57 128L52 158L46 172L37 170L37 146Z' },
  elbow: { front: elbow, back: elbow },
  'antecubital-fossa': { front: 'e 42 178 5.6 5.4' },
  'lateral-epicondyle': { front: lateralElbow, back: lateralElbow },
  'medial-epicondyle': { front: medialElbow, back: medialElbow },
  forearm: { front: forearm, back: forearm },
  'forearm-extensors': { back: 'M26 184L47 187L43 208L35 231H20L23 206Z' },
  'forearm-flexors': { front: 'M37 186L49 189L46 202L37 231H27L32 206Z' },
  brachioradialis: { front: 'M32 166L38 171L34 204L25 228H20L24 196Z' },
  supinator: { front: 'e 34.6 191 3.6 7.6 12', back: 'e 34.6 191 3.6 7.6 12' },
  'pronator-teres': { front: 'M48 178L44 188L33 202L35 193Z' },
  wrist: { front: wrist, back: wrist },
  hand: { front: hand, back: hand },
  thenar: { front: 'M18 243L27 246L21 259L10 262L12 252Z' },
  fingers: { front: fingers, back: fingers },
};

/** The regions that can be picked on the map, large ones before the smaller ones that lie on them. */
export const pickable: readonly TermId[] = [
  'head-face',
  'face',
  'scalp',
  'jaw',
  'neck',
  'lateral-neck',
  'suboccipital-region',
  'chest',
  'pectoralis-major',
  'sternum',
  'abdomen',
  'upper-abdomen',
  'pelvis',
  'groin',
  'upper-back',
  'latissimus-dorsi',
  'low-back',
  'quadratus-lumborum',
  'lumbar-erectors',
  'gluteal-region',
  'gluteus-medius',
  'sacrum',
  'hip',
  'shoulder',
  'upper-trapezius',
  'infraspinatus',
  'rhomboids',
  'deltoid',
  'upper-arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'fingers',
  'thigh',
  'quadriceps',
  'adductors',
  'hamstrings',
  'iliotibial-band',
  'lower-leg',
  'calf',
  'tibialis-anterior',
  'knee',
  'ankle',
  'achilles-tendon',
  'foot',
  'toes',
];

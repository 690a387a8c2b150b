// What is asked of the sections: why the client came, what was found and done, how it went, how it goes on.
import type { TermKind } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import type { FieldId } from '../../note/fields';
import type { SectionId } from '../../note/sections';
import { listPainScores } from '../../note/values/pain';
import { listPressures } from '../../note/values/pressure';
import { containsSpan, type Span } from '../../text/span';
import { type Asked, type Insert, type RequirementTable, replyOf, there } from './model';
import type { NoteParts } from './note-parts';

const field = (section: SectionId, label: string) => (): Insert => ({ kind: 'field', section, label });

const inTreatment = ({ input }: Asked, kinds: readonly TermKind[]): readonly Mention[] =>
  input.session.mentions.filter(({ section, kind }) => section === 'treatment' && kinds.includes(kind));

const mentionsIn = ({ input }: Asked, section: SectionId, kinds: readonly TermKind[]): boolean =>
  input.session.mentions.some((mention) => mention.section === section && kinds.includes(mention.kind));

/** Pain is a measure of the outcome; the other values that are read are vital signs. */
const isVital = (measure: string): boolean => measure !== 'pain';

const isInSection = ({ parts }: Asked, id: SectionId, at: Span): boolean =>
  parts.note.sections.some((section) => section.id === id && containsSpan(section.span, at));

/** True if this note or an earlier one has a filled field of these, or words that answer the same. */
const everSaid = ({ parts, earlier }: Asked, fields: readonly FieldId[], words: RegExp): boolean =>
  [parts, ...earlier].some((one) => one.has(...fields) || words.test(one.textOf()));

/** True if the record or the note's front matter has a key, be it with an empty list. */
const isListed = ({ input }: Asked, key: string): boolean =>
  [input.client.record?.record, input.session.note.frontMatter].some(
    (where) =>
      where?.entries.some((entry) => entry.key.value === key && entry.value.end > entry.value.start) === true,
  );

// Fields of Subjective that say something of the client's health but not why the client came.
const aboutHealth: readonly FieldId[] = [
  'health-update',
  'medications',
  'allergies',
  'conditions',
  'surgeries',
  'past-history',
  'family-history',
  'contraindications',
  'consent',
];

function hasReason({ parts }: Asked): boolean {
  if (parts.has('complaint', 'reason', 'reason for visit', 'goals', 'chief complaint')) return true;
  const sections = parts.note.sections.filter(({ id }) => id === 'subjective');
  return sections.some(({ blocks }) =>
    blocks.some((block) =>
      block.kind === 'text'
        ? block.heading !== true &&
          /\p{L}/u.test(parts.note.text.slice(block.content.start, block.content.end))
        : !aboutHealth.includes(block.field ?? '') &&
          /[\p{L}\p{N}]/u.test(parts.note.text.slice(block.value.start, block.value.end)),
    ),
  );
}

const healthWords =
  /\b(?:no (?:new|other|health|recent)?\s?(?:change|changes|illness|issues|concerns)|unchanged|otherwise (?:well|healthy|fine)|sugar|no (?:hx|history) of|same as (?:last|before)|feel(?:s|ing)? (?:well|fine|good|healthy)|healthy|well (?:again|today)|in good health|health|illness|ill|meds?|medications?|NC|takes nothing|allerg\w*|fever|legs good)\b/i;
const noMedicines =
  /\b(?:no|takes no|without|not on any|nil) (?:meds?|medications?|medicines?)\b|\bmeds?:? none\b|\btakes nothing\b/i;
const allergyWords = /\ballerg|\bNKD?A\b/i;
const healthy =
  /\bno (?:known |other |medical |health |pre-?existing )*(?:conditions?|history|problems?)\b|\bhealthy\b|\bPMH:? (?:none|nil|unremarkable)\b/i;
const cautionWords =
  /contraindicat|\bprecaution|\bred flags?\b|\bno CIs?\b|\bspeaks? against\b|\bsafe to (?:treat|massage)\b/i;
const responseWords =
  /→|->|\brespon|\btolerat|\brelie[fv]|\bbetter\b|\bimprov|\beas(?:ed|ier|es)\b|\bless\b|\bdecreas|\bincreas|\breduc|\brelax|\bsoft|\bworse|\bsore\b|\bno change|\bunchanged|\bsettled|\bcalm|\bloose|\bgained|\blower\b|\bgoals? (?:met|reached)|\bstopped\b/i;
const homeWords =
  /\bHC\b|\bhome|\bHEP\b|\bstretch|\bexerc|\badvis|\bdrink|\bwater\b|\bwalk|\bself|\bdaily\b|\brest\b|\bpractis|\bpractic/i;

/** What shows how it went: words such as “better” and “6/10 → 3/10”. */
const tellsChange = (parts: NoteParts, sections: readonly SectionId[]): boolean =>
  responseWords.test(parts.textOf(...sections));

/** True if Subjective names a medicine, an illness apart from muscles and joints, or denies or dates one. */
const tellsHealth = ({ input }: Asked): boolean =>
  input.session.mentions.some(
    ({ section, kind, assertion, id }) =>
      section === 'subjective' &&
      (kind === 'medication' ||
        ((kind === 'condition' || kind === 'sign') &&
          (assertion === 'negated' ||
            assertion === 'historical' ||
            (kind === 'condition' && input.kb.conditions.get(id)?.category !== 'musculoskeletal')))),
  );

const afterTreatment = (asked: Asked, isThere: () => boolean, ...fields: readonly string[]) =>
  asked.isTreated ? replyOf(isThere(), asked.parts.empty(...fields)) : there;

/** Words in the plan besides what the client does at home. */
const hasPlan = ({ parts }: Asked): boolean =>
  parts.note.sections.some(
    ({ id, blocks }) =>
      id === 'plan' &&
      blocks.some((block) =>
        block.kind === 'text'
          ? /[\p{L}\p{N}]/u.test(parts.note.text.slice(block.content.start, block.content.end))
          : block.field !== 'home-care' &&
            block.field !== 'education' &&
            parts.fields.some(({ field, filled }) => field === block && filled),
      ),
  );

/** True for a condition that is known apart from what the client comes for today or came for before. */
function knowsConditions({ input, parts, earlier }: Asked): boolean {
  const { record, facts } = input.client;
  const complaints = [parts, ...earlier].flatMap((one) =>
    one.fields.filter(({ field }) => field.field === 'complaint').map(({ field }) => field.span),
  );
  return facts.some(
    ({ kind, source }) =>
      kind === 'condition' &&
      (source.uri === record?.uri || !complaints.some((at) => containsSpan(at, source.span))),
  );
}

/** Under a heading such as “Assessment and plan” both stand together. */
const isShared = ({ parts }: Asked): boolean =>
  parts.note.sections.some(
    ({ id, title }) =>
      id === 'plan' && /assess|^a\s?[/&]\s?p/i.test(parts.note.text.slice(title.start, title.end)),
  );

export const content: RequirementTable<
  | 'reason'
  | 'health-update'
  | 'pre-existing-conditions'
  | 'contraindications'
  | 'medications'
  | 'allergies'
  | 'objective'
  | 'outcome-measure'
  | 'techniques'
  | 'areas-treated'
  | 'areas-avoided'
  | 'pressure'
  | 'response'
  | 'change'
  | 'assessment'
  | 'plan'
  | 'home-care'
> = {
  reason: {
    name: 'reason for the visit',
    place: 'subjective',
    reply: (asked) => replyOf(hasReason(asked), asked.parts.empty('complaint')),
    insert: field('subjective', 'Complaint'),
  },
  'health-update': {
    name: 'health update',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        asked.parts.has('health-update', 'medications', 'allergies', 'conditions') ||
          tellsHealth(asked) ||
          asked.input.session.values.some(
            ({ measure, span }) => isVital(measure) && isInSection(asked, 'subjective', span),
          ) ||
          healthWords.test(asked.parts.textOf('subjective')),
        asked.parts.empty('health-update'),
      ),
    insert: field('subjective', 'Health update'),
  },
  'pre-existing-conditions': {
    name: 'pre-existing conditions',
    sentence: 'Neither conditions nor their absence are stated.',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        asked.input.client.id === undefined ||
          isListed(asked, 'conditions') ||
          knowsConditions(asked) ||
          everSaid(asked, ['conditions', 'past-history', 'surgeries'], healthy),
        asked.parts.empty('conditions'),
      ),
    insert: field('subjective', 'Conditions'),
  },
  contraindications: {
    name: 'contraindications',
    sentence: 'Nothing says which contraindications there are, or that there are none.',
    place: 'assessment',
    reply: (asked) =>
      replyOf(
        asked.parts.has('contraindications', 'avoided') ||
          cautionWords.test(asked.parts.textOf()) ||
          // What was asked about and denied is ruled out.
          asked.input.session.mentions.some(
            ({ kind, assertion }) => (kind === 'condition' || kind === 'sign') && assertion === 'negated',
          ),
        asked.parts.empty('contraindications'),
      ),
    insert: field('assessment', 'Contraindications'),
  },
  medications: {
    name: 'medications',
    sentence: 'Nothing says which medications the client takes, or none.',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        isListed(asked, 'medications') ||
          mentionsIn(asked, 'subjective', ['medication']) ||
          everSaid(asked, ['medications'], noMedicines),
        asked.parts.empty('medications'),
      ),
    insert: field('subjective', 'Medications'),
  },
  allergies: {
    name: 'allergies',
    sentence: 'Nothing says which allergies there are, or none.',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        isListed(asked, 'allergies') || everSaid(asked, ['allergies'], allergyWords),
        asked.parts.empty('allergies'),
      ),
    insert: field('subjective', 'Allergies'),
  },
  objective: {
    name: 'findings',
    place: 'objective',
    reply: (asked) =>
      replyOf(
        asked.parts.isFilled('objective') ||
          asked.parts.has('observation', 'posture', 'palpation', 'range-of-motion', 'vitals'),
        asked.parts.empty('palpation', 'observation', 'posture', 'range-of-motion', 'vitals'),
      ),
    insert: field('objective', 'Palpation'),
  },
  'outcome-measure': {
    name: 'outcome measure',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        asked.parts.has('pain', 'intensity', 'range-of-motion', 'strength', 'special-tests') ||
          asked.input.session.values.some(({ measure }) => !isVital(measure)) ||
          listPainScores(asked.parts.textOf()).length > 0 ||
          asked.input.session.mentions.some(
            ({ kind, id }) => kind === 'measure' && asked.input.kb.measures.get(id)?.family === 'outcome',
          ),
        asked.parts.empty('pain', 'intensity'),
      ),
    insert: field('subjective', 'Pain'),
  },
  techniques: {
    name: 'techniques',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          inTreatment(asked, ['technique']).length > 0 ||
          asked.input.session.techniques.some(({ status }) => status === 'done') ||
          asked.parts.has('techniques', 'treatment', 'heat-cold') ||
          asked.parts.fields.some(
            (one) =>
              one.section === 'treatment' &&
              one.filled &&
              one.field.field === undefined &&
              one.label !== 'rationale',
          ),
        'techniques',
      ),
    insert: field('treatment', 'Techniques'),
  },
  'areas-treated': {
    name: 'areas treated',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('areas-treated') ||
          inTreatment(asked, ['region']).length > 0 ||
          asked.input.session.techniques.some(
            ({ status, regions }) => status === 'done' && regions.length > 0,
          ),
        'areas-treated',
      ),
    insert: field('treatment', 'Areas treated'),
  },
  'areas-avoided': {
    name: 'areas avoided',
    sentence: 'Nothing says which areas to avoid, or none.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('avoided') ||
          inTreatment(asked, ['technique', 'region']).some(({ assertion }) => assertion === 'avoided') ||
          (asked.input.client.record?.record.avoid.length ?? 0) > 0 ||
          /\bavoid|\bleft out\b|\bnot treated\b/i.test(asked.parts.textOf()),
        'avoided',
      ),
    insert: field('treatment', 'Avoided'),
  },
  pressure: {
    name: 'pressure',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('pressure') ||
          listPressures(asked.parts.textOf('treatment')).length > 0 ||
          /\b(?:light|gentle|moderate|mod|medium|firm|deep|soft|[1-5]\/5)\b/i.test(
            asked.parts.textOf('treatment'),
          ),
        'pressure',
      ),
    insert: field('treatment', 'Pressure'),
  },
  response: {
    name: 'response',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('response', 'tolerance') || tellsChange(asked.parts, ['treatment', 'assessment']),
        'response',
      ),
    insert: field('treatment', 'Response'),
  },
  change: {
    name: 'change in condition',
    place: 'assessment',
    reply: (asked) =>
      replyOf(
        asked.parts.has('health-update', 'progress', 'improving', 'worsening', 'goals-met') ||
          tellsChange(asked.parts, ['subjective', 'assessment', 'plan']) ||
          /\bsince\b|\b(?:last|previous) (?:visit|session|time)\b|\bsame\b/i.test(
            asked.parts.textOf('subjective'),
          ),
        asked.parts.empty('progress', 'health-update'),
      ),
    insert: field('assessment', 'Progress'),
  },
  assessment: {
    name: 'assessment',
    place: 'assessment',
    reply: (asked) =>
      replyOf(
        asked.parts.isFilled('assessment') ||
          (isShared(asked) && asked.parts.isFilled('plan')) ||
          asked.parts.has('impression', 'progress', 'improving', 'worsening'),
        asked.parts.empty('impression', 'progress', 'improving', 'worsening'),
      ),
    insert: field('assessment', 'Impression'),
  },
  plan: {
    name: 'plan',
    place: 'plan',
    reply: (asked) =>
      replyOf(
        hasPlan(asked) ||
          asked.parts.has('next-session', 'frequency', 'follow-up', 'reassess', 'recommendations'),
        asked.parts.empty('next-session', 'frequency', 'follow-up'),
      ),
    insert: field('plan', 'Next session'),
  },
  'home-care': {
    name: 'home care',
    place: 'plan',
    reply: (asked) =>
      replyOf(
        asked.parts.has('home-care', 'education', 'recommendations') ||
          homeWords.test(asked.parts.textOf('plan')),
        asked.parts.empty('home-care', 'education'),
      ),
    insert: field('plan', 'Home care'),
  },
};

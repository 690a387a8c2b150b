// What is asked of the history: why the client came, what is known of their health, what speaks against the work.
import type { Session } from '../../facts/model';
import { foldVisits } from '../../facts/visits';
import type { TermKind } from '../../knowledge/model';
import type { FieldId } from '../../note/fields';
import type { SectionId } from '../../note/sections';
import { oncePer } from '../../text/once';
import { containsSpan, type Source, type Span } from '../../text/span';
import { type Asked, type Insert, type RequirementTable, replyOf } from './model';
import { type NoteParts, partsOfNote } from './note-parts';

const field = (section: SectionId, label: string) => (): Insert => ({ kind: 'field', section, label });

const mentionsIn = ({ input }: Asked, section: SectionId, kinds: readonly TermKind[]): boolean =>
  input.session.mentions.some((mention) => mention.section === section && kinds.includes(mention.kind));

const isInSection = ({ parts }: Asked, id: SectionId, at: Span): boolean =>
  parts.note.sections.some((section) => section.id === id && containsSpan(section.span, at));

/** Asks whether this note or an earlier one has a filled field of these, or words that answer the same. */
function everSaid(fields: readonly FieldId[], words: RegExp): (asked: Asked) => boolean {
  const isSaidIn = oncePer((parts: NoteParts) => parts.has(...fields) || words.test(parts.textOf()));
  const wasSaid = foldVisits<Session, boolean>(
    false,
    (before, { note }) => before || isSaidIn(partsOfNote(note)),
  );
  return ({ parts, input: { client } }) => isSaidIn(parts) || wasSaid(client.visits);
}

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

const everNamedConditions = everSaid(['conditions', 'past-history', 'surgeries'], healthy);
const everNamedMedications = everSaid(['medications'], noMedicines);
const everNamedAllergies = everSaid(['allergies'], allergyWords);

/** True for a condition that is known apart from what the client comes for today or came for before. */
const knowsConditions = (asked: Asked): boolean =>
  asked.input.client.facts.some(({ kind, source }) => kind === 'condition' && !isComplaint(asked, source));

/** True for words that stand in the field for the complaint of this note or an earlier one. */
function isComplaint({ input: { session, client } }: Asked, { uri, span }: Source): boolean {
  if (uri === client.record?.uri) return false;
  const note = (uri === session.uri ? session : client.earlier.find((one) => one.uri === uri))?.note;
  return (
    note !== undefined &&
    partsOfNote(note).fields.some(
      ({ field }) => field.field === 'complaint' && containsSpan(field.span, span),
    )
  );
}

export const history: RequirementTable<
  'reason' | 'health-update' | 'pre-existing-conditions' | 'contraindications' | 'medications' | 'allergies'
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
            ({ measure, span }) => measure !== 'pain' && isInSection(asked, 'subjective', span),
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
          everNamedConditions(asked),
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
          everNamedMedications(asked),
        asked.parts.empty('medications'),
      ),
    insert: field('subjective', 'Medications'),
  },
  allergies: {
    name: 'allergies',
    sentence: 'Nothing says which allergies there are, or none.',
    place: 'subjective',
    reply: (asked) =>
      replyOf(isListed(asked, 'allergies') || everNamedAllergies(asked), asked.parts.empty('allergies')),
    insert: field('subjective', 'Allergies'),
  },
};

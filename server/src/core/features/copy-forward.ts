// A new session note for a client: what goes on is carried from the last visit, what was found then is left blank.

import { type FieldId, fieldById } from '../note/fields';
import type { Block, CivilDate, Field, Note } from '../note/model';
import { sectionTable } from '../note/sections';
import { listPainScores } from '../note/values/pain';
import { compareText } from '../text/compare';
import { type Span, sliceSpan } from '../text/span';
import type { NoteView, Workspace } from '../workspace/model';

/** What is known when a note is begun. */
export interface NewSession {
  readonly client: string;
  readonly date: CivilDate;
  /** `HH:MM`. */
  readonly time: string;
  /** Empty if nobody is named. */
  readonly therapist: string;
}

/** A new note, and the offset of the first place that is left to type. */
export interface NewNoteText {
  readonly text: string;
  readonly cursor: number;
}

/** Fields whose words go on until somebody changes them, as against what was found on the day. */
const carried: readonly FieldId[] = ['goals', 'frequency', 'home-care'];

/** What of the Subjective of the last note is asked again; the rest of it was said once. */
const asked: readonly FieldId[] = ['complaint', 'health-update', 'goals'];

const sectionIds = ['subjective', 'objective', 'treatment', 'assessment', 'plan'] as const;
type CarriedSection = (typeof sectionIds)[number];

/** Fields that every follow-up note has, by section; those of the last note come after them. */
const usual: Readonly<Record<CarriedSection, readonly FieldId[]>> = {
  subjective: ['complaint', 'health-update'],
  objective: ['palpation', 'range-of-motion'],
  treatment: ['response'],
  assessment: [],
  plan: ['frequency', 'next-session', 'home-care'],
};

/** Front matter that holds across sessions, where a practice keeps no client records. */
const lasting: readonly string[] = [
  'conditions',
  'medications',
  'surgeries',
  'allergies',
  'pregnancy',
  'clearances',
];

/** The last of a client's notes up to the day of a session; undefined where there is none. */
export function findLastNote(
  workspace: Workspace,
  { client, date: day }: Pick<NewSession, 'client' | 'date'>,
): NoteView | undefined {
  const wanted = client.toLowerCase();
  const last = workspace
    .roster()
    .filter(({ id }) => id.toLowerCase() === wanted)
    .flatMap(({ sessions }) => sessions.filter(({ date }) => date !== undefined && date <= day))
    .sort((a, b) => compareText(a.date ?? '', b.date ?? ''))
    .at(-1);
  const view = last && workspace.view(last.uri);
  return view?.kind === 'note' ? view : undefined;
}

/**
 * The text of a follow-up note after `last`. The complaint's region, goals and the plan are carried; scores, findings,
 * techniques, response and consent are today's and stay blank. Nothing of another client can come in: `last` is this
 * client's.
 */
export function copyForward(last: NoteView, session: NewSession): NewNoteText {
  const note = last.session.note;
  const head = [
    '---',
    `client: ${session.client}`,
    `date: ${session.date} ${session.time}`,
    `therapist: ${session.therapist || (note.frontMatter?.therapist?.value ?? '')}`.trimEnd(),
    `duration: ${duration(note)}`.trimEnd(),
    'type: follow-up',
    'consent: ',
    ...(last.client.record === undefined ? lastingLines(note) : []),
    '---',
  ];
  const lines = [...head, ''];
  let cursor: number | undefined;
  for (const id of sectionIds) {
    lines.push(`## ${sectionTable.find((section) => section.id === id)?.title ?? id}`);
    if (id === 'treatment' || id === 'assessment') lines.push('- ');
    for (const { label, value, items } of fieldsOf(last, id)) {
      lines.push(
        items.length > 0 ? `- ${label}:` : `- ${label}: ${value}`,
        ...items.map((item) => `  - ${item}`),
      );
      // The complaint is the first thing to write; its place is carried, its score is today's.
      if (cursor === undefined && id === 'subjective') cursor = lines.join('\n').length;
    }
    lines.push('');
  }
  const text = lines.join('\n');
  return { text, cursor: cursor ?? text.length };
}

interface NewField {
  readonly label: string;
  readonly value: string;
  /** What stands below the label, one item a line. */
  readonly items: readonly string[];
}

function fieldsOf(last: NoteView, id: CarriedSection): readonly NewField[] {
  const { note } = last.session;
  const own = note.sections
    .filter((section) => section.id === id)
    .flatMap((section) => section.blocks)
    .filter((block): block is Field => block.kind === 'field' && block.field !== undefined);
  // A treatment's entries are today's work: only its usual fields are laid out.
  const again = own.flatMap(({ field }) =>
    field === undefined || id === 'treatment' || (id === 'subjective' && !asked.includes(field))
      ? []
      : [field],
  );
  return [...new Set([...usual[id], ...again])].flatMap((name): readonly NewField[] => {
    const [first, ...more] = own.filter((candidate) => candidate.field === name);
    if (first === undefined) return [{ label: fieldById(name)?.name ?? name, value: '', items: [] }];
    // Each complaint goes on, and each goal; of what is found anew one label is enough.
    const kept = name === 'complaint' || carried.includes(name) ? [first, ...more] : [first];
    return kept
      .map((field) => ({
        label: sliceSpan(note.text, field.label).trim(),
        value: carriedValue(last, field),
        items: carriedItems(last, field),
      }))
      .filter(({ value, items }, index) => index === 0 || value !== '' || items.length > 0);
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function carriedValue(last: NoteView, { field, value, children }: Field): string {
  if (children.length > 0 || field === undefined) return '';
  if (field === 'complaint') return placeOfComplaint(last, value);
  return carried.includes(field) ? oneLine(sliceSpan(last.session.note.text, value)) : '';
}

/** The items below a field whose words go on: goals, home care. */
function carriedItems({ session: { note } }: NoteView, { field, value, children }: Field): readonly string[] {
  if (field === undefined || !carried.includes(field) || children.length === 0) return [];
  const listed = (block: Block): readonly Span[] => [
    block.kind === 'field' ? block.span : block.content,
    ...(block.kind === 'field' ? [] : block.children.flatMap(listed)),
  ];
  return [value, ...children.flatMap(listed)]
    .map((place) => oneLine(sliceSpan(note.text, place)).replace(/^[-*•–]\s+/, ''))
    .filter((item) => item !== '');
}

/** Of "low back pain, L > R, 6/10 at worst, worse with sitting" what and where it is: "low back pain, L > R, ". */
function placeOfComplaint(last: NoteView, at: Span): string {
  const { text } = last.session.note;
  const kept: string[] = [];
  let start = at.start;
  for (const whole of sliceSpan(text, at).split(/[,;]/)) {
    const score = listPainScores(text, { start, end: start + whole.length }, true)[0];
    // Of "neck pain at 6/10" the place goes on, and the score is today's.
    const part =
      score === undefined
        ? whole
        : whole
            .slice(0, score.span.start - start)
            .replace(/[\s(:~=]*(?:\b(?:at|is|was|of|about|now|today)\s*)*$/i, '');
    const own = { start, end: start + part.length };
    start += whole.length + 1;
    const isPlace = /^\s*(?:[LRB]|left|right|both)(?:\s*[>=<]\s*[LR])?\s*$/i.test(part);
    const named = last.session.mentions.some(
      ({ kind, assertion, span }) =>
        (kind === 'region' || (kind === 'condition' && assertion === 'present')) &&
        own.start <= span.start &&
        span.end <= own.end,
    );
    if (isPlace ? kept.length > 0 : named) kept.push(oneLine(part));
    else if (kept.length > 0) break;
  }
  return kept.length === 0 ? '' : `${kept.join(', ')}, `;
}

const duration = (note: Note): string => {
  const minutes = note.frontMatter?.durationMinutes?.value;
  return minutes === undefined ? '' : `${minutes} min`;
};

/** The lines of front matter that hold across sessions, as they were written. */
function lastingLines(note: Note): readonly string[] {
  const { frontMatter, text } = note;
  if (frontMatter === undefined) return [];
  return frontMatter.entries.flatMap((entry, index) => {
    if (!lasting.includes(entry.key.value)) return [];
    const next = frontMatter.entries[index + 1]?.key.span.start ?? frontMatter.body.end;
    return text.slice(entry.key.span.start, next).trimEnd().split(/\r?\n/);
  });
}

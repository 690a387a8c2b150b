// Writes snippets/soap-note.code-snippets. Headings come from the table of sections, labels from the table of fields.
// Every tab stop is empty: words that nobody typed have no place in a record.
import { followUpForm, noteForms } from '../server/src/core/features/note-forms';
import { fieldById } from '../server/src/core/note/fields';
import type { NoteType } from '../server/src/core/note/model';
import { sectionTable } from '../server/src/core/note/sections';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

type NamedSnippet = readonly [name: string, snippet: Snippet];

/** Stands for the next tab stop until the body is numbered. */
const stop = '$#';
const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
const now = `${today} $CURRENT_HOUR:$CURRENT_MINUTE`;

/** The file as VS Code reads it: by name, in the order written here. */
export function toSnippetFile(): string {
  const all = Object.fromEntries([...listNotes(), ...listSections(), ...listFields()]);
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

const noteNames: readonly (readonly [type: NoteType, name: string, description: string])[] = [
  ['initial', 'Initial note', 'First visit: history, medication, findings, first plan'],
  ['follow-up', 'Follow-up note', 'A session in a course of treatment'],
  ['wellness', 'Wellness note', 'A session without a complaint'],
  ['discharge', 'Discharge note', 'The last visit: outcome, what is left, care at home'],
];

function listNotes(): readonly NamedSnippet[] {
  return noteNames.map(([type, name, description]) => {
    const frontMatter = [
      '---',
      `client: ${stop}`,
      `date: ${now}`,
      `therapist: ${stop}`,
      `duration: ${stop}`,
      `type: ${type}`,
      `consent: ${stop}`,
      '---',
    ];
    const sections = sectionTable.flatMap(({ id, title }) => {
      const lines = noteForms[type][id];
      return lines === undefined ? [] : ['', `## ${title}`, ...lines.map(toLine)];
    });
    const body = toNumbered([...frontMatter, ...sections]);
    return [name, { prefix: `soap-note-${type}`, description, isFileTemplate: true, body }];
  });
}

function listSections(): readonly NamedSnippet[] {
  return sectionTable
    .filter((entry) => entry.canonical)
    .map(({ id, title }) => {
      const body =
        id === 'addendum'
          ? [`## ${title} ${today}, ${stop}: ${stop}`, stop]
          : [`## ${title}`, ...(followUpForm[id] ?? ['text']).map(toLine)];
      const description = id === 'addendum' ? 'What is added to a note later' : `The section ${title}`;
      return [title, { prefix: `section-${id}`, description, body: toNumbered(body) }];
    });
}

/** The value behind a label, where more than one empty stop helps. */
const valueForms: Readonly<Record<string, string>> = {
  complaint: `${stop}, ${stop}/10`,
  onset: `${stop} ago`,
  pain: `${stop}/10`,
  goals: `${stop} by ${stop}`,
  'range-of-motion': `${stop} ${stop}/${stop}°`,
  strength: `${stop} ${stop}/5`,
  vitals: `T ${stop} °C, BP ${stop}/${stop}, HR ${stop}`,
  response: `pain ${stop}/10 → ${stop}/10`,
  frequency: `${stop} for ${stop} weeks`,
};

/** Fields with a snippet of their own: the ones that stand in most notes. */
const commonFields = [
  'complaint',
  'health-update',
  'onset',
  'pain',
  'conditions',
  'medications',
  'allergies',
  'goals',
  'posture',
  'palpation',
  'range-of-motion',
  'strength',
  'special-tests',
  'vitals',
  'avoided',
  'position',
  'response',
  'progress',
  'frequency',
  'next-session',
  'home-care',
  'referral',
];

function listFields(): readonly NamedSnippet[] {
  const technique: NamedSnippet = [
    'Technique',
    {
      prefix: 'field-technique',
      description: 'A technique with region, side, minutes and pressure',
      body: toNumbered([`- ${stop}: ${stop}, ${stop} min, pressure ${stop}/5`]),
    },
  ];
  const fields = commonFields.map((id): NamedSnippet => {
    const { name, help } = findField(id);
    const body = toNumbered([`- ${name}: ${valueForms[id] ?? stop}`]);
    return [name, { prefix: `field-${id}`, description: help, body }];
  });
  return [technique, ...fields];
}

/** A line of a whole note: plain labels, as half a value such as `/10` must not stay behind where nothing was typed. */
function toLine(id: string): string {
  if (id === 'text') return `- ${stop}`;
  return `- ${findField(id).name}: ${stop}`;
}

function findField(id: string) {
  const field = fieldById(id);
  if (field === undefined) throw new Error(`The table of fields has no ${id}.`);
  return field;
}

/** Numbers the tab stops; the last one ends the snippet. */
function toNumbered(body: readonly string[]): readonly string[] {
  const last = body.join('\n').split(stop).length - 1;
  let count = 0;
  return body.map((line) =>
    line.replaceAll(stop, () => {
      count += 1;
      return count === last ? '$0' : `$${count}`;
    }),
  );
}

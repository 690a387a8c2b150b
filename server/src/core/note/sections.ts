// The table of sections and the headings that name them. Grammar, snippets, parser and docs agree with it by a test.
import { editDistance } from '../text/distance';
import { isPlain } from './lex';

/** A section of the note; `family-history` and `past-history` are headings inside Subjective that set context. */
export type SectionId =
  | 'subjective'
  | 'objective'
  | 'treatment'
  | 'assessment'
  | 'plan'
  | 'addendum'
  | 'family-history'
  | 'past-history';

export interface SectionEntry {
  readonly id: SectionId;
  /** The canonical heading, written by the formatter. */
  readonly title: string;
  /** Single letters and short forms that count only with a colon or dash behind them, or alone as a heading: `S:`. */
  readonly letters: readonly string[];
  /** Other headings, in any case and at any heading level; with `:` also where a line starts, if it leads on. */
  readonly headings: readonly string[];
  /** True if the formatter may ask for it and a snippet exists. */
  readonly canonical: boolean;
}

export const sectionTable: readonly SectionEntry[] = [
  {
    id: 'subjective',
    title: 'Subjective',
    letters: ['S', 'Subj', 'Sub'],
    canonical: true,
    headings: [
      'Subjective findings',
      'Subjective data',
      'Subjective assessment',
      'Subjective complaints',
      'Subjective information',
      'Subjective report',
      'History',
      'Client report',
      'Patient report',
      "Client's report",
      "Patient's report",
      'History of present illness',
      'HPI',
      'Chief complaint',
      'Presenting complaint',
      'Presenting problem',
      'Primary complaint',
      'Reason for visit',
      'Condition',
      'Data',
    ],
  },
  {
    id: 'objective',
    title: 'Objective',
    letters: ['O', 'Obj'],
    canonical: true,
    headings: [
      'Objective findings',
      'Objective data',
      'Objective information',
      'Objective observations',
      'Observation',
      'Observations',
      'Findings',
      'Clinical findings',
      'Exam',
      'Examination',
      'Physical exam',
      'Physical examination',
      'Palpation',
      'Palpation findings',
      'Special tests',
      'O/E',
      'On examination',
    ],
  },
  {
    id: 'treatment',
    title: 'Treatment',
    letters: ['T', 'Tx', 'Rx'],
    canonical: true,
    headings: [
      'Treatment provided',
      'Treatment given',
      'Treatment notes',
      'Treatment performed',
      'Treatment rendered',
      'Treatments',
      'Treatment today',
      "Today's treatment",
      'Massage',
      'Techniques',
      'Techniques used',
      'Modalities',
      'Intervention',
      'Interventions',
      'Actions',
      'Action',
      'Work done',
    ],
  },
  {
    id: 'assessment',
    title: 'Assessment',
    letters: ['A', 'Ax'],
    canonical: true,
    headings: [
      'Assessment and response',
      'Response',
      'Response to treatment',
      'Client response',
      'Patient response',
      'Evaluation',
      'Impression',
      'Analysis',
      'Outcome',
    ],
  },
  {
    id: 'plan',
    title: 'Plan',
    letters: ['P'],
    canonical: true,
    headings: [
      'Plan of care',
      'Treatment plan',
      'Assessment and plan',
      'Assessment & plan',
      'Assessment/plan',
      'A/P',
      'Plan and recommendations',
      'Plan & recommendations',
      'Plan/recommendations',
      'Recommendations',
      'Follow-up',
      'Follow up',
      'Next session',
      'Home care',
      'Homecare',
      'Self care',
      'Self-care',
    ],
  },
  { id: 'addendum', title: 'Addendum', letters: [], headings: ['Late entry', 'Amendment'], canonical: true },
  {
    id: 'family-history',
    title: 'Family history',
    letters: ['FHx', 'FH'],
    canonical: false,
    headings: ['Family hx', 'Family medical history'],
  },
  {
    id: 'past-history',
    title: 'Past medical history',
    letters: ['PMH', 'PMHx', 'PHx'],
    canonical: false,
    headings: [
      'Past history',
      'Medical history',
      'Past medical hx',
      'Previous history',
      'Past surgical history',
    ],
  },
];

/** What a heading's words name: a section's own name, its letter, or another word for it. */
export interface SectionName {
  readonly id: SectionId;
  readonly kind: 'title' | 'letter' | 'name';
}

const byName: ReadonlyMap<string, SectionName> = new Map(
  sectionTable.flatMap(({ id, title, letters, headings }): (readonly [string, SectionName])[] => [
    ...headings.map((name) => [name.toLowerCase(), { id, kind: 'name' }] as const),
    ...letters.map((name) => [name.toLowerCase(), { id, kind: 'letter' }] as const),
    [title.toLowerCase(), { id, kind: 'title' }] as const,
  ]),
);

/** The section that a heading names, in any case: `Subjective`, `S`, `HPI`, and `Assesment` with a slip in it. */
export function sectionByHeading(heading: string): SectionName | undefined {
  if (heading.length > 60) return undefined;
  const plain = isPlain(heading);
  // Most lines that could be a heading are sentences, and longer than any name.
  if (plain && heading.length > longestName) return undefined;
  const lower = heading.toLowerCase();
  const name = plain
    ? lower
    : lower
        .replace(/\s+/g, ' ')
        .replace(/\u2019/g, "'")
        .trim();
  return byName.get(name) ?? misspelt(name);
}

const longestName = Math.max(...[...byName.keys()].map(({ length }) => length));

const longTitles = sectionTable.flatMap(({ id, title }) =>
  title.length >= 8 ? [{ id, title: title.toLowerCase(), end: title.slice(-4).toLowerCase() }] : [],
);

/** The section whose own long name is one letter off; a plural is another word (`Objectives` are goals). */
function misspelt(name: string): SectionName | undefined {
  if (name.length < 8 || name.length > 12 || name.endsWith('s')) return undefined;
  for (const { id, title, end } of longTitles) {
    // One slip cannot change both the first letter and the ending.
    const alike = name.charCodeAt(0) === title.charCodeAt(0) || name.endsWith(end);
    if (alike && editDistance(name, title, 1) === 1) return { id, kind: 'title' };
  }
  return undefined;
}

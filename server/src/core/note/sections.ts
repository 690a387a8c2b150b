// The table of sections and the headings that name them. Grammar, snippets, parser and docs agree with it by a test.

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
  /** Other headings, in any case and at any heading level; with `:` also in running text at a line's start. */
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
      'History',
      'Client report',
      'Patient report',
      'History of present illness',
      'HPI',
      'Chief complaint',
      'Presenting complaint',
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
      'Observation',
      'Observations',
      'Findings',
      'Examination',
      'Physical exam',
      'Physical examination',
      'Palpation findings',
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
      'Session',
      'Session notes',
      'Massage',
      'Massage therapy',
      'Techniques',
      'Techniques used',
      'Modalities',
      'Intervention',
      'Interventions',
      'Actions',
      'Procedure',
      'Work done',
      'Activity',
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

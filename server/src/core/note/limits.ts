// The limits of the checks across visits: one table. A practice sets its own under `checks:` in practice.yaml. Where no
// source is named they are our judgement (general-knowledge).

export interface VisitLimitEntry {
  readonly key: string;
  /** What holds where the practice says nothing. */
  readonly usual: number;
  /** One line of help; how it usually is stands behind it. */
  readonly help: string;
}

export const visitLimits = [
  {
    key: 'clearance-days',
    usual: 180,
    help: 'Days for which a clearance that was to be asked for is waited for',
  },
  { key: 'cloned-percent', usual: 90, help: 'From which likeness on a section counts as copied, of 100' },
  { key: 'cloned-words', usual: 14, help: 'Words from which on one section alone counts as copied' },
  { key: 'consent-days', usual: 30, help: 'Days before its end that a consent is spoken of' },
  { key: 'late-days', usual: 7, help: 'Days that a visit may be late beyond `late-times` the planned gap' },
  { key: 'late-times', usual: 3, help: 'How many planned gaps may pass before a visit is called late' },
  { key: 'minutes-over', usual: 5, help: 'Minutes that treatment entries may exceed the session by' },
  { key: 'no-progress-days', usual: 14, help: 'Days that have to pass before no progress is spoken of' },
  {
    key: 'no-progress-measurements',
    usual: 3,
    help: 'Scores of an outcome measure without a change that matters before it is spoken of',
  },
  {
    key: 'no-progress-pain',
    usual: 4,
    help: 'Pain of ten below which a client is taken to come to stay well',
  },
  { key: 'no-progress-visits', usual: 4, help: 'Visits without less pain before it is spoken of' },
  { key: 'reassessment-days', usual: 7, help: 'Days after it was due that a reassessment is asked for' },
] as const satisfies readonly VisitLimitEntry[];

/** The name of a limit. */
export type VisitLimit = (typeof visitLimits)[number]['key'];

/** What holds where a practice says nothing, by the limit's name. */
export const usualLimits: ReadonlyMap<string, number> = new Map(
  visitLimits.map(({ key, usual }) => [key, usual]),
);

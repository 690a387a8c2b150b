// Fields of a practice's own: labels that its notes write before a colon, and what may stand behind them.

/** How the value of an own field is read. `choice`: one of its `values`. */
export const ownFieldValues = ['text', 'number', 'date', 'choice'] as const;

/** The sections in which a practice may have fields of its own. */
export const ownFieldSections = ['subjective', 'objective', 'treatment', 'assessment', 'plan'] as const;

/** A field as a practice writes it. */
export interface OwnField {
  readonly id: string;
  /** The label, as completion writes it. */
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly section: (typeof ownFieldSections)[number];
  readonly value: (typeof ownFieldValues)[number];
  /** For `choice`. */
  readonly values: readonly string[];
  /** For `number`: the bounds, both included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly required: boolean;
  readonly help: string;
}

/** What a practice asks of a shipped field: one of some values, or that it is there. */
export interface NarrowedField {
  /** The id of the shipped field. */
  readonly field: string;
  readonly values: readonly string[];
  readonly required: boolean;
}

// What a note mentions, and how each mention is meant.
import type { Phase, TermId, TermKind, TermRef } from '../knowledge/model';
import type { PartialDate, Side } from '../note/model';
import type { SectionId } from '../note/sections';
import type { Span } from '../text/span';

/**
 * How a mention is meant. For conditions and signs: present (chronic, treated and recent included), negated,
 * historical (over and done), possible (suspected, to be ruled out), hypothetical (condition, instruction, risk),
 * other-person. Techniques: done, planned, avoided, or one of negated, historical, hypothetical, other-person.
 * Medications: taken, stopped, or one of negated, possible, hypothetical, other-person.
 */
export const assertions = [
  'present',
  'negated',
  'historical',
  'hypothetical',
  'possible',
  'other-person',
  'done',
  'planned',
  'avoided',
  'taken',
  'stopped',
] as const;
export type Assertion = (typeof assertions)[number];

/** One mention of a known term. */
export interface Mention {
  readonly span: Span;
  readonly kind: TermKind;
  readonly id: TermId;
  readonly assertion: Assertion;
  /** The words that decided the assertion, such as `denies`. */
  readonly cue: Span | undefined;
  /** The stretch of text that speaks of it: its clause, or for a technique its part of the treatment entry. */
  readonly reach: Span;
  readonly section: SectionId | undefined;
  /** Attached to a condition or technique; for a region, its own side. */
  readonly side: Side | undefined;
  readonly regions: readonly RegionMention[];
  /** The stated time, for `DVT dx 10/28` or `MI 2 wks ago`; resolved against the note's date. */
  readonly when: PartialDate | undefined;
  readonly phase: Phase | undefined;
  /** Stated severity words, lower case: `severe`, `mild`, `advanced`, `uncontrolled`. */
  readonly severity: string | undefined;
  /** Other readings of an ambiguous short form that context did not exclude; then nothing may raise an error on it. */
  readonly otherReadings: readonly (TermRef | { readonly kind: 'other'; readonly meaning: string })[];
  /** How sure the match is: `exact`, `weak` (an everyday word), `misspelt` (one edit away). */
  readonly match: 'exact' | 'weak' | 'misspelt';
  /** True for a short form that nothing settles: it says nothing of the client, and the writer is asked. */
  readonly unsettled?: true;
  /** The word that is misspelt, and the word that it was read as, in lower case. */
  readonly slip?: { readonly span: Span; readonly word: string } | undefined;
}

export interface RegionMention {
  readonly id: TermId;
  readonly side: Side | undefined;
  readonly span: Span;
}

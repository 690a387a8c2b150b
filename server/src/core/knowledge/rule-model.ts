// Rules: what makes them speak, what they restrict, what clears them, and the examples that show them at work.
import type { Confidence, SourceRef, TermId } from './model';

/** What makes a rule a candidate. */
export type RuleCause =
  | { readonly condition: TermId }
  | { readonly medication: TermId }
  | { readonly medicationClass: string }
  | { readonly finding: string }
  | { readonly anyClient: true };

/** `all`, `tech:<id>` (with descendants), `family:<name>`, `trait:<name>`, `position:<name>`. */
export type RuleTarget = string;
export type Phase = 'acute' | 'subacute' | 'chronic';
export type LocalExtent =
  | 'site'
  | 'site-plus-margin'
  | 'site-plus-distal'
  | 'region'
  | 'limb-distal'
  | 'limb-whole';
export type RuleAction = 'refer-emergency' | 'withhold' | 'clearance' | 'avoid-area' | 'adapt';

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly anyOf: readonly RuleCause[];
  readonly phase: readonly Phase[];
  readonly severity: readonly string[];
  readonly qualifier: { readonly text: string; readonly phrases: readonly string[] } | undefined;
  /** A stated phase, severity or qualifier must be present, otherwise the rule stays silent. */
  readonly strict: boolean;
  readonly targets: readonly RuleTarget[];
  readonly scope: 'systemic' | 'local';
  readonly localExtent: LocalExtent | undefined;
  readonly regions: readonly TermId[];
  readonly level: 'absolute' | 'local' | 'relative';
  readonly action: RuleAction;
  readonly rationale: string;
  readonly saferAlternatives: readonly TermId[];
  readonly clearsWhen: string;
  readonly whenClearedApply: readonly string[];
  readonly reschedule: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly sourceDisagreement: string | undefined;
  readonly bestSourceAuthority: string;
  readonly confidence: Confidence;
  readonly examples: RuleExamples;
  /** The day on which the project last read the rule against its sources; undefined if never. */
  readonly reviewed: CivilDate | undefined;
  /** Months after which it is to be read again. */
  readonly reviewEvery: number;
}

/** Why a rule must stay silent in an example; one word for each way in which a note can be misread. */
export const exampleReasons = [
  'negated',
  'historical',
  'lapsed',
  'stopped',
  'other-person',
  'hypothetical',
  'other-region',
  'other-side',
  'other-technique',
  'lighter-pressure',
  'avoided',
  'other-position',
  'cleared',
  'wrong-phase',
  'wrong-severity',
  'other-trimester',
  'not-stated',
  'below-threshold',
] as const;
export type ExampleReason = (typeof exampleReasons)[number];

/** A small case that shows a rule at work. */
export interface RuleExample {
  readonly note: string;
  /** The client record as YAML, if there is one. */
  readonly record: string | undefined;
  /** The session's date, where it matters. */
  readonly date: CivilDate | undefined;
  /** Earlier notes of the same client. */
  readonly earlier: readonly { readonly date: CivilDate; readonly note: string }[];
  readonly why: ExampleReason | undefined;
}

export interface RuleExamples {
  /** Cases in which the rule speaks. */
  readonly flags: readonly RuleExample[];
  /** Cases in which it must not. */
  readonly allows: readonly RuleExample[];
}

/** A calendar day, `YYYY-MM-DD`. */
type CivilDate = string;

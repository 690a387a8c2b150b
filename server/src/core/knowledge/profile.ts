// What a profile of completeness holds: what a note and a client record must have in one place, or for one kind of work.
import type { SourceRef, TermId } from './model';

/** What a profile can ask a record for. Each is worked out by one row in rules/completeness/. */
export const requirementKinds = [
  'client',
  'client-record',
  'contact',
  'born',
  'guardian',
  'date',
  'start-time',
  'duration',
  'therapist',
  'licence',
  'entry-date',
  'late-entry',
  'signature',
  'reason',
  'health-update',
  'pre-existing-conditions',
  'contraindications',
  'medications',
  'allergies',
  'objective',
  'outcome-measure',
  'techniques',
  'areas-treated',
  'areas-avoided',
  'pressure',
  'response',
  'change',
  'assessment',
  'plan',
  'home-care',
  'consent',
  'session-consent',
  'sensitive-consent',
  'sensitive-rationale',
  'consent-scope',
] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** When a requirement holds. `condition`: the session treats a complaint; `sensitive`: a sensitive area was worked. */
export const requirementTimes = ['each', 'initial', 'later', 'condition', 'sensitive', 'minor'] as const;
export type RequirementTime = (typeof requirementTimes)[number];

/** One thing that a profile asks for. */
export interface ProfileRequirement {
  readonly id: RequirementKind;
  readonly when: RequirementTime;
  readonly level: 'error' | 'warning' | 'information';
  /** The rule that asks, as messages cite it: `WAC 246-830-565`. */
  readonly rule: string;
  /** What the rule says, or what to write. */
  readonly help: string;
  /** True if the text of the rule was not read in full and should be looked up. */
  readonly toCheck: boolean;
  readonly sources: readonly SourceRef[];
}

/** What a note and a client record must hold in one place, or for one kind of work. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The profile whose requirements hold too, where this one does not name them. */
  readonly basis: string | undefined;
  /** Consent has to be in writing, and holds for so many months where the record gives no end. */
  readonly consent: { readonly written: boolean; readonly months: number | undefined };
  /** Regions that want a consent of their own, and whether before each session. */
  readonly sensitive: { readonly regions: readonly TermId[]; readonly eachSession: boolean };
  readonly requirements: readonly ProfileRequirement[];
  /** What the rules also ask for and no note can show. */
  readonly notChecked: readonly string[];
}

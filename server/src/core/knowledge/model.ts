// The clinical knowledge as the engine sees it: compiled from knowledge/*.yaml, validated, read-only.
import type { Profile } from './profile';

import type { Rule } from './rule-model';

export * from './rule-model';

/** Kebab-case id of an entry, unique within its kind, such as `deep-tissue`. */
export type TermId = string;

/** What kinds of things a note can mention. `sign` is a feature of a red flag; `position` how the client lies. */
export const termKinds = [
  'technique',
  'condition',
  'medication',
  'region',
  'sign',
  'position',
  'measure',
] as const;
export type TermKind = (typeof termKinds)[number];

export type Confidence = 'high' | 'medium' | 'low';

/** A source by its id, or the plain admission that there is none. */
export type SourceRef = { readonly ref: string } | { readonly kind: 'general-knowledge' };

/** What every mentionable entry has. Weak synonyms are everyday words that need clinical context to count. */
export interface Term {
  readonly id: TermId;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly abbreviations: readonly string[];
  readonly weakSynonyms: readonly string[];
}

export const traits = [
  'circulatory',
  'stretch',
  'joint-movement',
  'heat',
  'cold',
  'percussive',
  'suction',
  'instrument',
  'friction',
  'electrical',
  'ischaemic-compression',
  'vibration',
  'lymph-moving',
  'thrust',
  'skin-break',
  'aromatic',
  'adhesive',
] as const;
export type Trait = (typeof traits)[number];
/** Least pressure first. */
export const depths = ['light', 'moderate', 'deep'] as const;
export type Depth = (typeof depths)[number];

export interface Technique extends Term {
  readonly family: string;
  readonly parent: TermId | undefined;
  /** The usual depth; a pressure stated in the note overrides it. */
  readonly depth: Depth;
  readonly traits: readonly Trait[];
  /** Typical time: `2-10 per region`. */
  readonly typicalMinutes: string | undefined;
  readonly description: string;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

/** How long a condition stays true after it was last stated. */
export interface Course {
  /** acute: over by itself within `lapsesAfterDays`; episodic: flares; chronic: until stated otherwise; event: a date that recedes. */
  readonly kind: 'acute' | 'episodic' | 'chronic' | 'event';
  /** Days after the last statement (or the onset) when it no longer counts as present; absent = never. */
  readonly lapsesAfterDays: number | undefined;
  /** True for a therapy: what a record lists goes on until it says that it ended, however long ago it began. */
  readonly untilEnded: boolean;
  /** Days from onset during which it is acute, then subacute; after both it is chronic. */
  readonly acuteDays: number | undefined;
  readonly subacuteDays: number | undefined;
  /** What an over-and-done mention becomes, such as myocardial-infarction → old-myocardial-infarction. */
  readonly becomes: TermId | undefined;
  /** Conditions that are over once this one is there: a birth ends the pregnancy. */
  readonly ends: readonly TermId[];
}

export interface Condition extends Term {
  readonly category: string;
  readonly region: TermId | undefined;
  /** True if it sits at some one place, which only the words can say: a fracture, cellulitis. */
  readonly local?: boolean;
  readonly flags: readonly string[];
  /** Category for grouping, not for billing; absent where none fits. */
  readonly icd10cm: string | undefined;
  readonly icdFit: 'direct' | 'nearest-category' | 'none';
  readonly course: Course;
  /** What a possible reading is, such as deep-vein-thrombosis → suspected-dvt. */
  readonly suspected: TermId | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

/** `name` is the generic name; `synonyms` hold the brands. */
export interface Medication extends Term {
  readonly class: string;
  readonly alsoClasses: readonly string[];
  readonly note: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export interface MedicationClass {
  readonly id: string;
  readonly name: string;
  readonly whyItMatters: string;
  readonly massageAdvice: string;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export interface Region extends Term {
  readonly kind: 'region' | 'subregion' | 'joint' | 'landmark' | 'spinal-level' | 'muscle';
  readonly parent: TermId | undefined;
  readonly laterality: 'paired' | 'midline' | 'mixed';
  /** Words that name this place inside a longer phrase: TKR means a knee, scaphoid a wrist. */
  readonly impliedBy?: readonly string[];
  /** The limb that it is part of; absent for head and trunk. */
  readonly limb?: 'arm' | 'leg';
  /** Its place along the limb: 1 is nearest to the trunk. */
  readonly rank?: number;
}

export interface EndangermentSite {
  readonly id: string;
  readonly name: string;
  readonly region: TermId;
  readonly structures: string;
  readonly guidance: string;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export type Position = Term;

/** One comparison of a value in the note; all given bounds must hold. Units are the measure's own. */
export type FindingTest =
  | {
      readonly value: string;
      readonly above?: number;
      readonly atLeast?: number;
      readonly below?: number;
      readonly atMost?: number;
    }
  | { readonly condition: TermId }
  | { readonly sign: TermId }
  | { readonly redFlag: string };

/** A sign that can be read from values in the note: met if all tests of any one group hold. */
export interface VitalFinding {
  readonly id: string;
  readonly name: string;
  readonly anyOf: readonly (readonly FindingTest[])[];
  readonly note: string | undefined;
  readonly sources: readonly SourceRef[];
}

export interface RedFlagFeature {
  /** The sign's id, unique over all red flags; shared features share one sign. */
  readonly sign: TermId;
}

export interface RedFlag {
  readonly id: string;
  readonly title: string;
  readonly features: readonly RedFlagFeature[];
  readonly minimumFeatures: number;
  /** What the pattern is kept for; absent where that is no condition (abuse). */
  readonly suspect: TermId | undefined;
  readonly urgency: 'emergency' | 'same-day' | 'urgent' | 'soon';
  readonly action: string;
  readonly note: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

/** A feature of a red flag (or other bodily sign): matched by phrases, or by a condition's own mention. */
export interface Sign extends Term {
  readonly conditions: readonly TermId[];
}

/** Outcome measures, clinical scales and vital signs, mentioned by name or abbreviation. */
export interface Measure extends Term {
  readonly family: 'scale' | 'outcome' | 'vital';
  readonly unit: string | undefined;
  readonly range: readonly [number, number] | undefined;
  /** What a score may be written out of, the usual one first: 50 for `NDI 18/50`. Empty if it is not checked. */
  readonly totals: readonly number[];
  /** Whether it is also written in per cent. */
  readonly percent: boolean;
  readonly direction: string | undefined;
  /** The smallest change that matters to clients, as the source words it. */
  readonly importantChange: string | undefined;
  /** The same as a number: 9 points of 80. */
  readonly important: { readonly change: number; readonly of: number } | undefined;
  readonly note: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export interface RangeOfMotionNorm {
  readonly joint: string;
  readonly movement: string;
  readonly region: TermId;
  readonly aaosDegrees: number | undefined;
  readonly amaDegrees: number | undefined;
  readonly unit: string;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export type EvidenceStrength = 'high' | 'moderate' | 'low' | 'mixed';

export interface Indication {
  readonly id: string;
  readonly conditions: readonly TermId[];
  readonly techniques: readonly TermId[];
  readonly populations: readonly string[];
  readonly evidence: string;
  readonly evidenceStrength: EvidenceStrength;
  readonly caution: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export interface VisitFrequency {
  readonly id: string;
  readonly phase: string;
  readonly when: string;
  readonly guidance: string;
  readonly daysBetweenMin: number;
  readonly daysBetweenMax: number;
  readonly until: string;
  readonly note: string | undefined;
  readonly sources: readonly SourceRef[];
  readonly confidence: Confidence;
}

export interface TermRef {
  readonly kind: TermKind;
  readonly id: TermId;
}

/** A reading, with words that speak for it when they stand in the same statement. */
export interface AmbiguousCandidate extends TermRef {
  readonly near: readonly string[];
}

/** A meaning outside the knowledge base, with words that speak for it when they stand right before. */
export interface OutsideMeaning {
  readonly kind: 'other';
  readonly meaning: string;
  readonly near: readonly string[];
}

/** A short form with several readings; `other` readings lie outside the knowledge base. */
export interface AmbiguousTerm {
  readonly term: string;
  readonly candidates: readonly (AmbiguousCandidate | OutsideMeaning)[];
  /** The reading to take without asking where no near word and no section speaks for another. */
  readonly usual: TermRef | { readonly kind: 'other'; readonly meaning: string } | undefined;
  readonly hint: string;
}

export interface SourceEntry {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly year: string | undefined;
  readonly url: string | undefined;
  readonly authority: Confidence;
  readonly note: string | undefined;
}

/** Everything, in the order of the files. The compiled file `dist/knowledge.json` holds this, compact. */
export interface KnowledgeData {
  readonly techniques: readonly Technique[];
  readonly conditions: readonly Condition[];
  readonly medicationClasses: readonly MedicationClass[];
  readonly medications: readonly Medication[];
  readonly regions: readonly Region[];
  readonly endangermentSites: readonly EndangermentSite[];
  readonly positions: readonly Position[];
  readonly findings: readonly VitalFinding[];
  readonly rules: readonly Rule[];
  readonly signs: readonly Sign[];
  readonly redFlags: readonly RedFlag[];
  readonly measures: readonly Measure[];
  readonly rangeOfMotion: readonly RangeOfMotionNorm[];
  readonly indications: readonly Indication[];
  readonly visitFrequencies: readonly VisitFrequency[];
  readonly ambiguousTerms: readonly AmbiguousTerm[];
  /** Phrases that hold a clinical word and do not mean it: "stroke of luck". */
  readonly everydayPhrases: readonly string[];
  /** Words that are never read as a misspelling of a word of this base. */
  readonly lookAlikes: {
    readonly pairs: readonly (readonly [string, string])[];
    readonly words: readonly string[];
  };
  readonly profiles: readonly Profile[];
  readonly sources: readonly SourceEntry[];
}

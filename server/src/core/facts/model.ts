// What is known: facts with the sentence that each came from.
import type { Depth, Phase, TermId } from '../knowledge/model';
import type { Mention, RegionMention } from '../mentions/model';
import type {
  CivilDate,
  ClearanceEntry,
  ClientRecord,
  Note,
  OverrideEntry,
  PartialDate,
  Side,
} from '../note/model';
import type { Source, Span, Uri } from '../text/span';
import type { Visits } from './visits';

/** How sure a fact is. `carried`: stated in an earlier note, not in the record; `possible`: suspected or a guess. */
export type Certainty = 'stated' | 'carried' | 'possible';

/** A condition that holds, or may hold, at the session's date. */
export interface ConditionFact {
  readonly kind: 'condition';
  readonly id: TermId;
  readonly certainty: Certainty;
  /** True if it is over and done: never raises an alarm by itself. */
  readonly historical: boolean;
  /** True if it stands for something that is over, such as history-of-vte for a clot of 2015: a precaution, no alarm. */
  readonly past: boolean;
  readonly regions: readonly { readonly id: TermId; readonly side: Side | undefined }[];
  readonly onset: PartialDate | undefined;
  /** Stated, or worked out from the onset and the condition's course; undefined if unknown. */
  readonly phase: Phase | undefined;
  readonly severity: string | undefined;
  /** The weaker the match, the lower what it may raise: an everyday word. */
  readonly weak: boolean;
  /** The word that a misspelt one was read as, in lower case; undefined where all is written as the base has it. */
  readonly readAs: string | undefined;
  readonly source: Source;
  /** Other statements of the same fact. */
  readonly also: readonly Source[];
  /** Statements that say otherwise: over, in the record; active, in a note. Shown, and a doubt. */
  readonly against: readonly Source[];
  /** True if the record calls it active although its course would have ended it by now. */
  readonly mayBeOver: boolean;
  /** When the source was written. */
  readonly statedOn: CivilDate | undefined;
  /** For a pregnancy: the day it is due, as stated or reckoned from the stated weeks. */
  readonly due?: CivilDate | undefined;
}

/** What a condition fact must say; what is not given is unknown, nowhere stated again, and not in dispute. */
export const conditionFact = (
  fact: Pick<ConditionFact, 'id' | 'certainty' | 'source' | 'statedOn'> & Partial<ConditionFact>,
): ConditionFact => ({
  // Each key in its place, so that all facts are of one shape: they are copied and compared for every note.
  kind: 'condition',
  historical: fact.historical ?? false,
  past: fact.past ?? false,
  regions: fact.regions ?? [],
  onset: fact.onset,
  phase: fact.phase,
  severity: fact.severity,
  weak: fact.weak ?? false,
  readAs: fact.readAs,
  also: fact.also ?? [],
  against: fact.against ?? [],
  mayBeOver: fact.mayBeOver ?? false,
  id: fact.id,
  certainty: fact.certainty,
  source: fact.source,
  statedOn: fact.statedOn,
  due: fact.due,
});

export interface MedicationFact {
  readonly kind: 'medication';
  readonly id: TermId;
  readonly certainty: Certainty;
  readonly since: PartialDate | undefined;
  readonly weak: boolean;
  readonly readAs: string | undefined;
  readonly source: Source;
  readonly also: readonly Source[];
  readonly against: readonly Source[];
  readonly statedOn: CivilDate | undefined;
}

/** A vital-sign finding that is met by values in today's note, such as `temp-ge-38`. */
export interface FindingFact {
  readonly kind: 'finding';
  readonly id: string;
  readonly certainty: Certainty;
  readonly source: Source;
}

export type Fact = ConditionFact | MedicationFact | FindingFact;

/** True for words that the base does not have as they stand: an everyday word, or a misspelt one. */
export const isLooselyWritten = ({ weak, readAs }: ConditionFact | MedicationFact): boolean =>
  weak || readAs !== undefined;

/** True for what is stated, in words that are written as the base has them. */
export const isSurelyStated = (fact: ConditionFact | MedicationFact): boolean =>
  fact.certainty === 'stated' && !isLooselyWritten(fact);

/** True for what may not be meant at all: suspected, one of several readings, an everyday word or a misspelt one. */
export const isGuess = (fact: ConditionFact | MedicationFact): boolean =>
  fact.certainty === 'possible' || isLooselyWritten(fact);

/** A technique that was done or is planned, with where, how deep and how long. */
export interface TechniqueUse {
  readonly mention: Mention;
  readonly id: TermId;
  readonly status: 'done' | 'planned';
  readonly regions: readonly RegionMention[];
  /** The stated pressure if there is one, else the technique's usual depth. */
  readonly depth: Depth;
  readonly minutes: number | undefined;
}

/** What one note says about its session. */
export interface Session {
  readonly uri: Uri;
  readonly note: Note;
  /** The note's date, from front matter or file name. */
  readonly date: CivilDate | undefined;
  readonly clientId: string | undefined;
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
  readonly techniques: readonly TechniqueUse[];
  readonly values: readonly Value[];
}

/** A measured value in the note: `temperature` 38.2 for `T 38.2 °C`. Units as in the measure's entry. */
export interface Value {
  readonly measure: string;
  readonly value: number;
  readonly side: Side | undefined;
  readonly span: Span;
}

export interface RecordFile {
  readonly uri: Uri;
  readonly record: ClientRecord;
}

/** Everything known of a client as of one session's date. */
export interface ClientView {
  readonly id: string | undefined;
  readonly record: RecordFile | undefined;
  /** The record in the note's folder that is another client's, and so counts for nothing here. */
  readonly beside?: RecordFile;
  /** Sessions before this one, oldest first. */
  readonly earlier: readonly Session[];
  /** The same as a chain: the last of them with those before it. */
  readonly visits: Visits<Session> | undefined;
  /** Sorted facts that hold at the session's date: this note's, the record's, earlier notes'. */
  readonly facts: readonly Fact[];
  readonly clearances: readonly { readonly entry: ClearanceEntry; readonly source: Source }[];
  readonly overrides: readonly { readonly entry: OverrideEntry; readonly source: Source }[];
}

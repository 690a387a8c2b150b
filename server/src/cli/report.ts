// What every report format prints: findings with places as people count them, and how much was checked.
import type { Severity } from '../core/index';
import type { Paint } from './console';

/** A place: all numbers from 1, columns in UTF-16 code units, the end just behind the last character. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a finding says in words. They speak of the client: reports that leave the house go without. */
export interface FindingWords {
  readonly message: string;
  readonly because: readonly (ReportedPlace & { readonly text: string })[];
  /** The line that the finding stands on, for formats that show it. */
  readonly excerpt?: string;
}

export interface ReportedFinding extends ReportedPlace {
  readonly endLine: number;
  readonly endColumn: number;
  /** Both columns in bytes of UTF-8, where those differ. */
  readonly bytes?: readonly [column: number, endColumn: number];
  readonly severity: Severity;
  readonly rule: string;
  /** The same for the same finding wherever its line moves: 32 hexadecimal digits. */
  readonly fingerprint: string;
  readonly words?: FindingWords;
}

/** How much was checked: silence must not read as "safe". */
export interface CheckedAmount {
  readonly notes: number;
  readonly records: number;
  /** Different clients among the notes and records asked about. */
  readonly clients: number;
  /** Files that were read only because they tell more about these clients. */
  readonly context: number;
  readonly rules: number;
}

/** One of several runs that share the work: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The outcome of a check. Findings are sorted by file, then as the editor sorts them. */
export interface CheckReport {
  readonly findings: readonly ReportedFinding[];
  readonly checked: CheckedAmount;
  /** All files asked about that could be read, sorted, as they are shown. */
  readonly files: readonly string[];
  /** Whole lines about what could not be read. */
  readonly failures: readonly string[];
  /** The least serious finding that is shown. */
  readonly level: Severity;
  /** How many findings the baseline knows, which are not among `findings`. */
  readonly known: number;
  readonly shard?: Shard;
}

/** What a format may use beside the report. */
export interface ReportContext {
  readonly paint: Paint;
  readonly version: string;
  /** What a rule is about, in words that speak of no client. */
  readonly titleOf: (rule: string) => string;
  /** The least serious finding that fails. */
  readonly failOn: Severity | 'never';
}

/** A report format. One file each in report/, listed in report-table.ts. */
export interface ReportFormat {
  readonly name: string;
  /** What it shows by itself; `codes` are rule ids and places, which may leave the house. */
  readonly carries: 'codes' | 'words' | 'excerpts';
  print(report: CheckReport, context: ReportContext): string;
}

/** What a finding says: in its own words if the report has them, else what its rule is about. */
export const sayFinding = (finding: ReportedFinding, { titleOf }: ReportContext): string =>
  finding.words?.message ?? titleOf(finding.rule);

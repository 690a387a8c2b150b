// What every report format prints: findings with places as people count them, and how much was checked.
import type { Severity } from '../core/index';
import type { Paint } from './console';

/** A place: all numbers from 1, columns in UTF-16 code units, the end just behind the last character. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ReportedFinding extends ReportedPlace {
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly because: readonly (ReportedPlace & { readonly text: string })[];
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

/** The outcome of a check. Findings are sorted by file, then as the editor sorts them. */
export interface CheckReport {
  readonly findings: readonly ReportedFinding[];
  readonly checked: CheckedAmount;
  /** The least serious finding that is shown. */
  readonly level: Severity;
}

/** A report format. One file each in report/, listed in report-table.ts. */
export interface ReportFormat {
  readonly name: string;
  print(report: CheckReport, paint: Paint): string;
}

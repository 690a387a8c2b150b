// What a check is: one question about a note, answered by findings. One file each in checks/, listed in registry.ts.
import type { CivilDate, Note, Parsed, Practice } from '../note/model';
import type { Settings } from '../settings';
import type { Finding } from './finding';
import type { Case } from './match';

/** What a check sees. */
export interface CheckInput extends Case {
  readonly parsed: Parsed<Note>;
  /** The settings of the practice that the note belongs to: the nearest `practice.yaml` upward. */
  readonly practice: Practice | undefined;
  readonly settings: Settings;
  /** The day it is, as against the session's date. */
  readonly today: CivilDate;
}

export interface Check {
  /** The file's name, kebab-case. */
  readonly name: string;
  readonly run: (input: CheckInput) => readonly Finding[];
}

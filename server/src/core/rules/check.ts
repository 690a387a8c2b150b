// What a check is: one question about a note, answered by findings. One file each in checks/, listed in registry.ts.
import type { Note, Parsed } from '../note/model';
import type { Finding } from './finding';
import type { Case } from './match';

/** What a check sees. */
export interface CheckInput extends Case {
  readonly parsed: Parsed<Note>;
}

export interface Check {
  /** The file's name, kebab-case. */
  readonly name: string;
  readonly run: (input: CheckInput) => readonly Finding[];
}

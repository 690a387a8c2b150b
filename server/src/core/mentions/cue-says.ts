// What the rows of one cue say together. Scopes ask for it at every cue that they pass; it is worked out once a phrase.
import type { CueMeaning, CueRow } from './cues';

/** The rows of one phrase of the cue table: forward and backward, or by kind. */
export interface CuePhrase {
  readonly rows: CueRow[];
  /** Undefined until a text holds the phrase: until then rows may be added. */
  says: CueSays | undefined;
}

/** What the rows of a phrase say together. */
export interface CueSays {
  /** The rows that speak of what stands behind the cue, and of what stands before it. */
  readonly ahead: readonly CueRow[];
  readonly behind: readonly CueRow[];
  /** It says something of both sides at once. */
  readonly both: boolean;
  /** It can point either way with one meaning: "denied". */
  readonly eitherWay: boolean;
  readonly deniesBehind: boolean;
  readonly deniesAhead: boolean;
  readonly insistsAhead: boolean;
  /** A row leads forward, if only to close what is open. */
  readonly leads: boolean;
  readonly ends: boolean;
  /** A row turns back to the client; `onlyClient` if all do. */
  readonly client: boolean;
  readonly onlyClient: boolean;
}

/** What a phrase says. */
export function saysOf(phrase: CuePhrase): CueSays {
  phrase.says ??= summarise(phrase.rows);
  return phrase.says;
}

function summarise(rows: readonly CueRow[]): CueSays {
  const forward = rows.filter((row) => row.direction === 'forward');
  const behind = rows.filter((row) => row.direction === 'backward');
  const says = (some: readonly CueRow[], meaning: CueMeaning): boolean =>
    some.some((row) => row.meaning === meaning);
  const eitherWay = (meaning: CueMeaning): boolean => says(forward, meaning) && says(behind, meaning);
  return {
    ahead: forward.filter(({ meaning }) => meaning !== 'pseudo' && meaning !== 'end' && meaning !== 'client'),
    behind,
    both: rows.some((row) => row.both === true),
    eitherWay: eitherWay('negated') || eitherWay('avoided'),
    deniesBehind: says(behind, 'negated'),
    deniesAhead: says(forward, 'negated'),
    insistsAhead: forward.some((row) => row.insists === true),
    leads: forward.some((row) => row.meaning !== 'pseudo'),
    ends: says(rows, 'end'),
    client: says(rows, 'client'),
    onlyClient: rows.every((row) => row.meaning === 'client'),
  };
}

// Remembers how statements were judged: while a therapist types, all lines but one stay as they were.
import type { CivilDate } from '../note/model';
import { type Span, sliceSpan, span } from '../text/span';
import type { Mention } from './model';
import type { Statement } from './statements';

/** Mentions of a statement, and where the statement began. */
interface Remembered {
  readonly start: number;
  readonly mentions: readonly Mention[];
}

/**
 * Judged statements by all that their judgement depends on. It stays in this process and is bounded. A statement is
 * kept when it comes a second time: who reads every note once pays nothing for it.
 */
export class StatementMemory {
  readonly #known = new Map<string, Remembered | typeof byDay>();
  /** The hash that was seen last of those that share a place. */
  readonly #seen = new Int32Array(places);

  /**
   * The mentions of a statement that are remembered, at their new place. Else the key under which to keep them once it
   * is judged; undefined for one that is not to be kept.
   */
  recall(text: string, statement: Statement, date: CivilDate): readonly Mention[] | string | undefined {
    const { start, end } = statement.span;
    if (end - start > longest) return undefined;
    const hash = hashOf(text, start, end);
    const place = (hash ^ (hash >>> 16)) & (places - 1);
    if (this.#seen[place] !== hash) {
      this.#seen[place] = hash;
      return undefined;
    }
    const key = keyOf(text, statement);
    const kept = this.#known.get(key);
    const known = kept === byDay ? this.#known.get(keyOfDay(key, date)) : kept;
    return known === undefined || known === byDay ? key : moveMentions(known.mentions, start - known.start);
  }

  /** Remembers the mentions of a statement that begins at an offset; `day` is the day that they count for, if only for one. */
  keep(key: string, start: number, mentions: readonly Mention[], day: CivilDate | undefined): void {
    if (this.#known.size >= most) this.#known.clear();
    if (day !== undefined) this.#known.set(key, byDay);
    this.#known.set(day === undefined ? key : keyOfDay(key, day), { start, mentions });
  }
}

/** Stands for a statement that says something else on another day: "MI 2 wks ago". */
const byDay = 'by day';

const keyOfDay = (key: string, day: CivilDate): string => `${day} ${key}`;

const places = 1 << 13;
const most = 5_000;
const longest = 2_000;

/**
 * A number for a stretch of text (FNV-1a over every third character and all of its end); two texts may share one, which
 * only costs a look.
 */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  const rest = Math.max(start, end - longestEnd);
  for (let i = start; i < rest; i += 3) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  for (let i = rest; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

const longestEnd = 8;

/** The text of a statement with its column, place and lead: nothing but a day decides beside them how it is judged. */
function keyOf(text: string, statement: Statement): string {
  const column = columnOf(text, statement.span.start);
  const lead = statement.lead === undefined ? '' : sliceSpan(text, statement.lead);
  const place = `${statement.section ?? ''} ${statement.context ?? ''} ${statement.checked ?? ''}`;
  return `${column} ${place}\n${lead}\n${sliceSpan(text, statement.span)}`;
}

/** The column of a place; far along an endless line all columns are alike. */
function columnOf(text: string, at: number): number {
  const first = Math.max(0, at - longest);
  let from = at;
  while (from > first && text.charCodeAt(from - 1) !== lineFeed) from--;
  return at - from;
}
const lineFeed = 10;

function moveMentions(mentions: readonly Mention[], by: number): readonly Mention[] {
  if (by === 0) return mentions;
  const move = (at: Span): Span => span(at.start + by, at.end + by);
  return mentions.map((mention) => ({
    ...mention,
    span: move(mention.span),
    cue: mention.cue && move(mention.cue),
    reach: move(mention.reach),
    regions: mention.regions.map((region) => ({ ...region, span: move(region.span) })),
    ...(mention.slip === undefined ? {} : { slip: { ...mention.slip, span: move(mention.slip.span) } }),
  }));
}

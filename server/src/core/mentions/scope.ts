// The assertion engine: which cue reaches which mention. One pass over the words of a clause for each cue, bounded by
// its reach, so the work is linear in the text.
import type { CueMatch } from './cue-trie';
import { valueTails } from './cues';
import { and } from './list-items';
import { type Clause, lowerBound, type Parts } from './parts';
import { Context, type Reached, type ReachedCues, toReached } from './reach';
import { forwardTargets } from './scope-ahead';
import { backwardTargets } from './scope-behind';
import { sideWords } from './sides';
import type { Token } from './tokens';

/** Adds the cues of a clause to the targets that they reach. */
export function reachTargets(parts: Parts, clause: Clause, reached: ReachedCues): void {
  const { tokens, cues } = parts;
  const first = lowerBound(cues, clause.from);
  if (first >= cues.length || (cues[first]?.from ?? clause.to) >= clause.to) return;
  const context = new Context(parts, clause);
  for (let at = first; at < cues.length; at++) {
    const cue = cues[at];
    if (cue === undefined || cue.from >= clause.to) break;
    const { ahead, behind, both } = cue.says;
    let found = false;
    const ended = endsItsPart(parts, cue);
    for (const row of ahead) {
      if (ended && row.meaning === 'negated') continue;
      for (const index of forwardTargets(context, cue, row)) {
        reached.add(index, toReached(row, cue));
        found = true;
      }
    }
    if (behind.length === 0) continue;
    // A word that can point both ways ("denied") points back only if it found nothing ahead.
    if (found && !both && !isVersus(tokens[cue.from])) continue;
    const beside = saysOfNext(parts, clause, cue);
    for (const row of behind) {
      for (const index of backwardTargets(context, cue, row, beside)) reached.add(index, toReached(row, cue));
      // "In her last pregnancy": the pregnancy itself is past.
      for (let i = cue.from; i < cue.to; i++) {
        const index = parts.targetAt.get(i);
        if (index !== undefined) reached.add(index, toReached(row, cue));
      }
    }
  }
}

const isVersus = (token: Token | undefined): boolean => token?.norm === 'vs' || token?.norm === 'versus';

const endsPart: ReadonlySet<string> = new Set([',', '(', '-', '–']);

/**
 * "DVT unlikely, afebrile", "CTS unlikely (thumb ok)": a word that can point both ways, between a mention and a mark,
 * speaks of the mention.
 */
const endsItsPart = ({ tokens, targetEnd }: Parts, cue: CueMatch): boolean =>
  cue.says.deniesBehind && endsPart.has(tokens[cue.to]?.norm ?? '') && targetEnd.has(cue.from - 1);

/**
 * "Reports neck pain, denies numbness": a word that can point both ways points back over no comma if anything follows
 * that it can speak of, even what the base does not know. "Denied by client", "negative on the left" point back.
 */
function saysOfNext({ tokens }: Parts, clause: Clause, cue: CueMatch): boolean {
  if (!cue.says.eitherWay) return false;
  const next = tokens[cue.to];
  if (next === undefined || cue.to >= clause.to || !next.word) return false;
  return (
    !behindDenial.has(next.norm) &&
    !valueTails.has(next.norm) &&
    !sideWords.has(next.norm) &&
    !and.has(next.norm)
  );
}

// What may stand behind "denied" and "negative" when they speak of what stands before them.
const behindDenial: ReadonlySet<string> = new Set(
  'by on in at with after via per as but so this that from for then though however today throughout during since again also too x2 x3 when while to yesterday last both all'.split(
    ' ',
  ),
);

/**
 * "Denies:" at the end of a line leads the lines below it, up to the next such line: its cues reach every target of
 * theirs.
 */
export function reachLedLines(parts: Parts, clauses: readonly Clause[], reached: ReachedCues): void {
  let led: readonly Reached[] = [];
  for (const clause of clauses) {
    const colon = lastColonOfLine(parts.tokens, clause);
    if (colon >= 0) {
      const cue = parts.cues.find((entry) => entry.from >= clause.from && entry.to === colon);
      led = (cue?.rows ?? []).flatMap((row) =>
        row.direction === 'forward' && row.list === true && cue !== undefined ? [toReached(row, cue)] : [],
      );
      continue;
    }
    if (led.length === 0) continue;
    for (let i = clause.from; i < clause.to; i++) {
      const index = parts.targetAt.get(i);
      if (index !== undefined) for (const cue of led) reached.add(index, cue);
    }
  }
}

/** The last colon of a clause that a new line follows, or -1. */
function lastColonOfLine(tokens: readonly Token[], clause: Clause): number {
  for (let i = clause.to - 1; i >= clause.from; i--)
    if (tokens[i + 1]?.newLine === true && tokens[i]?.norm === ':') return i;
  return -1;
}

// Finds what a note mentions and how each mention is meant.
import type { Knowledge } from '../knowledge/knowledge';
import type { CivilDate, Note } from '../note/model';
import { parseNote } from '../note/parse';
import type { Verdict } from './decide';
import { type GuessedKind, guessKind } from './guess-kind';
import { byPlace, judge, targetOf } from './judge';
import { getLexicon, type Lexicon } from './lexicon';
import type { Assertion, Mention } from './model';
import { listStatements, type Statement } from './statements';
import { tokenize } from './tokens';
import { type Wanted, type Work, workAt } from './work';

/** What judging a note needs to know besides its text. */
export interface MentionOptions {
  /** The note's date, or today where it has none: "2 wks ago" counts from here. */
  readonly date: CivilDate;
}

/** Finds all mentions of a note or text, in the order of the text. Linear in the text; never throws. */
export function findMentions(
  text: string | Note,
  kb: Knowledge,
  options: MentionOptions,
): readonly Mention[] {
  const note = typeof text === 'string' ? parseNote(text).value : text;
  const lexicon = getLexicon(kb);
  const statements = listStatements(note);
  const mentions: Mention[] = [];
  for (let from = 0; from < statements.length; from += together) {
    const to = Math.min(from + together, statements.length);
    // One by one: an endless line holds more mentions than a call takes arguments.
    for (const found of recallOrJudge(lexicon, note.text, statements, from, to, options))
      for (const mention of found) mentions.push(mention);
  }
  return isInOrder(mentions) ? mentions : mentions.sort(byPlace);
}

/** So many statements are judged together: a common note has fewer, and what an endless one needs is bounded. */
const together = 32;

/** The mentions of the statements `[from, to)`: those remembered, and those of the others, which are judged together. */
function recallOrJudge(
  lexicon: Lexicon,
  text: string,
  statements: readonly Statement[],
  from: number,
  to: number,
  { date }: MentionOptions,
): readonly (readonly Mention[])[] {
  const { memory } = lexicon;
  const found: (readonly Mention[])[] = [];
  const works: Work[] = [];
  for (let index = from; index < to; index++) {
    const statement = statements[index];
    if (statement === undefined) break;
    const known = memory.recall(text, statement, date);
    found.push(typeof known === 'object' ? known : noMentions);
    if (typeof known === 'object') continue;
    const work = workAt(works.length, lexicon).begin(lexicon, text, statement, date);
    work.key = known;
    work.place = found.length - 1;
    works.push(work);
  }
  judge(works);
  for (const work of works) {
    found[work.place] = work.mentions;
    if (work.key !== undefined) memory.keep(work.key, work.statement.span.start, work.mentions);
    work.end();
  }
  return found;
}

const noMentions: readonly Mention[] = [];

function isInOrder(mentions: readonly Mention[]): boolean {
  for (let i = 1; i < mentions.length; i++) {
    const [before, own] = [mentions[i - 1], mentions[i]];
    if (before !== undefined && own !== undefined && byPlace(before, own) > 0) return false;
  }
  return true;
}

/**
 * Judges any span of a note or text: as the mention that stands there, else as if a condition stood there.
 * A span outside every statement counts as present.
 */
export function assertionAt(
  text: string | Note,
  at: { readonly start: number; readonly end: number },
  kb: Knowledge,
  options: MentionOptions,
): Assertion {
  const note = typeof text === 'string' ? parseNote(text).value : text;
  const lexicon = getLexicon(kb);
  const statement = listStatements(note).find(
    (candidate) => candidate.span.start <= at.start && at.start < candidate.span.end,
  );
  if (statement === undefined) return 'present';
  const known = judgeOne(lexicon, note.text, statement, options, undefined).mentions.find(
    (mention) =>
      mention.kind !== 'region' &&
      mention.unsettled !== true &&
      mention.span.start < at.end &&
      at.start < mention.span.end,
  );
  if (known !== undefined) return known.assertion;
  return judgeUnknown(lexicon, note.text, statement, options, at);
}

/**
 * What the base does not know is judged as what it most likely is. Taken for a condition of which nothing is said, it
 * may still be a medicine that was stopped or a technique that was left out.
 */
function judgeUnknown(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  options: MentionOptions,
  at: { readonly start: number; readonly end: number },
): Assertion {
  const tokens = tokenize(text, statement.span);
  const place = targetOf(tokens, { ...at, kind: 'condition' });
  if (place === undefined) return 'present';
  const guess = guessKind(tokens, place.from, place.to, statement);
  const judgeAs = (kind: GuessedKind): Verdict | undefined =>
    judgeOne(lexicon, text, statement, options, { ...at, kind }).target;
  const verdict = judgeAs(guess);
  if (guess !== 'condition' || verdict === undefined) return verdict?.assertion ?? 'present';
  if (verdict.assertion !== 'present' || verdict.cue !== undefined) return verdict.assertion;
  const medicine = judgeAs('medication');
  if (medicine?.cue !== undefined && medicine.assertion === 'stopped') return 'stopped';
  const technique = judgeAs('technique');
  const told = technique?.assertion === 'avoided' || technique?.assertion === 'planned';
  return technique?.cue !== undefined && told ? technique.assertion : 'present';
}

function judgeOne(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  { date }: MentionOptions,
  wanted: Wanted | undefined,
): { readonly mentions: readonly Mention[]; readonly target: Verdict | undefined } {
  const work = workAt(0, lexicon).begin(lexicon, text, statement, date);
  work.wanted = wanted;
  judge([work]);
  const { mentions, target } = work;
  work.end();
  return { mentions, target };
}

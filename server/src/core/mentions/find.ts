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
import { type Wanted, Work } from './work';

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
  const { memory } = lexicon;
  const mentions: Mention[] = [];
  for (const statement of listStatements(note)) {
    const known = memory.recall(note.text, statement, options.date);
    let found: readonly Mention[];
    if (typeof known === 'object') found = known;
    else {
      const judged = judgeOne(lexicon, note.text, statement, options, undefined);
      found = judged.mentions;
      if (known !== undefined)
        memory.keep(known, statement.span.start, found, judged.byDay ? options.date : undefined);
    }
    // One by one: an endless line holds more mentions than a call takes arguments.
    for (const mention of found) mentions.push(mention);
  }
  return isInOrder(mentions) ? mentions : mentions.sort(byPlace);
}

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

// Statements are judged one after the other: what one needed serves the next.
let work: Work | undefined;

interface JudgedOne {
  readonly mentions: readonly Mention[];
  readonly target: Verdict | undefined;
  /** True if the statement may mean something else on another day. */
  readonly byDay: boolean;
}

function judgeOne(
  lexicon: Lexicon,
  text: string,
  statement: Statement,
  { date }: MentionOptions,
  wanted: Wanted | undefined,
): JudgedOne {
  work ??= new Work(lexicon);
  work.begin(lexicon, text, statement, date, wanted);
  judge(work);
  const { mentions, target, byDay } = work;
  work.end();
  return { mentions, target, byDay };
}

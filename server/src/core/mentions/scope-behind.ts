// Which mentions a cue reaches behind it: "DVT ruled out", "fever, chills and DVT denied".
import type { CueMatch } from './cue-trie';
import type { CueRow } from './cues';
import { and, small } from './list-items';
import type { Target } from './parts';
import { applies, type Context, classOf } from './reach';
import { definite } from './scope-ahead';
import type { Token } from './tokens';

const none: readonly number[] = [];

// Beyond so many words nothing is taken up again.
const farthest = 40;

/** The targets that a cue reaches behind it, by index; only those before the next comma if `beside`. */
export function backwardTargets(
  context: Context,
  cue: CueMatch,
  row: CueRow,
  beside = false,
): readonly number[] {
  if (context.firstEnd >= cue.from && row.anaphoric !== true) return none;
  const { tokens, clause, targets, targetEnd, cueAt, cueEnd } = context;
  const covered: number[] = [];
  const regions: number[] = [];
  let left = row.reach;
  let commas = 0;
  let depth = 0;
  // What takes something up again ("has since ruled it out") may look into the sentence before.
  const first = row.anaphoric === true ? Math.max(0, cue.from - farthest) : clause.from;
  for (let i = cue.from - 1; i >= first; i--) {
    const index = targetEnd.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (index !== undefined && target !== undefined) {
      i = target.from;
      if (row.anaphoric === true && !applies(row, target)) continue;
      if (classOf(target.kind) === 'other') continue;
      if (classOf(target.kind) === 'region') {
        if (applies(row, target)) regions.push(index);
        // "HRT patch L buttock (avoided)": it is the place.
        if (depth < 0 && row.only?.every((kind) => kind === 'medication') === true) break;
        continue;
      }
      // "Warfarin for DVT, now stopped": what only medicines can do passes over the condition.
      if (!applies(row, target) && row.only?.includes('medication') === true) continue;
      if (row.ofDisease === true && isForAnother(target)) continue;
      if (!applies(row, target)) break;
      // "If the rash spreads": it is there; "if fever persists" does not say so.
      if (row.definite === true && !definite.has(tokens[target.from - 1]?.norm ?? '')) break;
      covered.push(index);
      break;
    }
    const token = tokens[i];
    if (token === undefined) break;
    // "R/o melanoma. Others seb Ks, benign": the answer is about the others.
    if (row.answers === true && remaining.has(token.norm)) break;
    // "Cupping (marks explained)": what brackets say of themselves stays in them.
    if (token.norm === ')') depth++;
    if (token.norm === '(' && --depth < 0 && left < row.reach) break;
    if (row.anaphoric !== true && row.ofDisease !== true) {
      const other = cueAt.get(i)?.says;
      const turns = other !== undefined && (other.ends || other.client);
      // "Neutropenia after cycle 1, resolved".
      const then = row.meaning === 'historical' && row.final === true && following.has(token.norm);
      if (
        turns &&
        !then &&
        !contrasts.has(token.norm) &&
        !(row.meaning === 'avoided' && asks.has(token.norm))
      )
        break;
      // "Phalen's positive, Tinel's negative": what already has its word is not spoken of again.
      if (cueEnd.get(i)?.rows.some((at) => isVerdict(at, row)) === true) break;
      if (token.norm === ',' && row.ofDisease !== true) commas++;
      if ((beside || row.beside === true) && commas > 0) break;
      // "C-section, scar healed": it is the scar that healed.
      if (commas > 1 || (token.norm === ',' && isSubject(tokens[cue.from - 1]))) break;
      // "Was considered and has been ruled out": both are said of the same thing.
      if (token.word && and.has(token.norm) && !cueEnd.has(i - 1)) break;
    }
    left -= token.word ? 1 : 0;
    if (left < 0) break;
  }
  const nearest = covered[0];
  if (nearest !== undefined)
    for (const index of coordinated(context, nearest, row, tokens[cue.from]?.norm === 'all'))
      covered.push(index);
  for (const index of regions) covered.push(index);
  return covered;
}

const remaining: ReadonlySet<string> = new Set(['others', 'rest', 'remainder']);

/** Operations and other treatments are not in remission: what they were for is. */
const isForAnother = (target: Target): boolean =>
  target.procedure === true || (classOf(target.kind) !== 'condition' && target.kind !== 'region');

// "Was considered but excluded": nothing else stands between that the cue could speak of.
const contrasts: ReadonlySet<string> = new Set(['but', 'then', 'however', 'subsequently']);

const following: ReadonlySet<string> = new Set(['after', 'following']);

// "Cupping offered, client declined".
const asks: ReadonlySet<string> = new Set(['client', 'clt', 'cl', 'ct', 'pt', 'patient']);

/** True for a word that can be what a cue behind it speaks of; adverbs and pronouns are none. */
const isSubject = (token: Token | undefined): boolean =>
  token?.word === true &&
  token.norm.length > 2 &&
  !token.norm.endsWith('ly') &&
  !noSubject.has(token.norm) &&
  !/\d/.test(token.norm);
const noSubject: ReadonlySet<string> = new Set(
  'this that which all now since has have had was were been says said per are its mostly still then and but both long well also just not never once again ago client patient later'.split(
    ' ',
  ),
);

const isVerdict = (row: CueRow, beside: CueRow): boolean =>
  row.direction === 'backward' &&
  row.meaning !== beside.meaning &&
  row.answers !== true &&
  beside.insists !== true &&
  (row.meaning === 'negated' || row.meaning === 'present' || row.meaning === 'historical') &&
  (row.only === undefined || row.only.some((kind) => beside.only?.includes(kind) === true));

/** `fever, chills and DVT denied`: the mentions before the nearest one that `and` or `or` ties to it. */
function coordinated(context: Context, first: number, row: CueRow, all: boolean): readonly number[] {
  const { tokens, clause, targets, targetEnd } = context;
  const list: number[] = [];
  // "Cancer, stroke, DVT – all denied": `all` ties the list as `and` does.
  let tied = all;
  let start = targets[first]?.from ?? clause.from;
  for (let i = start - 1; i >= clause.from; i--) {
    const index = targetEnd.get(i);
    const target = index === undefined ? undefined : targets[index];
    const token = tokens[i];
    if (index !== undefined && target !== undefined) {
      if (!applies(row, target) || classOf(target.kind) === 'other' || classOf(target.kind) === 'region')
        break;
      list.push(index);
      start = target.from;
      i = target.from;
      continue;
    }
    if (token === undefined) break;
    // "Pecs w/ MFR, nerve glides": the slash of "w/" joins nothing.
    if (and.has(token.norm)) tied ||= token.norm !== '/' || tokens[i - 1]?.norm !== 'w';
    else if (token.norm !== ',' && !small.has(token.norm) && !standsAlone(tokens, i)) break;
  }
  return tied ? list : [];
}

/** True for a single unknown word between commas or conjunctions: an item of the list that the base does not know. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const joins = (norm: string | undefined): boolean => norm !== undefined && (norm === ',' || and.has(norm));
  return tokens[index]?.word === true && joins(tokens[index - 1]?.norm) && joins(tokens[index + 1]?.norm);
}

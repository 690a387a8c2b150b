// Which mentions a cue reaches ahead: "denies fever, chills or DVT". One pass over the words of its reach.
import type { CueMatch } from './cue-trie';
import { assertingVerbs, type CueRow } from './cues';
import { and, goesOn } from './list-items';
import type { Target } from './parts';
import { applies, type Class, type Context, classOf } from './reach';

const taking: ReadonlySet<string> = new Set(['takes', 'uses', 'took']);
const places: ReadonlySet<string> = new Set([
  'at',
  'over',
  'about',
  'from',
  'near',
  'around',
  'along',
  'above',
  'below',
]);
const around: ReadonlySet<string> = new Set(['around', 'near', 'surrounding', 'beside', 'from']);

const owners: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', "client's"]);
/** Words that speak of something as there already. */
export const definite: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', ...owners]);

/**
 * "Did not mention his pacemaker", "no pain from the hernia", "denies that the diabetes bothers her": a denial takes
 * for granted what somebody owns, and what is named behind its own object with "the".
 */
function isPresupposed({ tokens, targetAt }: Context, cue: CueMatch, row: CueRow, target: Target): boolean {
  if (row.meaning !== 'negated' || target.kind !== 'condition') return false;
  const before = tokens[target.from - 1]?.norm ?? '';
  if (target.from - 1 >= cue.to && owners.has(before)) return true;
  if (target.from - 2 < cue.to || !definite.has(before)) return false;
  for (let i = cue.to; i < target.from - 1; i++) if (tokens[i]?.norm === ',' || targetAt.has(i)) return false;
  return true;
}

/** The targets that a cue reaches ahead of it, by index. */
export function forwardTargets(context: Context, cue: CueMatch, row: CueRow): readonly number[] {
  if (context.lastFrom < cue.to) return none;
  const covered = targetsAhead(context, cue, row);
  return row.closes === undefined || isClosed(context, covered, row.closes) ? covered : none;
}

// "Risk factors for stroke: HTN, AF": what makes the risk is there.
const risky: ReadonlySet<string> = new Set([
  'risk',
  'risks',
  'factors',
  'prevention',
  'prevent',
  'prophylaxis',
]);
const isOfRisk = (tokens: Context['tokens'], { from, to }: CueMatch): boolean => {
  for (let i = from; i < to; i++) if (risky.has(tokens[i]?.norm ?? '')) return true;
  return false;
};

const none: readonly number[] = [];

const leadsOn: ReadonlySet<string> = new Set(['straight', 'go', 'call', 'ring', 'phone', 'seek', 'then']);

const contrasts: ReadonlySet<string> = new Set(['but', 'however', 'although', 'though', 'whereas']);
// "Denies any issues other than asthma": what is left out of a denial is there.
const exceptions: ReadonlySet<string> = new Set(
  'except excepting apart other aside besides bar barring save'.split(' '),
);

/** "They ruled a fracture of the ankle out": the word that makes it a cue stands a few words behind. */
function isClosed(
  { tokens, targets, clause }: Context,
  covered: readonly number[],
  by: readonly string[],
): boolean {
  if (covered.length === 0) return false;
  const end = Math.max(...covered.map((index) => targets[index]?.to ?? 0));
  for (let i = end; i < Math.min(end + 6, clause.to); i++) {
    if (by.includes(tokens[i]?.norm ?? '')) return true;
    // "Any bleeding, straight to the hospital".
    if (tokens[i]?.norm === ',' && !leadsOn.has(tokens[i + 1]?.norm ?? '')) return false;
  }
  return false;
}

/** "As CCF", "as RA"; "described as migraine" gives no reason. */
const isReason = (tokens: Context['tokens'], targetAt: Context['targetAt'], at: number): boolean =>
  tokens[at]?.norm === 'as' && targetAt.has(at + 1) && !/ed$/.test(tokens[at - 1]?.norm ?? '');

const longestLeft = 7;

/** True for a comma behind which an item ends with "only". */
function isAllThatIsLeft(tokens: Context['tokens'], comma: number, end: number): boolean {
  if (tokens[comma]?.norm !== ',') return false;
  for (let i = comma + 1; i < Math.min(end, comma + longestLeft); i++) {
    const norm = tokens[i]?.norm ?? '';
    if (norm === 'only') return i > comma + 1;
    if (norm === ',' || norm === '.' || norm === ';') return false;
  }
  return false;
}

const leavesOut: ReadonlySet<CueRow['meaning']> = new Set(['avoided', 'negated']);
const minutes: ReadonlySet<string> = new Set(['min', 'mins', 'minutes']);
const itemEnds: ReadonlySet<string> = new Set([',', ';', '.', '+', 'and']);
const longestItem = 12;

/** True if the item of a list that a token stands in tells how long it took. */
function tookTime(tokens: Context['tokens'], clause: Context['clause'], at: number): boolean {
  let from = at;
  while (from > clause.from && at - from < longestItem && !itemEnds.has(tokens[from - 1]?.norm ?? '')) from--;
  for (let i = from; i < Math.min(clause.to, at + longestItem); i++) {
    const norm = tokens[i]?.norm ?? '';
    if (i > at && itemEnds.has(norm)) return false;
    if (minutes.has(norm) && /^\d/.test(tokens[i - 1]?.norm ?? '')) return true;
  }
  return false;
}

/** "Denies HTN, blood thinners, pregnancy": a medicine in the midst of conditions that are denied. */
function isInsideDenial(
  { tokens, targetAt, targets }: Context,
  cue: CueMatch,
  row: CueRow,
  target: Target,
): boolean {
  if (row.meaning !== 'negated' || row.open !== true || target.kind !== 'medication') return false;
  if (!/^den(?:y|ies|ied|ying)$/.test(tokens[cue.from]?.norm ?? '')) return false;
  const before = tokens[target.from - 1]?.norm;
  if (before === 'or') return /^(?:[.;]?|use)$/.test(tokens[target.to]?.norm ?? '');
  const next = targets[targetAt.get(target.to + 1) ?? -1];
  return before === ',' && tokens[target.to]?.norm === ',' && next?.kind === 'condition';
}

/** True for a technique behind "no A," with a place of its own right behind it, where the list ends. */
function isOwnPart(context: Context, cue: CueMatch, row: CueRow, target: Target): boolean {
  const { tokens, targetAt, targets, clause } = context;
  if (row.meaning !== 'avoided' || cue.to - cue.from > 1 || tokens[cue.from]?.norm !== 'no') return false;
  if (tokens[target.from - 1]?.norm !== ',' || context.item(target.from - 1)?.alternative === true)
    return false;
  if (targets[targetAt.get(target.to) ?? -1]?.kind !== 'region') return false;
  for (let i = target.to; i < Math.min(clause.to, target.to + longestItem); i++)
    if (tokens[i]?.norm === ',') return false;
  return true;
}

const hasYear = (tokens: Context['tokens'], at: number): boolean =>
  /^(?:19|20)\d\d$/.test(tokens[tokens[at]?.norm === 'in' ? at + 1 : at]?.norm ?? '');

const asking: ReadonlySet<string> = new Set(['requested', 'requests', 'requesting', 'wanted', 'asked']);

/** True for a technique that was asked for, and of which a dash tells how long it took. */
function isGiven({ tokens, clause }: Context, cue: CueMatch, row: CueRow, target: Target): boolean {
  if (row.meaning !== 'hypothetical' || !asking.has(tokens[cue.from]?.norm ?? '')) return false;
  if (tokens[target.to]?.norm !== '-' && tokens[target.to]?.norm !== '–') return false;
  for (let i = target.to; i < Math.min(clause.to, target.to + longestItem); i++)
    if (minutes.has(tokens[i]?.norm ?? '') && /^\d/.test(tokens[i - 1]?.norm ?? '')) return true;
  return false;
}

/** The bracket that closes the one at `from`, a few words behind it, or -1. */
function closeOf(tokens: Context['tokens'], from: number): number {
  for (let i = from + 1; i < from + longestItem; i++) if (tokens[i]?.norm === ')') return i;
  return -1;
}

// No list is longer. A line in which every word is a cue would else be gone through once for each of them.
const farthest = 400;

function targetsAhead(context: Context, cue: CueMatch, row: CueRow): readonly number[] {
  const { tokens, clause, targets, targetAt, cueAt } = context;
  const covered: number[] = [];
  let left = row.reach;
  let group: Class | undefined;
  let passed = false;
  let newPart = false;
  // Mentions that are no places: only these make a list.
  let named = 0;
  let words = 0;
  let commas = 0;
  // "Denies pain at the site of the fracture": up to the next comma only a place is told.
  let placed = false;
  // "If you are pregnant, have a fever or take blood thinners": one condition, told in a list that ends with `or`.
  let alternative = false;
  let depth = 0;
  const end = Math.min(clause.to, cue.to + farthest);
  for (let i = cue.to; i < end; i++) {
    const index = targetAt.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (index !== undefined && target !== undefined) {
      const kind = classOf(target.kind);
      if (kind === 'region') {
        if (applies(row, target)) covered.push(index);
        left = Math.max(left, 2);
      } else if (kind !== 'other') {
        // A list of techniques does not go on into the conditions that explain it.
        const goesOn = alternative && row.meaning === 'hypothetical';
        // "Skipped legs, deep tissue back": behind the comma stands what was done.
        if (kind === 'technique' && row.meaning === 'avoided' && commas > 0 && covered.length > named) break;
        // "No heat, deep tissue L calf 10 min": what took minutes was done.
        if (kind === 'technique' && commas > 0 && leavesOut.has(row.meaning) && tookTime(tokens, clause, i))
          break;
        // "If skin ok, more MFR": the condition ends at the comma, what follows is planned.
        if (kind === 'technique' && row.meaning === 'hypothetical' && newPart && covered.length === 0) break;
        // "No deep tissue, passive stretching HS and calves": what has its own place was done.
        if (kind === 'technique' && commas > 0 && named > 0 && isOwnPart(context, cue, row, target)) break;
        // "Never had DVT, PE 2020": what has a year was there.
        if (row.meaning === 'negated' && commas > 0 && hasYear(tokens, target.to)) break;
        // "Requested abdominal massage - very gentle, 8 min": it was given.
        if (kind === 'technique' && isGiven(context, cue, row, target)) break;
        const inside = group !== kind && isInsideDenial(context, cue, row, target);
        if (group !== undefined && group !== kind && !goesOn && !inside && (passed || group === 'technique'))
          break;
        if (applies(row, target) && !placed && !isPresupposed(context, cue, row, target)) {
          covered.push(index);
          named++;
          group = inside ? group : kind;
          left = row.reach;
        }
      }
      i = target.to - 1;
      continue;
    }
    const token = tokens[i];
    if (token === undefined) break;
    // "No sign of cellulitis around the wound": what it stands around is there.
    // "If numbness around the mouth or loss of control -> 999" goes on.
    if (covered.length > 0 && around.has(token.norm) && !(alternative && row.meaning === 'hypothetical'))
      break;
    if (row.meaning === 'negated' && named === 0 && words > 0 && places.has(token.norm)) placed = true;
    if (token.word) words++;
    // "Hx of TIA on clopidogrel": what the client is on is no history.
    if (covered.length > 0 && row.meaning === 'historical' && token.norm === 'on') break;
    if (covered.length > 0 && token.norm === 'just') break;
    const denies = row.meaning === 'negated' || row.meaning === 'avoided';
    // "No pneumatic pump as CCF": what gives the reason is there.
    if (denies && isReason(tokens, targetAt, i) && i > cue.to) break;
    // "No manipulation, STM only": what is left is done.
    if (denies && group === 'technique' && isAllThatIsLeft(tokens, i, end)) break;
    const other = cueAt.get(i);
    if (other !== undefined) {
      // "Ticked no to everything, he does have a pacemaker".
      if (other.says.insistsAhead) break;
      // "She bruises if you look at her so we're doing Swedish": what follows is done.
      if (row.meaning === 'hypothetical' && token.norm === 'so' && i > cue.to) break;
      // "Next week: hot stone, then reflexology".
      const goesOnThen = row.meaning === 'planned' && token.norm === 'then';
      // "Denies gronkitis but has shingles": what the base does not know was denied.
      const turned = (words > 0 && contrasts.has(token.norm)) || exceptions.has(token.norm);
      if (
        other.says.ends &&
        !goesOnThen &&
        (turned || covered.length + Number(passed) + Number(!row.list || row.only !== undefined) > 0)
      )
        break;
      // "If the numbness comes back or she gets weak": the condition goes on.
      const goesOnOr = row.meaning === 'hypothetical' && tokens[i - 1]?.norm === 'or';
      if (other.says.client && !goesOnOr && (covered.length > 0 || row.meaning === 'other-person')) break;
      if (passed && other.says.leads) break;
      // "Healed w/o surgery": the nearer cue has what follows, and this one what stands before it.
      const twoSided = row.meaning !== 'negated' && cue.says.behind.length > 0;
      if (twoSided && other.says.deniesAhead) break;
      i = other.to - 1;
      left -= other.to - other.from;
      if (left < 0) break;
      continue;
    }
    if (token.norm === '(') {
      // What stands in brackets explains: "no pressure over L calf (DVT)".
      if (!row.list && i > cue.to) break;
      // "Stopped: sulfasalazine (rash), leflunomide".
      const close = row.meaning === 'stopped' && covered.length > 0 ? closeOf(tokens, i) : -1;
      if (close >= 0) i = close;
      else depth++;
    } else if (token.norm === ')') {
      if (depth === 0) break;
      depth--;
    } else if (token.norm === ',') {
      commas++;
      if (row.meaning === 'other-person' && covered.length === 0) break;
      if (row.until !== undefined && covered.length > 0) break;
      const item = context.item(i);
      // "Finished Lovenox on day 7, keflex 2 more days".
      const listed =
        tokens[cue.to]?.norm === ':' && targets[targetAt.get(i + 1) ?? -1]?.kind === 'medication';
      // "Not on aspirin, Eliquis 5 bd": what has a dose is taken.
      const ofMedicines = row.meaning === 'stopped' || (row.meaning === 'negated' && group === 'medication');
      if (ofMedicines && covered.length > 0 && item?.bare === false && !listed) break;
      newPart = item?.bare !== true;
      alternative = item?.alternative === true || (row.list === true && item?.bare === true);
      if (!row.list && !goesOn(item, named > 0)) break;
      placed = false;
      const goesBeyond = row.open === true || row.meaning === 'hypothetical';
      const first = goesBeyond && i - cue.to <= 4 && (item?.bare === true || item?.alternative === true);
      if (row.list && covered.length === 0 && !first && !(item?.loose === true && item.alternative)) break;
      passed = true;
    } else if (token.norm === ':' || token.norm === '-') {
      // "Wants PAD ruled out - cold foot": what the cue says stands before the dash.
      const pointsBack = cue.says.behind.length > 0;
      // "Advised re signs of pre-eclampsia: headache, epigastric pain".
      const told =
        row.meaning === 'hypothetical' && row.list === true && token.norm === ':' && !isOfRisk(tokens, cue);
      if ((covered.length > 0 && !told) || (pointsBack && token.norm === '-')) break;
    } else if (and.has(token.norm)) {
      // "If > 150/95 start amlodipine".
      passed ||= token.norm !== '/' || !/^\d/.test(tokens[i + 1]?.norm ?? '');
    } else if (covered.length > 0 && row.until?.includes(token.norm) === true) {
      break;
    } else if (token.word) {
      const conditional = row.meaning === 'hypothetical' && alternative;
      if (assertingVerbs.has(token.norm) && passed && !conditional) break;
      // "If pain is worse she takes tramadol": what is taken is taken.
      if (row.meaning === 'hypothetical' && taking.has(token.norm) && covered.length === 0 && i > cue.to + 1)
        break;
      if (
        !conditional &&
        assertingVerbs.has(token.norm) &&
        covered.length > 0 &&
        token.norm !== 'with' &&
        token.norm !== 'on'
      )
        break;
      left--;
      if (left < 0) break;
    }
  }
  return covered;
}

// Other people as subject or owner of a statement: "mother had a stroke", "stroke (father)", "husband has the flu".
import type { Indexes } from './openings';
import type { ByToken, Clause, Parts, Target } from './parts';
import { before, endsSubject, having, ofClient, owners } from './people-words';
import { endOfPerson } from './person-names';
import type { Reached, ReachedCues } from './reach';
import type { Token } from './tokens';

/**
 * Adds to each target the person that a clause gives it to: the last one if there are several. `people` are the tokens
 * at which a name of somebody may begin.
 */
export function reachPeople(
  { tokens, targets, targetAt, targetEnd }: Parts,
  people: Indexes,
  clause: Clause,
  all: ReachedCues,
): void {
  let reached: Map<number, Reached> | undefined;
  let next = clause.from;
  for (let at = people.firstFrom(clause.from); at < people.length; at++) {
    const i = people.at(at);
    if (i >= clause.to) break;
    const end = i < next ? undefined : endOfPerson(tokens, i);
    if (end === undefined) continue;
    // BF is also a muscle: it is the boyfriend where a verb follows.
    const index = targetAt.get(i);
    const place = index !== undefined && targets[index]?.kind === 'region';
    if (index !== undefined && !(place && verbs.has(tokens[end]?.norm ?? ''))) continue;
    const to = Math.min(end, clause.to);
    if (isToldByChild(tokens, clause, i) || isWholeHousehold(tokens, i, to)) continue;
    // "Ex-dancer with hypermobility" is the client.
    if (tokens[i]?.norm === 'ex' && tokens[to]?.word === true && !having.has(tokens[to]?.norm ?? ''))
      continue;
    // "Twins 28/40": she carries them.
    if (tokens[i]?.norm === 'twins' && targetAt.has(to) && /^\d/.test(tokens[to]?.norm ?? '')) continue;
    const cue: Reached = { meaning: 'other-person', final: false, forward: true, firm: false, from: i, to };
    reached ??= new Map();
    for (const index of aheadOf(tokens, clause, targets, targetAt, i, to)) reached.set(index, cue);
    const owned = behind(tokens, clause, targetEnd, i);
    if (owned !== undefined) reached.set(owned, { ...cue, forward: false });
    next = to;
  }
  if (reached !== undefined) for (const [index, cue] of reached) all.add(index, cue);
}

/** "Scabies, whole household treated": the client too. */
const isWholeHousehold = (tokens: readonly Token[], from: number, to: number): boolean =>
  /^(?:household|family)$/.test(tokens[to - 1]?.norm ?? '') &&
  [from, from - 1].some((at) => /^(?:whole|all|entire)$/.test(tokens[at]?.norm ?? '')) &&
  /^(?:treated|all|being)$/.test(tokens[to]?.norm ?? '');

const isPossessive = (token: Token | undefined): boolean =>
  token !== undefined && token.end - token.start - token.norm.length === 2;

// "Baby aspirin", "child seat": these need a verb to be people.
const notBare: ReadonlySet<string> = new Set([
  'baby',
  'child',
  'children',
  'kid',
  'kids',
  'friend',
  'partner',
  'twin',
  'boss',
  'gran',
  'parent',
  'son',
  'ex',
]);

// Beyond so many words somebody else is spoken of, whatever stands between.
const farthest = 60;

/** The mentions of which the person at `[from, to)` is the subject. */
function aheadOf(
  tokens: readonly Token[],
  clause: Clause,
  targets: readonly Target[],
  targetAt: ByToken<number>,
  from: number,
  to: number,
): readonly number[] {
  // "Her mother, who lives with her, had a stroke": what she is or does between the commas is hers, and so is the rest.
  const relative = tokens[to]?.norm === ',' && relatives.has(tokens[to + 1]?.norm ?? '');
  let start = relative ? to + 2 : -1;
  // "Found after her sister's PE".
  const owns = isPossessive(tokens[to - 1]) && !borrows.has(tokens[from - 1]?.norm ?? '');
  // "Two kids vomiting" are people, "baby aspirin" is none.
  const bare = !owners.has(tokens[from - 1]?.norm ?? '');
  const subject = isSubject(tokens, clause, from) && !(bare && notBare.has(tokens[from]?.norm ?? ''));
  if (owns || (targetAt.has(to) && (subject || isOfBaby(tokens, clause, targets, targetAt, from, to))))
    start = to;
  // "Wife 12 wks pregnant", "husband 45 diabetic".
  else if (subject && /^\d{1,2}w?$/.test(tokens[to]?.norm ?? '')) {
    const first = [to + 1, fractionEnd(tokens, to)].find((at) => targetAt.has(at));
    if (first !== undefined) start = first;
  }
  const taken = subject ? takenUp(tokens, clause, from, to) : -1;
  // "Wife has MS, she has a rash": both are told of her.
  if (start < 0 && taken >= 0 && !having.has(tokens[to]?.norm ?? '')) start = taken;
  // "Her boxer (dog) has cancer".
  if (tokens[to]?.norm === ')' && tokens[from - 1]?.norm === '(' && verbs.has(tokens[to + 1]?.norm ?? ''))
    return aheadOf(tokens, clause, targets, targetAt, from, to + 1);
  // "Daughter (7) with", "his wife (also my client) is on": what explains her stands between.
  if (tokens[to]?.norm === '(' && to - from <= 3) {
    for (let i = to + 1; i < Math.min(to + 7, clause.to) && !targetAt.has(i); i++)
      if (tokens[i]?.norm === ')') return aheadOf(tokens, clause, targets, targetAt, from, i + 1);
  }
  for (let i = to; start < 0 && i < Math.min(to + 3, clause.to); i++) {
    const norm = tokens[i]?.norm ?? '';
    // "Little sister now has spots".
    if (norm === 'now' && verbs.has(tokens[i + 1]?.norm ?? '')) continue;
    if (norm === ',' || norm === ')' || endsSubject.has(norm)) return [];
    // "Husband home after stroke".
    if (norm === 'after' && tokens[i - 1]?.norm === 'home' && isSubject(tokens, clause, from)) start = i + 1;
    // "Has a cold", "tested positive for COVID": phrases of the base that hold their verb.
    else if (targetAt.has(i) && having.has(norm)) start = i;
    else if (
      having.has(norm) &&
      (isSubject(tokens, clause, from) ||
        norm === 'who' ||
        norm === 'with' ||
        norm === 'w' ||
        norm === 'has' ||
        norm === 'had' ||
        norm === '(')
    )
      start = i + 1;
  }
  if (start < 0) return [];
  const covered: number[] = [];
  // "Mother had a stroke last month, grief, poor sleep": behind a time the list is over.
  let timed = false;
  let left = 12;
  for (let i = start; i < Math.min(clause.to, start + farthest) && left >= 0; i++) {
    const index = targetAt.get(i);
    const target = index === undefined ? undefined : targets[index];
    if (index !== undefined && target !== undefined) {
      // "Carer gave Epilim this morning": the client took it.
      if (target.kind === 'medication' && gives.has(tokens[to]?.norm ?? '')) break;
      // "Husband gets deep tissue regularly": his, if nothing of his came before.
      if (target.kind === 'technique' && covered.length > 0) break;
      covered.push(index);
      i = target.to - 1;
      left = 5;
      continue;
    }
    const norm = tokens[i]?.norm ?? '';
    if (norm === ')' || norm === ';') break;
    if (endsSubject.has(norm)) break;
    if (relative && norm === ',' && covered.length === 0) {
      left = 8;
      continue;
    }
    if (norm === ',' && timed) break;
    if (norm === ',' && (covered.length === 0 || !continuesList(tokens, i, clause, targetAt))) break;
    timed ||= covered.length > 0 && times.has(norm);
    if (covered.length > 0 && (norm === 'has' || norm === 'is')) break;
    left--;
  }
  return covered;
}

const units: ReadonlySet<string> = new Set(['wk', 'wks', 'week', 'weeks', 'month', 'months', 'yo', 'yrs']);

/** The token behind a number and its unit: "12", "28/40", "6 months". */
function fractionEnd(tokens: readonly Token[], from: number): number {
  if (tokens[from + 1]?.norm === '/') return from + 3;
  return units.has(tokens[from + 1]?.norm ?? '') && tokens[from + 2]?.norm !== 'ago' ? from + 2 : from + 1;
}

/** "Baby jaundiced" at the head of a clause is no "baby aspirin". */
const isOfBaby = (
  tokens: readonly Token[],
  clause: Clause,
  targets: readonly Target[],
  targetAt: ByToken<number>,
  from: number,
  to: number,
): boolean =>
  tokens[from]?.norm === 'baby' &&
  from === clause.from &&
  targets[targetAt.get(to) ?? -1]?.kind === 'condition';

const hers: readonly string[] = ['she', 'herself'];
const his: readonly string[] = ['he', 'himself'];
const spouses: ReadonlyMap<string, readonly string[]> = new Map([
  ['wife', hers],
  ['girlfriend', hers],
  ['gf', hers],
  ['husband', his],
  ['hubby', his],
  ['boyfriend', his],
  ['bf', his],
]);
const mostBetween = 6;

/** "Wife exhausted, she has back pain": where the pronoun takes up the spouse at the head of the clause, or -1. */
function takenUp(tokens: readonly Token[], clause: Clause, from: number, to: number): number {
  const pronouns = to - from === 1 ? spouses.get(tokens[from]?.norm ?? '') : undefined;
  if (pronouns === undefined) return -1;
  for (let i = to; i < Math.min(to + mostBetween, clause.to - 1); i++) {
    // "Wife drove her, she has a rash": the sentence is about the client.
    if (ofClient.has(tokens[i]?.norm ?? '')) return -1;
    if (tokens[i]?.norm !== ',') continue;
    const has = pronouns.includes(tokens[i + 1]?.norm ?? '') && verbs.has(tokens[i + 2]?.norm ?? '');
    return has ? i + 3 : -1;
  }
  return -1;
}

const informants: ReadonlySet<string> = new Set([
  'daughter',
  'son',
  'dtr',
  'dau',
  'granddaughter',
  'grandson',
]);
const elders: ReadonlySet<string> = new Set(
  'mum mom mother dad father nan nana gran granny grandma grandad granddad grandfather grandmother'.split(
    ' ',
  ),
);

/** "Call from daughter: mum confused": she speaks of the client. */
function isToldByChild(tokens: readonly Token[], clause: Clause, person: number): boolean {
  if (!elders.has(tokens[person]?.norm ?? '')) return false;
  let i = person - 1;
  while (
    i > clause.from &&
    /^(?:her|that|says|said|reports|rang|rings|phoned|called|:|,|-)$/.test(tokens[i]?.norm ?? '')
  )
    i--;
  return i < person - 1 && informants.has(tokens[i]?.norm ?? '');
}

const gives: ReadonlySet<string> = new Set([
  'gave',
  'gives',
  'administers',
  'administered',
  'puts',
  'applies',
  'applied',
]);

const verbs: ReadonlySet<string> = new Set(['has', 'had', 'have', 'is', 'was', 'got', 'gets', 'takes']);

const times: ReadonlySet<string> = new Set(
  'last ago yesterday today since week wk month year recently weeks months years days tonight weekend'.split(
    ' ',
  ),
);
// "Takes her mum's tramadol": it is the client who takes it.
const borrows: ReadonlySet<string> = new Set([
  'takes',
  'taking',
  'took',
  'uses',
  'using',
  'borrows',
  'borrowed',
  'tried',
]);
const relatives: ReadonlySet<string> = new Set(['who', 'whose', 'whom']);

/** True if after the comma a mention follows at once, as in a list: `mother: DVT, stroke`. */
function continuesList(
  tokens: readonly Token[],
  comma: number,
  clause: Clause,
  targetAt: ByToken<number>,
): boolean {
  for (let i = comma + 1; i < Math.min(comma + 3, clause.to); i++) {
    if (targetAt.has(i)) {
      const after = tokens[i + 1];
      return (
        after === undefined ||
        i + 1 >= clause.to ||
        [',', 'and', '.', '(', ')', 'at', 'in', 'aged', 'x'].includes(after.norm) ||
        // "Father: HTN, stroke 70s".
        /^\d+s?$/.test(after.norm)
      );
    }
    const norm = tokens[i]?.norm;
    if (norm !== 'and' && norm !== 'or') return false;
  }
  return false;
}

function isSubject(tokens: readonly Token[], clause: Clause, from: number): boolean {
  let i = from - 1;
  while (i >= clause.from && owners.has(tokens[i]?.norm ?? '')) i--;
  return i < clause.from || before.has(tokens[i]?.norm ?? '');
}

/** The mention that the person owns from behind: `stroke in mother`, `DVT (father)`, `cancer - sister`. */
function behind(
  tokens: readonly Token[],
  clause: Clause,
  targetEnd: ByToken<number>,
  person: number,
): number | undefined {
  // "Avoid pregnant daughter", "epileptic dog".
  if (describing.has(tokens[person - 1]?.norm ?? '') && !clientLike.has(tokens[person]?.norm ?? ''))
    return targetEnd.get(person - 1);
  let i = person - 1;
  while (i >= clause.from && owners.has(tokens[i]?.norm ?? '')) i--;
  const link = tokens[i]?.norm;
  if (link !== 'in' && link !== '(' && link !== '-') return undefined;
  return targetEnd.get(i - 1);
}

const describing: ReadonlySet<string> = new Set(
  'pregnant epileptic diabetic asthmatic arthritic demented disabled autistic'.split(' '),
);
// A note calls its own client so.
const clientLike: ReadonlySet<string> = new Set(
  'student child kid baby toddler newborn twin kiddo teammate mother mum mom carer'.split(' '),
);

// Which reading of a phrase is meant where it stands.
import type { AmbiguousTerm, TermKind } from '../knowledge/model';
import type { PhraseMatch, Reading } from './lexicon';
import type { Mention } from './model';
import type { Target } from './parts';
import { readSide } from './sides';
import type { Statement } from './statements';
import type { Token } from './tokens';
import { substances, supportsWeak } from './weak-words';

/** The chosen reading, and those that the place did not exclude. */
interface Resolved {
  readonly reading: Reading;
  readonly others: Mention['otherReadings'];
}

const none: Mention['otherReadings'] = [];

const kindsOf = {
  medications: ['medication', 'condition', 'technique', 'region'],
  conditions: ['condition', 'medication', 'region', 'technique'],
  avoided: ['technique', 'region', 'condition'],
  treatment: ['technique', 'region', 'measure', 'condition', 'medication'],
  plan: ['technique', 'condition', 'region', 'medication'],
  objective: ['measure', 'region', 'condition', 'technique', 'medication'],
  other: ['condition', 'medication', 'region', 'measure', 'technique'],
} as const satisfies Readonly<Record<string, readonly TermKind[]>>;

/** The kinds to expect at a place, likeliest first. */
function expectedKinds(statement: Statement): readonly TermKind[] {
  switch (statement.context) {
    case 'medications':
      return kindsOf.medications;
    case 'conditions':
    case 'family':
    case 'past':
      return kindsOf.conditions;
    case 'avoided':
      return kindsOf.avoided;
    default:
      break;
  }
  switch (statement.section) {
    case 'treatment':
      return kindsOf.treatment;
    case 'plan':
      return kindsOf.plan;
    case 'objective':
      return kindsOf.objective;
    case 'subjective':
    case 'assessment':
    case 'addendum':
    case 'family-history':
    case 'past-history':
    case undefined:
      return kindsOf.other;
  }
}

/** Chooses a reading by a word that stands near and speaks for it, else by the place. Nothing fits: undefined. */
function resolveReading(
  match: PhraseMatch,
  statement: Statement,
  besideSide: boolean,
  tokens: readonly Token[],
): Resolved | undefined {
  const spoken =
    match.ambiguous === undefined ? undefined : findSpoken(match, match.ambiguous.candidates, tokens);
  // "SpO2 99 % RA" speaks for room air, which is nothing in this base.
  if (spoken?.kind === 'other') return undefined;
  const near =
    spoken && match.readings.find((reading) => reading.kind === spoken.kind && reading.id === spoken.id);
  if (near !== undefined) return { reading: near, others: none };
  const place = placeOf(statement, besideSide);
  const key = match.ambiguous ?? match.readings;
  let known = resolvedAt.get(key);
  if (known === undefined) {
    known = new Map();
    resolvedAt.set(key, known);
  }
  let resolved = known.get(place);
  if (resolved === undefined) {
    resolved = resolveByPlace(match, statement, besideSide) ?? null;
    known.set(place, resolved);
  }
  return resolved ?? undefined;
}

/** The readings of a phrase at each kind of place where it was met; null where none fits. */
const resolvedAt = new WeakMap<readonly Reading[] | AmbiguousTerm, Map<number, Resolved | null>>();
const places: readonly (readonly TermKind[])[] = Object.values(kindsOf);

/** A number for all that `resolveByPlace` asks of a place. */
const placeOf = (statement: Statement, besideSide: boolean): number =>
  places.indexOf(expectedKinds(statement)) * 4 +
  (besideSide ? 2 : 0) +
  (statement.section === 'treatment' ? 1 : 0);

/** The first candidate that a word near the phrase speaks for. */
function findSpoken(
  match: PhraseMatch,
  candidates: AmbiguousTerm['candidates'],
  tokens: readonly Token[],
): AmbiguousTerm['candidates'][number] | undefined {
  return candidates.find((candidate) =>
    candidate.kind === 'other'
      ? candidate.near.some((word) => isRightBefore(tokens, match, word))
      : candidate.near.some((word) => isNear(tokens, match, word)),
  );
}

/**
 * Chooses a reading by the kinds that the place expects. A short form that usually means something outside the
 * knowledge base ("PT" the patient) counts only where its place speaks for it.
 */
function resolveByPlace(match: PhraseMatch, statement: Statement, besideSide: boolean): Resolved | undefined {
  const [first] = match.readings;
  if (first === undefined) return undefined;
  const kinds: readonly TermKind[] = besideSide
    ? ['region', 'condition', ...expectedKinds(statement)]
    : expectedKinds(statement);
  const rank = (reading: Reading): number => {
    const at = kinds.indexOf(reading.kind);
    return (at === -1 ? kinds.length : at) + (reading.form === 'weak' ? 0.5 : 0);
  };
  const ordered = [...match.readings].sort((a, b) => rank(a) - rank(b));
  const chosen = ordered[0] ?? first;
  const usual = match.ambiguous?.usual;
  // Where a place expects nothing in particular, the usual reading is the one.
  const plain =
    usual === undefined || usual.kind === 'other'
      ? undefined
      : match.readings.find((candidate) => candidate.kind === usual.kind && candidate.id === usual.id);
  if (plain !== undefined && (plain.kind === chosen.kind || expectedKinds(statement) === kindsOf.other))
    return { reading: plain, others: none };
  const outside = match.ambiguous?.candidates.filter((candidate) => candidate.kind === 'other') ?? [];
  if (outside.length > 0 && chosen.form === 'abbreviation') {
    const fits = besideSide ? chosen.kind === 'region' : rank(chosen) < 1 && chosen.kind !== 'region';
    if (!fits) return plain && { reading: plain, others: none };
  }
  const same = ordered
    .slice(1)
    .filter((reading) => reading.kind === chosen.kind)
    .map(({ kind, id }) => ({ kind, id }));
  // Where the place speaks for one kind, readings of another kind are out; those of the same kind are not.
  const settled = chosen.kind === 'technique' && statement.section === 'treatment';
  return { reading: chosen, others: settled ? same : [...same, ...outside] };
}

/** A phrase with the reading that was chosen for it: what the engine judges. */
export interface Chosen extends Target {
  readonly match: PhraseMatch;
  readonly reading: Reading;
  readonly others: Mention['otherReadings'];
}

const choose = (match: PhraseMatch, reading: Reading, others: Mention['otherReadings']): Chosen => ({
  from: match.from,
  to: match.to,
  kind: reading.kind,
  procedure: reading.procedure,
  match,
  reading,
  others,
});

/**
 * Chooses a reading for every phrase; drops what does not count where it stands. Short forms that nothing settles are
 * added to `unsettled`: they mean nothing to the rules, and the writer is asked.
 */
export function choosePhrases(
  statement: Statement,
  tokens: readonly Token[],
  phrases: readonly PhraseMatch[],
  unsettled?: Chosen[],
): readonly Chosen[] {
  const found: Chosen[] = [];
  for (const match of phrases) {
    const { only } = match;
    if (only !== undefined) {
      if (only.form !== 'weak') found.push(choose(match, only, none));
      else if (supportsWeak(statement, tokens, match, phrases))
        // A substance told as an allergy leaves no doubt.
        found.push(choose(match, substances.has(only.id) ? { ...only, form: 'name' } : only, none));
      continue;
    }
    const besideSide = match.from > 0 && readSide(tokens, match.from - 1, false) !== undefined;
    const resolved = resolveReading(match, statement, besideSide, tokens);
    if (resolved === undefined) {
      const open = unsettled && openReadings(match, tokens);
      if (open !== undefined) unsettled?.push(open);
      continue;
    }
    if (resolved.reading.form === 'weak' && !supportsWeak(statement, tokens, match, phrases)) continue;
    found.push(choose(match, resolved.reading, resolved.others));
  }
  return found;
}

/** All readings of a short form that neither a word near it nor its place settles; undefined where the usual one is plain. */
function openReadings(match: PhraseMatch, tokens: readonly Token[]): Chosen | undefined {
  const { ambiguous } = match;
  const [reading, ...rest] = match.readings;
  const token = tokens[match.from];
  if (ambiguous === undefined || ambiguous.usual !== undefined || reading === undefined) return undefined;
  if (match.to - match.from > 1 || token?.upper !== true || !isAmongSmall(tokens, match.from))
    return undefined;
  // A word right before it spoke for a meaning outside the base.
  if (findSpoken(match, ambiguous.candidates, tokens) !== undefined) return undefined;
  const outside = ambiguous.candidates.filter((candidate) => candidate.kind === 'other');
  return choose(match, reading, [...rest.map(({ kind, id }) => ({ kind, id })), ...outside]);
}

/** True if a word near it is not in capitals: where all are, capitals say nothing. */
function isAmongSmall(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - nearWords); i < Math.min(tokens.length, at + nearWords); i++) {
    const token = tokens[i];
    if (token?.word === true && !token.upper && token.norm.length > 2) return true;
  }
  return false;
}

const nearWords = 6;

/** True if a word stands within a few words of a phrase. */
function isNear(tokens: readonly Token[], match: PhraseMatch, word: string): boolean {
  for (let i = Math.max(0, match.from - nearWords); i < Math.min(tokens.length, match.to + nearWords); i++)
    if (tokens[i]?.norm === word) return true;
  return false;
}

const wordsBefore = 4;

/** True if a word stands within a few words before a phrase: what means nothing here needs more than to be near. */
function isRightBefore(tokens: readonly Token[], match: PhraseMatch, word: string): boolean {
  for (let i = match.from - 1; i >= Math.max(0, match.from - wordsBefore); i--) {
    const norm = tokens[i]?.norm;
    if (norm === word) return true;
    if (norm === ';' || norm === '.') return false;
  }
  return false;
}

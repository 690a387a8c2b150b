// The words of contraindication findings: short, plain, what to do first.
import type { Fact } from '../facts/model';
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule } from '../knowledge/model';
import type { Doubt, RuleMatch, Use } from './match';
import type { Place } from './overlap';

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The name of a fact as a sentence takes it: `deep vein thrombosis`, `rivaroxaban (anticoagulants)`. */
export function nameFact(kb: Knowledge, fact: Fact): string {
  switch (fact.kind) {
    case 'condition':
      return lowerFirst(kb.conditions.get(fact.id)?.name ?? fact.id);
    case 'medication': {
      const medication = kb.medications.get(fact.id);
      const group = kb.medicationClasses.get(medication?.class ?? '');
      const name = lowerFirst(medication?.name ?? fact.id);
      return group === undefined ? name : `${name} (${lowerFirst(group.name)})`;
    }
    case 'finding':
      return lowerFirst(kb.findings.get(fact.id)?.name ?? fact.id);
  }
}

/** A place in words: `left calf`. */
export function namePlace(kb: Knowledge, place: Place): string {
  const name = lowerFirst(kb.regions.get(place.id)?.name ?? place.id);
  return place.side === undefined
    ? name
    : place.side === 'bilateral'
      ? `${name}, both sides`
      : `${place.side} ${name}`;
}

const doubtWords: Readonly<Record<Doubt, string>> = {
  past: 'in the past',
  suspected: 'suspected',
  'earlier-note': 'from an earlier note',
  'phase-unknown': 'stage not stated',
  'severity-unknown': 'severity not stated',
  question: 'to check',
  'no-place': 'place not stated',
  'side-unknown': 'side not stated',
  'weak-evidence': 'weak evidence',
  'everyday-word': 'everyday word',
};

/** The most telling doubts, in brackets; nothing where all is sure. */
const inBrackets = (doubts: readonly Doubt[]): string =>
  doubts.length === 0
    ? ''
    : ` (${[...new Set(doubts)]
        .slice(0, 2)
        .map((doubt) => doubtWords[doubt])
        .join(', ')})`;

/** The message of a match: what is meant, in at most 140 characters. */
export function wordMatch(kb: Knowledge, match: RuleMatch, use: Use): string {
  const { rule, fact, doubts } = match;
  const technique = kb.techniques.get(use.id)?.name ?? use.id;
  const cause = fact === undefined ? lowerFirst(rule.title) : nameFact(kb, fact);
  if (doubts.includes('question') && rule.qualifier !== undefined)
    return cut(`Check before treating: ${rule.qualifier.text}? (${cause})`);
  const doubt = inBrackets(doubts);
  const place = use.regions[0];
  const where = place === undefined ? '' : `, ${namePlace(kb, place)}`;
  return cut(`${sentence(rule, technique, where, cause, fact === undefined)}${doubt}`);
}

function sentence(rule: Rule, technique: string, where: string, cause: string, anyone: boolean): string {
  const all = rule.targets.includes('all') && rule.scope === 'systemic';
  if (anyone) return `${technique}${where}: take care here, ${cause}.`;
  switch (rule.action) {
    case 'refer-emergency':
      return all
        ? `Do not treat, refer now: ${cause}.`
        : `${technique}${where}: do not, refer now: ${cause}.`;
    case 'withhold':
      return all
        ? rule.level === 'absolute'
          ? `Do not treat today: ${cause}.`
          : `Consider another day: ${cause}.`
        : `${technique}${where}: leave out with ${cause}.`;
    case 'clearance':
      return all
        ? `Get medical clearance before treating: ${cause}.`
        : `${technique}${where}: get medical clearance first, ${cause}.`;
    case 'avoid-area':
      return `${technique}${where}: keep off this area, ${cause}.`;
    case 'adapt':
      return rule.level === 'absolute' && !all
        ? `${technique}${where}: not with ${cause}; adapt.`
        : all
          ? `Adapt the session: ${cause}.`
          : `${technique}${where}: adapt, ${cause}.`;
  }
}

/** Holds a message to 140 characters, at a word. */
export const cut = (text: string): string =>
  text.length <= 140 ? text : `${text.slice(0, 139).replace(/\s+\S*$/, '')}…`;

/** What a fact's place says: `Client record: deep vein thrombosis, left lower leg, since 2026-10-28`. */
export function explainFact(kb: Knowledge, fact: Fact, here: string): string {
  const where =
    fact.source.uri === here
      ? 'This note'
      : fact.kind !== 'finding' && fact.statedOn !== undefined
        ? `Note of ${fact.statedOn}`
        : 'Client record';
  const parts = [nameFact(kb, fact)];
  if (fact.kind === 'condition') {
    for (const place of fact.regions.slice(0, 2))
      if (place.side !== undefined || fact.regions.length > 0) parts.push(namePlace(kb, place));
    if (fact.onset !== undefined)
      parts.push(
        `since ${fact.onset.precision === 'day' ? fact.onset.from : fact.onset.from.slice(0, fact.onset.precision === 'month' ? 7 : 4)}`,
      );
  } else if (fact.kind === 'medication' && fact.since !== undefined) parts.push(`since ${fact.since.from}`);
  return `${where}: ${parts.join(', ')}`;
}

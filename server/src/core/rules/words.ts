// The words of contraindication findings: short, plain, what to do first.
import type { Fact } from '../facts/model';
import { gestationWeeks } from '../facts/pregnancy';
import { isWithin, type Knowledge } from '../knowledge/knowledge';
import type { Rule } from '../knowledge/model';
import type { CivilDate, PartialDate } from '../note/model';
import { daysBetween, formatPartial } from '../note/values/calendar';
import { isTranslated, phrases, say } from '../text/say';
import type { Doubt, RuleMatch, Use } from './match';
import type { Place } from './overlap';

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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

/** What a rule speaks about: the fact that makes it apply, or for a rule for everybody its own title. */
export const nameCause = (kb: Knowledge, rule: Rule, fact: Fact | undefined): string =>
  fact === undefined ? lowerFirst(rule.title) : nameFact(kb, fact);

/** A place in words: `left calf`. */
export function namePlace(kb: Knowledge, place: Place): string {
  const name = lowerFirst(kb.regions.get(place.id)?.name ?? place.id);
  return place.side === undefined
    ? name
    : place.side === 'bilateral'
      ? say`${name}, both sides`
      : place.side === 'left'
        ? say`left ${name}`
        : say`right ${name}`;
}

const doubtWords: Readonly<Record<Exclude<Doubt, 'misspelt'>, string>> = phrases({
  past: 'in the past',
  suspected: 'suspected',
  'earlier-note': 'from an earlier note',
  'sources-differ': 'sources differ',
  'may-be-over': 'may be over by now',
  'phase-unknown': 'stage not stated',
  'severity-unknown': 'severity not stated',
  question: 'to check',
  'no-place': 'place not stated',
  'site-unknown': 'site not stated',
  'side-unknown': 'side not stated',
  'weak-evidence': 'weak evidence',
  'everyday-word': 'everyday word',
});

/** The most telling doubts, in brackets; nothing where all is sure. */
export const inBrackets = (doubts: readonly Doubt[], fact: Fact | undefined): string =>
  doubts.length === 0
    ? ''
    : ` (${[...new Set(doubts)]
        .slice(0, 2)
        .map((doubt) => (doubt === 'misspelt' ? wordSlip(fact) : doubtWords[doubt]))
        .join(', ')})`;

/** A misspelt word is told as what it was taken for, so that who reads it sees whether that is meant. */
const wordSlip = (fact: Fact | undefined): string =>
  say`read as “${fact?.kind === 'finding' ? '' : (fact?.readAs ?? '')}”`;

/** The message of a match: what is meant, in at most 140 characters. */
export function wordMatch(kb: Knowledge, match: RuleMatch, use: Use): string {
  const { rule, fact, doubts } = match;
  const technique = kb.techniques.get(use.id)?.name ?? use.id;
  const cause = fact === undefined ? (nameStructures(kb, use) ?? lowerFirst(rule.title)) : nameFact(kb, fact);
  if (doubts.includes('question') && rule.qualifier !== undefined)
    return cut(say`${upperFirst(cause)}: ${rule.qualifier.text}? Check before treating.`);
  // "Suspected deep vein thrombosis" need not be called suspected again.
  const doubt = inBrackets(
    doubts.filter((one) => one !== 'suspected' || !cause.startsWith('suspected')),
    fact,
  );
  const place = use.regions[0];
  const where = place === undefined ? '' : `, ${namePlace(kb, place)}`;
  return cut(`${sentence(rule, technique, where, cause, fact === undefined)}${doubt}`);
}

/** What lies shallow where a technique is used, at the narrowest endangerment site: `carotid artery and sinus, internal jugular vein`. */
function nameStructures(kb: Knowledge, use: Use): string | undefined {
  const sites = kb.data.endangermentSites.filter((site) =>
    use.regions.some((place) => isWithin(kb.regions, place.id, site.region)),
  );
  const narrowest = sites.find(
    (site) =>
      !sites.some((other) => other.region !== site.region && isWithin(kb.regions, other.region, site.region)),
  );
  return narrowest?.structures.split(', ').slice(0, 2).join(', ');
}

function sentence(rule: Rule, technique: string, where: string, cause: string, anyone: boolean): string {
  const all = rule.targets.includes('all') && rule.scope === 'systemic';
  if (anyone) return say`${technique}${where}: take care here (${cause}).`;
  switch (rule.action) {
    case 'refer-emergency':
      return all
        ? say`Do not treat, refer now: ${cause}.`
        : say`${technique}${where}: do not, refer now: ${cause}.`;
    case 'withhold':
      return all
        ? rule.level === 'absolute'
          ? say`Do not treat today: ${cause}.`
          : say`Consider another day: ${cause}.`
        : say`${technique}${where}: leave this out because of ${cause}.`;
    case 'clearance':
      return all
        ? say`Get medical clearance before treating: ${cause}.`
        : say`${technique}${where}: get medical clearance first because of ${cause}.`;
    case 'avoid-area':
      return say`${technique}${where}: keep off this area because of ${cause}.`;
    case 'adapt':
      return rule.level === 'absolute' && !all
        ? say`${technique}${where}: not like this with ${cause}; adapt it.`
        : all
          ? say`Adapt the session: ${cause}.`
          : say`${technique}${where}: adapt it because of ${cause}.`;
  }
}

/** How long a message may be: other languages need more room to say the same. */
const most = (): number => (isTranslated() ? 200 : 140);

/** Holds a message to 140 characters, at a word. */
export const cut = (text: string): string =>
  text.length <= most() ? text : `${text.slice(0, most() - 1).replace(/\s+\S*$/, '')}…`;

/**
 * What a fact's place says: `Client record: deep vein thrombosis, left lower leg, since 2026-10-28 (3 weeks)`. The time
 * since is reckoned to `date`, the day of the session.
 */
export function explainFact(kb: Knowledge, fact: Fact, here: string, date: CivilDate): string {
  const where =
    fact.source.uri === here
      ? say`This note`
      : fact.kind !== 'finding' && fact.statedOn !== undefined
        ? say`Note of ${fact.statedOn}`
        : say`Client record`;
  const parts = [nameFact(kb, fact)];
  if (fact.kind === 'condition') {
    for (const place of fact.regions.slice(0, 2)) parts.push(namePlace(kb, place));
    if (fact.onset !== undefined) parts.push(wordSince(fact.onset, date));
    const weeks = fact.due === undefined ? undefined : gestationWeeks(fact.due, date);
    if (weeks !== undefined)
      parts.push(weeks <= 42 ? say`${weeks} weeks` : say`due ${fact.due}, no birth noted`);
  } else if (fact.kind === 'medication' && fact.since !== undefined) parts.push(wordSince(fact.since, date));
  return `${where}: ${parts.join(', ')}`;
}

/** `since 2026-10-28 (3 weeks)`, `since 2024`: as exactly as it was stated. */
function wordSince(onset: PartialDate, date: CivilDate): string {
  const stated = formatPartial(onset);
  const days = onset.precision === 'day' ? daysBetween(onset.from, date) : undefined;
  const since = days === undefined || days <= 0 ? undefined : wordDays(days);
  return since === undefined ? say`since ${stated}` : say`since ${stated} (${since})`;
}

function wordDays(days: number): string {
  if (days < 14) return days === 1 ? say`1 day` : say`${days} days`;
  if (days < 91) return say`${Math.floor(days / 7)} weeks`;
  if (days < 730) return say`${Math.floor(days / 30.44)} months`;
  const years = Math.floor(days / 365.25);
  return years === 1 ? say`1 year` : say`${years} years`;
}

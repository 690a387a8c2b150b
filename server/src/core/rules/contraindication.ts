// From rule matches to findings: one voice for a technique and a cause, with its reasons and fixes.
import type { TechniqueUse } from '../facts/model';
import { depths, type RuleAction, type TermId } from '../knowledge/model';
import type { RegionMention } from '../mentions/model';
import { addToList } from '../text/lists';
import { say } from '../text/say';
import { type Source, sliceSpan } from '../text/span';
import { type Answer, answered, overrideFor, wordAnswer } from './clearances';
import { explainCause } from './explain-cause';
import { type Because, compareFindings, type Finding, type Severity, severities, withWords } from './finding';
import { fixesFor } from './fixes';
import { type Case, matchRules, type RuleMatch, type Use } from './match';
import { stopsSession } from './targets';
import { explainFact, wordMatch } from './words';

const family = 'contraindication/';

/** A match at a place in the note. */
interface Placed {
  readonly use: TechniqueUse;
  readonly match: RuleMatch;
}

const severityRank = (severity: Severity): number => severities.indexOf(severity);

/** Lists the contraindication findings of a session, sorted. */
export function listContraindications(at: Case): readonly Finding[] {
  const placed: Placed[] = [];
  for (const use of at.session.techniques)
    for (const match of matchRules(at, use)) placed.push({ use, match });
  const [first] = placed;
  if (first === undefined) return [];
  if (placed.length === 1) return [toFinding(at, [first], undefined)];
  const whole = oneForSession(placed.filter(({ match }) => stopsSession(match.rule)));
  const single = oneForTechnique(
    at,
    placed.filter(({ match }) => !stopsSession(match.rule)),
  );
  return oneAlertForCause(at, oneForCause(whole, single)).sort(compareFindings);
}

/**
 * Of the errors that one cause raises in a note the strongest stays one. The others are warnings that point to it:
 * each line keeps its mark, and nobody is stopped twice by the same clot.
 */
function oneAlertForCause(at: Case, groups: readonly Group[]): Finding[] {
  const spoken = new Map<string, Finding>();
  return [...groups]
    .sort(([a], [b]) => compareStrength(a, b))
    .map((group) => {
      const cause = causeOf(group[0]);
      const finding = toFinding(at, group, spoken.get(cause));
      if (finding.severity === 'error') spoken.set(cause, finding);
      return finding;
    });
}

/** Matches that one finding speaks for; the first is the strongest. */
type Group = readonly [Placed, ...Placed[]];

/** Facts that one statement gave are one cause: a knee replacement and the operation that it is, two limits of one pressure. */
function causeOf({ match: { fact, rule } }: Placed): string {
  if (fact !== undefined) return `${fact.source.uri}#${fact.source.span.start}`;
  return rule.level === 'relative' ? 'any' : `any/${rule.id}`;
}

/** True for a precaution that holds for every client: work over a place where nerves or vessels lie shallow. */
const isForEverybody = ({ match }: Placed): boolean =>
  match.fact === undefined && match.rule.level === 'relative';

/** Stronger first: severity, then the rule that names the narrower thing, then deeper and done work, then place. */
function compareStrength(a: Placed, b: Placed): number {
  return (
    severityRank(a.match.severity) - severityRank(b.match.severity) ||
    a.match.doubts.length - b.match.doubts.length ||
    Number(b.match.rule.scope === 'local') - Number(a.match.rule.scope === 'local') ||
    Number(a.use.status === 'planned') - Number(b.use.status === 'planned') ||
    depths.indexOf(b.use.depth) - depths.indexOf(a.use.depth) ||
    a.use.mention.span.start - b.use.mention.span.start ||
    (a.match.rule.id < b.match.rule.id ? -1 : 1)
  );
}

function groupBy(placed: readonly Placed[], key: (item: Placed) => string): readonly Group[] {
  const groups = new Map<string, Placed[]>();
  for (const item of placed) addToList(groups, key(item), item);
  return [...groups.values()].flatMap((list): readonly Group[] => {
    const [first, ...rest] = list.sort(compareStrength);
    return first === undefined ? [] : [[first, ...rest]];
  });
}

/**
 * A rule that stops the session speaks once, at the technique that is worst for it: nearest to the affected place, then
 * deepest. The other techniques, and other causes of the same rule, stand in its related information.
 */
const oneForSession = (placed: readonly Placed[]): readonly Group[] =>
  mergeGroups(groupBy(placed, causeOf), ruleOf).map((group): Group => {
    const strongest = group[0].match.severity;
    const [first, ...rest] = [...group].sort(
      (a, b) =>
        Number(a.match.severity !== strongest) - Number(b.match.severity !== strongest) ||
        nearness(b) - nearness(a) ||
        compareStrength(a, b),
    );
    return first === undefined ? group : [first, ...rest];
  });

const ruleOf = (item: Placed): string => item.match.rule.id;

/** 2: works at the affected place; 1: on the affected side; 0: elsewhere. */
function nearness({ match, use }: Placed): number {
  const sites = match.fact?.kind === 'condition' ? match.fact.regions : [];
  if (use.regions.some((place) => sites.some((site) => site.id === place.id))) return 2;
  return use.regions.some((place) =>
    sites.some((site) => site.side !== undefined && site.side === place.side),
  )
    ? 1
    : 0;
}

/**
 * Other rules speak once for a line and a cause, and once for a line and a rule; precautions for everybody once for a
 * note. A plan that repeats what was done adds nothing.
 */
function oneForTechnique(at: Case, placed: readonly Placed[]): readonly Group[] {
  const text = at.session.note.text;
  const line = (item: Placed): string =>
    isForEverybody(item) ? 'note' : String(text.lastIndexOf('\n', item.use.mention.span.start));
  const groups = mergeGroups(
    groupBy(placed, (item) => `${line(item)} ${causeOf(item)}`),
    (item) => `${line(item)} ${ruleOf(item)}`,
  );
  if (groups.length < 2) return groups;
  const done = new Set(
    groups.filter(([first]) => first.use.status === 'done').map(([first]) => repeatKey(first)),
  );
  return groups.filter(([first]) => first.use.status === 'done' || !done.has(repeatKey(first)));
}

/** Merges groups whose strongest members share a key: osteoporosis and its drug speak with one voice. */
function mergeGroups(groups: readonly Group[], key: (item: Placed) => string): readonly Group[] {
  if (groups.length < 2) return groups;
  const merged = new Map<string, Placed[]>();
  for (const group of groups) {
    const at = key(group[0]);
    const known = merged.get(at);
    if (known === undefined) merged.set(at, [...group]);
    else for (const item of group) known.push(item);
  }
  return [...merged.values()].flatMap((list): readonly Group[] => {
    const [first, ...rest] = list.sort(compareStrength);
    return first === undefined ? [] : [[first, ...rest]];
  });
}

/**
 * Where a rule stops the session and others restrict techniques for the same cause, the stronger kind speaks and the
 * other stands in its related information: who must not treat at all need not hear what else to leave out.
 */
function oneForCause(whole: readonly Group[], single: readonly Group[]): readonly Group[] {
  const spoken: Group[] = [];
  const folded = new Set<Group>();
  for (const group of whole) {
    const [first] = group;
    const causes = new Set(group.map(causeOf));
    const rivals = single.filter(([other]) => causes.has(causeOf(other)));
    const [strongest] = [...rivals].sort(([a], [b]) => compareStrength(a, b));
    if (
      strongest === undefined ||
      severityRank(first.match.severity) <= severityRank(strongest[0].match.severity)
    ) {
      for (const rival of rivals) folded.add(rival);
      spoken.push([...group, ...rivals.flatMap((rival) => rival.filter((item) => item.use === first.use))]);
    } else {
      folded.add(strongest);
      spoken.push([...strongest, ...group.filter((item) => item.use === strongest[0].use)]);
    }
  }
  return [...spoken, ...single.filter((group) => !folded.has(group))];
}

const repeatKey = (item: Placed): string =>
  `${item.match.rule.id} ${causeOf(item)} ${item.use.id} ${item.use.regions.map((place) => `${place.id}${place.side ?? ''}`).join()}`;

/** The finding of a group; after a `first` error of the same cause it is a warning that points there. */
function toFinding(at: Case, group: Group, first: Finding | undefined): Finding {
  const [{ use, match }] = group;
  const source: Source = { uri: at.session.uri, span: use.mention.span };
  const phrases =
    match.fact !== undefined && match.fact.source.uri === at.session.uri
      ? [sliceSpan(at.session.note.text, match.fact.source.span)]
      : [];
  const answer = overrideFor(at, match.rule, [...phrases, sliceSpan(at.session.note.text, use.mention.span)]);
  const isOverridden = answer?.state === 'answers';
  const isRepeated = first !== undefined && match.severity === 'error' && !isOverridden;
  const finding = withWords(
    {
      rule: family + match.rule.id,
      severity: isRepeated ? 'warning' : match.severity,
      at: source,
      urgency: urgencyOf[match.rule.action],
    },
    {
      message: () => wordMatch(at.kb, match, use),
      because: () => [
        ...listBecause(at, group, answer).slice(0, 8),
        ...(isRepeated ? [{ at: first.at, text: say`The first finding of this cause stands here` }] : []),
      ],
      fixes: () => (isOverridden ? [] : fixesFor(at, match, use)),
    },
  );
  return isOverridden ? answered(finding, answer.entry.reason?.value ?? '', answer.source) : finding;
}

/** The reasons of a group's finding: its cause, what was remarked, the override, and the other matches that it speaks for. */
function listBecause(at: Case, group: Group, answer: Answer | undefined): readonly Because[] {
  const [{ use, match }, ...others] = group;
  const because: Because[] = [];
  if (match.fact !== undefined) because.push(...explainCause(at, match.fact));
  because.push(...match.remarks.slice(0, 2));
  if (answer !== undefined) because.push({ at: answer.source, text: wordAnswer(answer) });
  const seen = new Set([match.rule.id]);
  const causes = new Set([causeOf(group[0])]);
  const uses = new Set([use]);
  for (const other of others) {
    if (other.match.fact !== undefined && !causes.has(causeOf(other))) {
      causes.add(causeOf(other));
      because.push({
        at: other.match.fact.source,
        text: explainFact(at.kb, other.match.fact, at.session.uri, at.date),
      });
    }
    const sameUse = other.use === use;
    if (sameUse ? seen.has(other.match.rule.id) : uses.has(other.use)) continue;
    if (sameUse) seen.add(other.match.rule.id);
    uses.add(other.use);
    because.push({
      at: { uri: at.session.uri, span: other.use.mention.span },
      text: sameUse
        ? say`Also: ${other.match.rule.title} (${other.match.rule.id})`
        : say`Also meets: ${at.kb.techniques.get(other.use.id)?.name ?? other.use.id}`,
    });
  }
  return because;
}

const urgencyOf: Readonly<Record<RuleAction, number>> = {
  'refer-emergency': 0,
  withhold: 1,
  clearance: 2,
  'avoid-area': 3,
  adapt: 4,
};

/**
 * What speaks against a technique for this client, strongest first; undefined if nothing does. For completion and hover.
 * Without regions only rules that do not depend on a place speak with certainty.
 */
export function contraindicationFor(
  at: Case,
  technique: TermId,
  regions: readonly Pick<RegionMention, 'id' | 'side'>[] = [],
): Finding | undefined {
  const entry = at.kb.techniques.get(technique);
  if (entry === undefined) return undefined;
  const use: Use = { id: technique, depth: entry.depth, regions };
  const matches = matchRules(at, use).filter((match) => !match.doubts.includes('no-place'));
  const [strongest] = matches.sort(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      a.doubts.length - b.doubts.length ||
      (a.rule.id < b.rule.id ? -1 : 1),
  );
  if (strongest === undefined) return undefined;
  const source = strongest.fact?.source ?? { uri: at.session.uri, span: { start: 0, end: 0 } };
  return {
    rule: family + strongest.rule.id,
    severity: strongest.severity,
    at: source,
    message: wordMatch(at.kb, strongest, use),
    because: strongest.fact === undefined ? [] : explainCause(at, strongest.fact),
    fixes: [],
  };
}

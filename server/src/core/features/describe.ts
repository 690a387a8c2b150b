// Words about an entry of the knowledge base, as short Markdown: what it is, why it matters, on what source.
import type { Knowledge } from '../knowledge/knowledge';
import type { Confidence, Rule, SourceRef, TermKind } from '../knowledge/model';
import { phrases, say } from '../text/say';

/** Escapes text so that Markdown shows it as it is: no link, no image, no heading comes from a note. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()<>#+!|~-]/g, '\\$&').replace(/\s+/g, ' ');

/** The sources of a statement on one line, with year and weight; general knowledge is said to be that. */
export function wordSources(
  kb: Knowledge,
  sources: readonly SourceRef[],
  confidence: Confidence | undefined,
): string {
  const named = sources.flatMap((source) => {
    if (!('ref' in source)) return [];
    const entry = kb.sources.get(source.ref);
    if (entry === undefined) return [];
    const words = say`${entry.title}${entry.year === undefined ? '' : ` (${entry.year})`}, ${entry.authority} authority`;
    return [entry.url === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${entry.url})`];
  });
  const general = sources.some((source) => !('ref' in source));
  const shown = named.slice(0, 3);
  const more = named.length - shown.length;
  const parts = [
    ...shown,
    ...(more > 0 ? [say`${more} more`] : []),
    ...(general ? [say`general knowledge`] : []),
  ];
  return say`*Source:* ${parts.join(' · ')}${confidence === undefined ? '' : say`. *Confidence:* ${confidence}`}`;
}

/** Describes a term in a few lines of Markdown; undefined if the base does not know it. */
export function describeTerm(kb: Knowledge, kind: TermKind, id: string): string | undefined {
  switch (kind) {
    case 'technique': {
      const entry = kb.techniques.get(id);
      if (entry === undefined) return undefined;
      const traits = [
        say`${entry.depth} pressure`,
        ...entry.traits.map((trait) => trait.replaceAll('-', ' ')),
      ].join(', ');
      return [
        say`**${entry.name}** (technique)`,
        entry.description,
        say`*Usually:* ${traits}${entry.typicalMinutes === undefined ? '' : `; ${entry.typicalMinutes}`}`,
        wordSources(kb, entry.sources, entry.confidence),
      ].join('\n\n');
    }
    case 'condition': {
      const entry = kb.conditions.get(id);
      if (entry === undefined) return undefined;
      const rules = kb.data.rules.filter((rule) =>
        rule.anyOf.some((cause) => 'condition' in cause && cause.condition === id),
      );
      const lines = rules
        .slice(0, 3)
        .map((rule) => `- ${escapeMarkdown(rule.title)}: ${escapeMarkdown(rule.rationale)}`);
      return [
        say`**${entry.name}** (condition, ${entry.category.replaceAll('-', ' ')})`,
        ...(lines.length > 0 ? [lines.join('\n')] : [say`No rule of the base speaks of it.`]),
        ...(entry.flags.length > 0
          ? [say`*Mind:* ${entry.flags.map((flag) => flag.replaceAll('-', ' ')).join(', ')}`]
          : []),
        wordSources(kb, rules[0]?.sources ?? entry.sources, rules[0]?.confidence ?? entry.confidence),
      ].join('\n\n');
    }
    case 'medication': {
      const entry = kb.medications.get(id);
      const group = kb.medicationClasses.get(entry?.class ?? '');
      if (entry === undefined || group === undefined) return undefined;
      return [
        `**${entry.name}** (${group.name.toLowerCase()})`,
        group.whyItMatters,
        say`*For massage:* ${group.massageAdvice}`,
        ...(entry.note === undefined ? [] : [entry.note]),
        wordSources(kb, group.sources, group.confidence),
      ].join('\n\n');
    }
    case 'region': {
      const entry = kb.regions.get(id);
      if (entry === undefined) return undefined;
      const parent = kb.regions.get(entry.parent ?? '');
      const sites = kb.data.endangermentSites.filter((site) => site.region === id);
      return [
        `**${entry.name}** (${entry.kind.replaceAll('-', ' ')}${parent === undefined ? '' : say`, part of ${parent.name.toLowerCase()}`})`,
        ...sites
          .slice(0, 2)
          .map((site) => say`*Take care:* ${site.name}: ${site.structures}. ${site.guidance}`),
        ...(sites[0] === undefined ? [] : [wordSources(kb, sites[0].sources, sites[0].confidence)]),
      ].join('\n\n');
    }
    case 'measure': {
      const entry = kb.measures.get(id);
      if (entry === undefined) return undefined;
      const range =
        entry.range === undefined
          ? []
          : [
              say`*Range:* ${entry.range[0]} to ${entry.range[1]}${entry.unit === undefined ? '' : ` ${entry.unit}`}`,
            ];
      return [
        say`**${entry.name}** (measure)`,
        ...range,
        ...(entry.importantChange === undefined
          ? []
          : [say`*A change that matters:* ${entry.importantChange}`]),
        ...(entry.note === undefined ? [] : [entry.note]),
        wordSources(kb, entry.sources, entry.confidence),
      ].join('\n\n');
    }
    case 'sign': {
      const entry = kb.signs.get(id);
      const flags = kb.data.redFlags.filter((flag) => flag.features.some((feature) => feature.sign === id));
      const [flag] = flags;
      if (entry === undefined || flag === undefined) return undefined;
      return [
        say`**${entry.name}** (sign)`,
        say`Part of: ${flags.map((one) => one.title).join('; ')}. ${flag.action}`,
        wordSources(kb, flag.sources, flag.confidence),
      ].join('\n\n');
    }
    case 'position':
      return undefined;
  }
}

const actions: Readonly<Record<Rule['action'], string>> = phrases({
  'refer-emergency': 'Refer now; no treatment until a doctor has cleared it.',
  withhold: 'Leave it out.',
  clearance: 'Get medical clearance first.',
  'avoid-area': 'Keep off the area; other areas may be treated.',
  adapt: 'Adapt the session.',
});

/** Describes a rule: what to do, why, what is safer, what clears it, on what sources, where sources disagree. */
export function describeRule(kb: Knowledge, rule: Rule): string {
  const safer = rule.saferAlternatives.map((id) => kb.techniques.get(id)?.name.toLowerCase() ?? id);
  return [
    `**${rule.title}** \`${rule.id}\``,
    `${actions[rule.action]} ${escapeMarkdown(rule.rationale)}`,
    say`*Safer instead:* ${safer.length === 0 ? say`nothing until it is cleared` : safer.join(', ')}. *Cleared when:* ${escapeMarkdown(rule.clearsWhen)}.`,
    ...(rule.sourceDisagreement === undefined
      ? []
      : [say`*Sources differ:* ${escapeMarkdown(rule.sourceDisagreement)}`]),
    wordSources(kb, rule.sources, rule.confidence),
  ].join('\n\n');
}

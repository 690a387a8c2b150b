// Findings that values and signs of today's note meet: "temperature 38 °C or more".
import type { Knowledge } from '../knowledge/knowledge';
import type { FindingTest, RedFlag, TermId, VitalFinding } from '../knowledge/model';
import type { Mention } from '../mentions/model';
import { addToList } from '../text/lists';
import { oncePer } from '../text/once';
import type { Source, Uri } from '../text/span';
import type { Fact, FindingFact, Value } from './model';

/** Lists the findings of the base that are met by this note's values, conditions and signs. */
export function findingFactsOf(
  kb: Knowledge,
  uri: Uri,
  mentions: readonly Mention[],
  facts: readonly Fact[],
  values: readonly Value[],
): readonly FindingFact[] {
  const met: FindingFact[] = [];
  for (const finding of findingsTouched(kb, mentions, facts, values)) {
    for (const group of finding.anyOf) {
      const [first, ...others] = group;
      const source = first && sourceOf(kb, uri, first, mentions, facts, values);
      if (source === undefined) continue;
      if (others.some((test) => sourceOf(kb, uri, test, mentions, facts, values) === undefined)) continue;
      met.push({ kind: 'finding', id: finding.id, certainty: 'stated', source });
      break;
    }
  }
  return met;
}

/** The findings, in the order of the base, of which one test may be met by what a note says: few of all. */
function findingsTouched(
  kb: Knowledge,
  mentions: readonly Mention[],
  facts: readonly Fact[],
  values: readonly Value[],
): readonly VitalFinding[] {
  const { byValue, byCondition, bySign, byMention } = findingIndex(kb);
  const places = new Set<number>();
  const touch = (found: readonly number[] | undefined): void => {
    if (found !== undefined) for (const at of found) places.add(at);
  };
  for (const { measure } of values) touch(byValue.get(measure));
  for (const fact of facts) if (fact.kind === 'condition') touch(byCondition.get(fact.id));
  for (const { kind, id } of mentions) {
    if (kind === 'sign') touch(bySign.get(id));
    else if (kind === 'condition') touch(byMention.get(id));
  }
  return pick(kb.data.findings, places);
}

/** What stands at some places of a list, in its order. */
const pick = <T>(list: readonly T[], places: ReadonlySet<number>): readonly T[] =>
  places.size === 0 ? [] : [...places].sort((a, b) => a - b).flatMap((at) => list[at] ?? []);

/** Places in a list by the sign that is asked for, and by the mention of a condition that stands for it. */
interface FeatureIndex {
  readonly bySign: Map<TermId, number[]>;
  readonly byMention: Map<TermId, number[]>;
}

/** Adds what asks for one of a red flag's features. */
function addFeatures(kb: Knowledge, { bySign, byMention }: FeatureIndex, flag: RedFlag, at: number): void {
  for (const { sign } of flag.features) {
    addToList(bySign, sign, at);
    for (const id of kb.signs.get(sign)?.conditions ?? []) addToList(byMention, id, at);
  }
}

/**
 * The findings of a base by what the first test of each of their groups asks for, told by their places in its list. A red
 * flag asks for one of its features.
 */
const findingIndex = oncePer((kb: Knowledge) => {
  const byValue = new Map<string, number[]>();
  const byCondition = new Map<TermId, number[]>();
  const features: FeatureIndex = { bySign: new Map(), byMention: new Map() };
  const add = (test: FindingTest, at: number): void => {
    if ('condition' in test) addToList(byCondition, test.condition, at);
    else if ('sign' in test) addToList(features.bySign, test.sign, at);
    else if ('value' in test) addToList(byValue, test.value, at);
    else {
      const flag = kb.redFlags.get(test.redFlag);
      if (flag !== undefined) addFeatures(kb, features, flag, at);
    }
  };
  for (const [at, { anyOf }] of kb.data.findings.entries())
    for (const [first] of anyOf) if (first !== undefined) add(first, at);
  return { byValue, byCondition, ...features };
});

function sourceOf(
  kb: Knowledge,
  uri: Uri,
  test: FindingTest,
  mentions: readonly Mention[],
  facts: readonly Fact[],
  values: readonly Value[],
): Source | undefined {
  if ('condition' in test) {
    const fact = facts.find(
      (candidate) =>
        candidate.kind === 'condition' && candidate.id === test.condition && !candidate.historical,
    );
    return fact?.source;
  }
  if ('sign' in test) {
    const mention = mentions.find(
      (candidate) =>
        candidate.kind === 'sign' && candidate.id === test.sign && candidate.assertion === 'present',
    );
    return mention === undefined ? undefined : { uri, span: mention.span };
  }
  if ('redFlag' in test) {
    const flag = kb.redFlags.get(test.redFlag);
    if (flag === undefined) return undefined;
    const present = featuresPresent(kb, flag, mentions);
    const [first] = present;
    return first !== undefined && present.length >= flag.minimumFeatures
      ? { uri, span: first.span }
      : undefined;
  }
  const value = values.find(
    (candidate) => candidate.measure === test.value && inBounds(candidate.value, test),
  );
  return value === undefined ? undefined : { uri, span: value.span };
}

function inBounds(
  value: number,
  test: {
    readonly above?: number;
    readonly atLeast?: number;
    readonly below?: number;
    readonly atMost?: number;
  },
): boolean {
  return (
    (test.above === undefined || value > test.above) &&
    (test.atLeast === undefined || value >= test.atLeast) &&
    (test.below === undefined || value < test.below) &&
    (test.atMost === undefined || value <= test.atMost)
  );
}

/** The mentions of today's note that are features of a red flag, one for each feature. */
export function featuresPresent(
  kb: Knowledge,
  flag: RedFlag,
  mentions: readonly Mention[],
): readonly Mention[] {
  const { signs, conditions } = firstPresent(mentions);
  if (signs.size + conditions.size === 0) return [];
  const present = new Set<Mention>();
  for (const { sign } of flag.features) {
    let first = signs.get(sign) ?? mentions.length;
    for (const id of kb.signs.get(sign)?.conditions ?? [])
      first = Math.min(first, conditions.get(id) ?? first);
    const mention = mentions[first];
    if (mention !== undefined) present.add(mention);
  }
  return [...present];
}

/** The red flags of which a note has any feature, in the order of the base. */
export function redFlagsTouched(kb: Knowledge, mentions: readonly Mention[]): readonly RedFlag[] {
  const { signs, conditions } = firstPresent(mentions);
  const { bySign, byMention } = redFlagIndex(kb);
  const places = new Set<number>();
  for (const sign of signs.keys()) for (const at of bySign.get(sign) ?? []) places.add(at);
  for (const id of conditions.keys()) for (const at of byMention.get(id) ?? []) places.add(at);
  return pick(kb.data.redFlags, places);
}

/** The red flags of a base by their features, told by their places in its list. */
const redFlagIndex = oncePer((kb: Knowledge): FeatureIndex => {
  const features: FeatureIndex = { bySign: new Map(), byMention: new Map() };
  for (const [at, flag] of kb.data.redFlags.entries()) addFeatures(kb, features, flag, at);
  return features;
});

/** Where each sign and condition that is there is mentioned first; weak words count for nothing. */
const firstPresent = oncePer((mentions: readonly Mention[]) => {
  const signs = new Map<TermId, number>();
  const conditions = new Map<TermId, number>();
  for (const [at, { kind, id, assertion, match }] of mentions.entries()) {
    if (assertion !== 'present' || match === 'weak') continue;
    const places = kind === 'sign' ? signs : kind === 'condition' ? conditions : undefined;
    if (places !== undefined && !places.has(id)) places.set(id, at);
  }
  return { signs, conditions };
});

// The page of a rule: what it restricts, when, why, what is safer, what clears it.
import type { Knowledge, Rule, RuleCause } from '../../core/index';
import { type PageKind, part, toList, toSentence, toSources } from './page';

export const rulePages: PageKind = {
  name: 'rule',
  plural: 'rules',
  what: 'what is restricted for whom, why, what is safer and what clears it',
  list: (kb) => kb.data.rules.map((rule) => ({ id: rule.id, names: [rule.title] })),
  toPage: (kb, id) => {
    const rule = kb.rules.get(id);
    if (rule === undefined) return undefined;
    return {
      kind: 'rule',
      id,
      title: rule.title,
      parts: [
        part('What', toWhat(kb, rule)),
        part('Applies when', toCauses(kb, rule), ...toConditions(rule)),
        part('Why', rule.rationale),
        part('Safer instead', toSafer(kb, rule)),
        part(
          'What clears it',
          toSentence(rule.clearsWhen),
          toAfter(kb, rule),
          rule.reschedule && toSentence(rule.reschedule),
        ),
        part('Where sources disagree', rule.sourceDisagreement),
        toSources(kb, rule.sources, rule.confidence),
      ],
    };
  },
};

function toWhat(kb: Knowledge, rule: Rule): string {
  const targets = rule.targets.map((target) => describeTarget(kb, target)).join('; ');
  return `${describeLevel(rule)} ${describeAction(rule)} It restricts: ${targets}. ${describeScope(kb, rule)}`;
}

function describeLevel(rule: Rule): string {
  switch (rule.level) {
    case 'absolute':
      return 'Absolute contraindication.';
    case 'local':
      return 'Local contraindication.';
    case 'relative':
      return 'Precaution.';
  }
}

function describeAction(rule: Rule): string {
  switch (rule.action) {
    case 'refer-emergency':
      return 'Do not treat; refer for medical review at once.';
    case 'withhold':
      return 'Withhold what it restricts.';
    case 'clearance':
      return 'Get medical clearance first.';
    case 'avoid-area':
      return 'Keep off the area; treatment elsewhere may go on.';
    case 'adapt':
      return 'Adapt the session.';
  }
}

function describeTarget(kb: Knowledge, target: string): string {
  if (target === 'all') return 'every hands-on technique';
  const colon = target.indexOf(':');
  const [kind, name] = [target.slice(0, colon), target.slice(colon + 1)];
  if (kind === 'tech') return kb.techniques.get(name)?.name ?? name;
  if (kind === 'family') return `the ${toWords(name)} family`;
  if (kind === 'position') return `lying ${toWords(name)}`;
  const depth = /^depth-(light|moderate|deep)-plus$/.exec(name) ?? /^depth-(deep)$/.exec(name);
  if (depth === null) return `${toWords(name)} techniques`;
  return depth[1] === 'light'
    ? 'any pressure'
    : `${depth[1]} pressure${name.endsWith('plus') ? ' or more' : ''}`;
}

function describeScope(kb: Knowledge, rule: Rule): string {
  if (rule.scope === 'systemic') return 'It holds for the whole session.';
  const regions = toList(rule.regions.map((id) => kb.regions.get(id)?.name ?? id));
  const extent = rule.localExtent === undefined ? '' : ` (${toWords(rule.localExtent)})`;
  return `It holds for ${regions ?? 'the affected area'}${extent}.`;
}

const toCauses = (kb: Knowledge, rule: Rule): string =>
  `Any of: ${rule.anyOf.map((cause) => describeCause(kb, cause)).join('; ')}.`;

function describeCause(kb: Knowledge, cause: RuleCause): string {
  if ('condition' in cause) return kb.conditions.get(cause.condition)?.name ?? cause.condition;
  if ('medication' in cause) return kb.medications.get(cause.medication)?.name ?? cause.medication;
  if ('medicationClass' in cause)
    return kb.medicationClasses.get(cause.medicationClass)?.name ?? cause.medicationClass;
  if ('finding' in cause) return kb.findings.get(cause.finding)?.name ?? cause.finding;
  return 'any client';
}

const toConditions = (rule: Rule): readonly (string | undefined)[] => [
  rule.phase.length === 0 ? undefined : `Phase: ${rule.phase.join(' or ')}.`,
  rule.severity.length === 0 ? undefined : `Severity: ${rule.severity.join(' or ')}.`,
  rule.qualifier === undefined ? undefined : `Only if: ${rule.qualifier.text}.`,
  rule.strict ? 'The note must say so; where it does not, the rule stays silent.' : undefined,
];

const toSafer = (kb: Knowledge, rule: Rule): string =>
  toList(rule.saferAlternatives.map((id) => kb.techniques.get(id)?.name ?? id)) ??
  'Nothing hands-on is named as safer until this is cleared.';

const toAfter = (kb: Knowledge, rule: Rule): string | undefined =>
  rule.whenClearedApply.length === 0
    ? undefined
    : `Once cleared, these take over: ${rule.whenClearedApply.map((id) => `${kb.rules.get(id)?.title ?? id} (${id})`).join('; ')}.`;

const toWords = (id: string): string => id.replaceAll('-', ' ');

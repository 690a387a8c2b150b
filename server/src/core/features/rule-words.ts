// A rule in plain sentences, part by part. The command line, the pages under docs/rules and the tests read them here.
import type { Knowledge } from '../knowledge/knowledge';
import type { LocalExtent, Rule, RuleAction, RuleCause, SourceRef } from '../knowledge/model';
import { reviewDue } from '../knowledge/review';
import { say } from '../text/say';

/** One part of what is to be said of a rule: paragraphs, a list that the last of them leads to, and what follows it. */
export interface RulePart {
  readonly label: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly after: readonly string[];
}

/** A source in words, with its address if it has one. */
export interface SourceWords {
  readonly text: string;
  readonly url: string | undefined;
}

/** How another rule is referred to: by id in a terminal, by a link on a page. */
export type NameRule = (rule: Rule) => string;

/** All parts of a rule but its sources; parts without words are left out. */
export function wordRule(kb: Knowledge, rule: Rule, nameRule: NameRule): readonly RulePart[] {
  const parts: readonly RulePart[] = [
    isForAll(rule)
      ? toPart('What', [`${wordLevel(rule)}. ${wordAction(rule)} ${toScope(kb, rule)}`])
      : toPart('What', [`${wordLevel(rule)}. ${toScope(kb, rule)}`, wordAction(rule)], toTargets(kb, rule)),
    toPart('Applies when', [toCauseLead(rule)], toCauses(kb, rule), toStage(rule)),
    toPart('Why', [toSentence(rule.rationale)]),
    toPart('Safer instead', [toSafer(kb, rule)]),
    toPart(
      'What clears it',
      [toSentence(rule.clearsWhen), rule.reschedule === undefined ? '' : toSentence(rule.reschedule)].concat(
        rule.whenClearedApply.length === 0 ? [] : ['Once it is cleared, these take over:'],
      ),
      rule.whenClearedApply.flatMap((id) => {
        const next = kb.rules.get(id);
        return next === undefined ? [] : [nameRule(next)];
      }),
    ),
    toPart('Where sources disagree', [
      rule.sourceDisagreement === undefined ? '' : toSentence(rule.sourceDisagreement),
    ]),
  ];
  return parts.filter((part) => part.paragraphs.length > 0);
}

const toPart = (
  label: string,
  paragraphs: readonly string[],
  items: readonly string[] = [],
  after: readonly string[] = [],
): RulePart => ({
  label,
  paragraphs: paragraphs.filter((text) => text !== ''),
  items,
  after: after.filter((text) => text !== ''),
});

/** The sources of a statement, one each, with year and authority; the plain admission where there is none. */
export const wordEachSource = (kb: Knowledge, sources: readonly SourceRef[]): readonly SourceWords[] =>
  sources.map((source) => {
    if (!('ref' in source))
      return { text: say`General knowledge: no published source was found.`, url: undefined };
    const entry = kb.sources.get(source.ref);
    if (entry === undefined) return { text: source.ref, url: undefined };
    const facts = [entry.year ?? say`no year`, say`${entry.authority} authority`];
    return { text: `${entry.title} (${facts.join(', ')})`, url: entry.url };
  });

/** When the rule was last reviewed, by whom, and when the next review is due. */
export function wordReview(rule: Rule): string {
  const due = reviewDue(rule);
  return due === undefined
    ? 'This rule was not reviewed yet.'
    : `Read against its sources by the project on ${rule.reviewed}, not by a clinician; to be read again by ${due}.`;
}

/** A text as a sentence of its own. */
export const toSentence = (text: string): string => {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
};

const levels: Readonly<Record<Rule['level'], string>> = {
  absolute: 'Absolute contraindication',
  local: 'Local contraindication',
  relative: 'Precaution',
};

/** The level of a rule: `Absolute contraindication`. */
export const wordLevel = (rule: Rule): string => levels[rule.level];

const whole: Readonly<Record<RuleAction, string>> = {
  'refer-emergency': 'Do not treat; refer for medical review at once.',
  withhold: 'Do not treat today.',
  clearance: 'Get medical clearance before any treatment.',
  'avoid-area': 'Keep off the area; treatment elsewhere may go on.',
  adapt: 'Adapt the whole session.',
};
const some: Readonly<Record<RuleAction, string>> = {
  'refer-emergency': 'Leave this out, and refer for medical review at once:',
  withhold: 'Leave this out:',
  clearance: 'Get medical clearance before this:',
  'avoid-area': 'Keep this off the area; treatment elsewhere may go on:',
  adapt: 'Make this gentler, or leave it out:',
};

const isForAll = (rule: Rule): boolean => rule.targets.includes('all');

/** What to do about a rule, in one sentence: `Do not treat; refer for medical review at once.` */
export function wordAction(rule: Rule): string {
  if (isForAll(rule)) {
    if (rule.scope === 'local') return wholeThere[rule.action];
    return rule.level === 'relative' && rule.action === 'withhold'
      ? 'Consider another day for the session.'
      : whole[rule.action];
  }
  return rule.level === 'absolute' && rule.action === 'adapt'
    ? 'Leave this out; the rest of the session may go on:'
    : some[rule.action];
}

const wholeThere: Readonly<Record<RuleAction, string>> = {
  ...whole,
  'refer-emergency': 'Do not touch the area; refer for medical review at once.',
  withhold: 'Do not treat the area today.',
  clearance: 'Get medical clearance before treating the area.',
  adapt: 'Adapt the treatment of the area.',
};

const toTargets = (kb: Knowledge, rule: Rule): readonly string[] =>
  isForAll(rule) ? [] : rule.targets.map((target) => wordTarget(kb, target));

const traitWords: Readonly<Record<string, string>> = {
  'depth-light-plus': 'any pressure at all',
  'depth-moderate-plus': 'moderate pressure or more',
  'depth-deep': 'deep pressure',
  circulatory: 'circulatory strokes, such as effleurage and petrissage',
  stretch: 'stretching',
  'joint-movement': 'movement of the joints',
  heat: 'heat',
  cold: 'cold',
  percussive: 'percussion, such as tapotement or a massage gun',
  suction: 'suction, such as cupping',
  instrument: 'work with instruments',
  friction: 'friction',
  electrical: 'electrical stimulation',
  'ischaemic-compression': 'sustained compression, such as trigger point work',
  vibration: 'vibration',
  'lymph-moving': 'lymph drainage',
  thrust: 'thrust techniques',
  'skin-break': 'techniques that break the skin',
  aromatic: 'essential oils',
  adhesive: 'tape on the skin',
};
const positionWords: Readonly<Record<string, string>> = {
  'prone-long': 'lying face down for long',
  flat: 'lying flat on the back',
  'head-down': 'lying with the head lowered',
  'fast-turn': 'turning over or sitting up quickly',
};

/** A target in words: `deep pressure`, `lying flat on the back`. */
export function wordTarget(kb: Knowledge, target: string): string {
  if (target === 'all') return 'every hands-on technique';
  const colon = target.indexOf(':');
  const [kind, name] = [target.slice(0, colon), target.slice(colon + 1)];
  const words = name.replaceAll('-', ' ');
  switch (kind) {
    case 'tech':
      return lowerName(kb.techniques.get(name)?.name ?? words);
    case 'family':
      return `techniques of the ${words} family`;
    case 'position':
      return positionWords[name] ?? `lying ${words}`;
    default:
      return traitWords[name] ?? words;
  }
}

const extentWords: Readonly<Record<LocalExtent, string>> = {
  site: 'right at the affected place',
  'site-plus-margin': 'at the affected place and close around it',
  'site-plus-distal': 'at the affected place and on the limb beyond it',
  region: 'in the affected region',
  'limb-distal': 'on the limb from the affected place outwards',
  'limb-whole': 'on the whole of the affected limb',
};

function toScope(kb: Knowledge, rule: Rule): string {
  if (rule.scope === 'systemic') return 'It holds for the whole session, wherever you work.';
  const named = toEnumeration(
    rule.regions.map((id) => lowerName(kb.regions.get(id)?.name ?? id)),
    'and',
  );
  if (rule.anyOf.some((cause) => 'anyClient' in cause)) return `It holds at these places: ${named}.`;
  const extent = extentWords[rule.localExtent ?? 'region'];
  if (named === '') return `It holds ${extent}.`;
  const sided = rule.regions.some((id) => kb.regions.get(id)?.laterality === 'paired')
    ? ' Where a side is stated, that side is meant, otherwise both.'
    : '';
  switch (rule.localExtent) {
    case 'limb-whole':
      return `It holds ${extent} or, where none is stated, here: ${named}.${sided}`;
    case 'site-plus-distal':
      return `It holds ${extent}, and here: ${named}.${sided}`;
    default:
      return `It holds here: ${named}.${sided}`;
  }
}

function toCauseLead(rule: Rule): string {
  if (rule.anyOf.some((cause) => 'anyClient' in cause)) return 'It applies to every client.';
  return rule.anyOf.length === 1
    ? 'It applies to a client with:'
    : 'It applies to a client with any of these:';
}

const toCauses = (kb: Knowledge, rule: Rule): readonly string[] =>
  rule.anyOf.flatMap((cause) => ('anyClient' in cause ? [] : [wordCause(kb, cause)]));

/** A cause in words: `deep vein thrombosis`, `a medicine of the class anticoagulants, such as warfarin`. */
export function wordCause(kb: Knowledge, cause: RuleCause): string {
  if ('condition' in cause) return lowerName(kb.conditions.get(cause.condition)?.name ?? cause.condition);
  if ('medication' in cause)
    return `${lowerName(kb.medications.get(cause.medication)?.name ?? cause.medication)} (a medicine)`;
  if ('medicationClass' in cause) {
    const id = cause.medicationClass;
    const members = kb.data.medications.filter((each) => each.class === id || each.alsoClasses.includes(id));
    const some = toEnumeration(
      members.slice(0, 3).map((each) => lowerName(each.name)),
      'or',
    );
    return `a medicine of the group “${lowerName(kb.medicationClasses.get(id)?.name ?? id)}”${some === '' ? '' : `, such as ${some}`}`;
  }
  if ('finding' in cause)
    return `${lowerName(kb.findings.get(cause.finding)?.name ?? cause.finding)}, as read from the note`;
  return 'any client';
}

function toStage(rule: Rule): readonly string[] {
  const silent = 'The record or the note must say so; otherwise the rule stays silent.';
  const doubtful = 'If another is stated, the rule stays silent; if none is, it speaks with less certainty.';
  const tail = rule.strict ? silent : doubtful;
  return [
    rule.phase.length === 0 ? '' : `Only in the ${toEnumeration(rule.phase, 'or')} phase. ${tail}`,
    rule.severity.length === 0 ? '' : `Only where it is ${toEnumeration(rule.severity, 'or')}. ${tail}`,
    rule.qualifier === undefined
      ? ''
      : `Only if this holds as well: ${rule.qualifier.text}. ${rule.strict ? silent : 'Where the note does not say, the rule asks.'}`,
  ];
}

const toSafer = (kb: Knowledge, rule: Rule): string =>
  rule.saferAlternatives.length === 0
    ? 'Nothing hands-on is named as safer until this is cleared.'
    : toSentence(
        toEnumeration(
          rule.saferAlternatives.map((id) => lowerName(kb.techniques.get(id)?.name ?? id)),
          'or',
        ),
      );

function toEnumeration(words: readonly string[], join: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`;
}

/** A name as it stands inside a sentence; proper names and short forms keep their capitals. */
const lowerName = (name: string): string =>
  /^[A-Z][a-z]/.test(name) && !properName.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

const properName =
  /^(?:Addison|Bell|Crohn|Down|Ehlers|Hodgkin|Marfan|Raynaud|Von|Swedish|Thai|Trager|Parkinson|Wells|Achilles|Ortho-Bionomy|Ashiatsu|Ayurvedic)/;

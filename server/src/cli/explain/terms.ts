// The pages of conditions, medications and their classes, and techniques.
import type { Condition, Course, Knowledge, Rule, RuleCause, Term } from '../../core/index';
import { type PageKind, part, toList, toSources } from './page';

const toNames = (term: Term): readonly string[] => [
  term.name,
  ...term.synonyms,
  ...term.abbreviations,
  ...term.weakSynonyms,
];

const toEntry = (term: Term) => ({ id: term.id, names: toNames(term) });

const toSynonyms = (term: Term): string | undefined => toList([...term.synonyms, ...term.abbreviations]);

/** The rules that name a cause, one a line. */
const toRules = (kb: Knowledge, isMeant: (cause: RuleCause) => boolean): readonly string[] =>
  kb.data.rules.filter((rule) => rule.anyOf.some(isMeant)).map(toRuleLine);

const toRuleLine = (rule: Rule): string => `${rule.id}: ${rule.title} (${rule.level})`;

export const conditionPages: PageKind = {
  name: 'condition',
  plural: 'conditions',
  what: 'how it is written, how long it counts, and the rules it calls up',
  list: (kb) => kb.data.conditions.map(toEntry),
  toPage: (kb, id) => {
    const condition = kb.conditions.get(id);
    if (condition === undefined) return undefined;
    const region = condition.region === undefined ? undefined : kb.regions.get(condition.region)?.name;
    const flags = kb.data.redFlags.filter((flag) => flag.suspect === id);
    return {
      kind: 'condition',
      id,
      title: condition.name,
      parts: [
        part('Also written', toSynonyms(condition)),
        part(
          'What',
          `Category: ${condition.category.replaceAll('-', ' ')}.${region === undefined ? '' : ` Region: ${region}.`}`,
          describeCourse(kb, condition.course),
          describeSuspected(kb, condition),
          describeCode(condition),
        ),
        part('Rules it calls up', ...toRules(kb, (cause) => 'condition' in cause && cause.condition === id)),
        part('Red flags that point to it', ...flags.map((flag) => `${flag.id}: ${flag.title}`)),
        toSources(kb, condition.sources, condition.confidence),
      ],
    };
  },
};

function describeSuspected(kb: Knowledge, { suspected }: Condition): string | undefined {
  if (suspected === undefined) return undefined;
  return `While it is only suspected, it counts as: ${kb.conditions.get(suspected)?.name ?? suspected}.`;
}

const describeCode = ({ icd10cm, icdFit }: Condition): string | undefined =>
  icd10cm === undefined
    ? undefined
    : `ICD-10-CM ${icd10cm}${icdFit === 'direct' ? '' : ' (nearest category)'}, for reference only.`;

function describeCourse(kb: Knowledge, course: Course): string {
  const after = course.becomes === undefined ? undefined : kb.conditions.get(course.becomes)?.name;
  const lapse =
    course.lapsesAfterDays === undefined
      ? 'It counts until a note or the record says otherwise.'
      : `It stops counting ${course.lapsesAfterDays === 1 ? 'a day' : `${course.lapsesAfterDays} days`} after it was last stated.`;
  return `Course: ${course.kind}. ${lapse}${after === undefined ? '' : ` When it is over: ${after}.`}`;
}

export const medicationPages: PageKind = {
  name: 'medication',
  plural: 'medications',
  what: 'its brands and class, why it matters and the rules it calls up',
  list: (kb) => kb.data.medications.map(toEntry),
  toPage: (kb, id) => {
    const medication = kb.medications.get(id);
    if (medication === undefined) return undefined;
    const classes = [medication.class, ...medication.alsoClasses];
    const known = classes
      .map((entry) => kb.medicationClasses.get(entry))
      .filter((entry) => entry !== undefined);
    return {
      kind: 'medication',
      id,
      title: medication.name,
      parts: [
        part('Also written', toSynonyms(medication)),
        part(
          'What',
          `Class: ${known.map((entry) => entry.name).join(', ') || classes.join(', ')}.`,
          medication.note,
        ),
        part('Why it matters', ...known.map((entry) => entry.whyItMatters)),
        part('Advice for massage', ...known.map((entry) => entry.massageAdvice)),
        part(
          'Rules it calls up',
          ...toRules(
            kb,
            (cause) =>
              ('medication' in cause && cause.medication === id) ||
              ('medicationClass' in cause && classes.includes(cause.medicationClass)),
          ),
        ),
        toSources(
          kb,
          [...medication.sources, ...known.flatMap((entry) => entry.sources)],
          medication.confidence,
        ),
      ],
    };
  },
};

export const medicationClassPages: PageKind = {
  name: 'medication class',
  plural: 'medication classes',
  what: 'why a group of medications matters and which ones belong to it',
  list: (kb) => kb.data.medicationClasses.map((entry) => ({ id: entry.id, names: [entry.name] })),
  toPage: (kb, id) => {
    const entry = kb.medicationClasses.get(id);
    if (entry === undefined) return undefined;
    const members = kb.data.medications.filter(
      (medication) => medication.class === id || medication.alsoClasses.includes(id),
    );
    return {
      kind: 'medication class',
      id,
      title: entry.name,
      parts: [
        part('Why it matters', entry.whyItMatters),
        part('Advice for massage', entry.massageAdvice),
        part('Medications', toList(members.map((medication) => medication.name))),
        part(
          'Rules it calls up',
          ...toRules(kb, (cause) => 'medicationClass' in cause && cause.medicationClass === id),
        ),
        toSources(kb, entry.sources, entry.confidence),
      ],
    };
  },
};

export const techniquePages: PageKind = {
  name: 'technique',
  plural: 'techniques',
  what: 'what it is, how deep it works and what it does to the tissue',
  list: (kb) => kb.data.techniques.map(toEntry),
  toPage: (kb, id) => {
    const technique = kb.techniques.get(id);
    if (technique === undefined) return undefined;
    const parent = technique.parent === undefined ? undefined : kb.techniques.get(technique.parent)?.name;
    const safer = kb.data.rules.filter((rule) => rule.saferAlternatives.includes(id));
    return {
      kind: 'technique',
      id,
      title: technique.name,
      parts: [
        part('Also written', toSynonyms(technique)),
        part(
          'What',
          technique.description,
          `Family: ${technique.family.replaceAll('-', ' ')}.${parent === undefined ? '' : ` A form of ${parent}.`}`,
          technique.typicalMinutes === undefined
            ? undefined
            : `Usual time: ${technique.typicalMinutes} (minutes).`,
        ),
        part(
          'What rules look at',
          `Depth: ${technique.depth} unless the note states another pressure.`,
          technique.traits.length === 0
            ? undefined
            : `Traits: ${technique.traits.join(', ').replaceAll('-', ' ')}.`,
        ),
        part('Named as safer in', ...safer.map(toRuleLine)),
        toSources(kb, technique.sources, technique.confidence),
      ],
    };
  },
};

// What is asked of the session: what was found and done, how it went, how it goes on.
import type { TermKind } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import type { SectionId } from '../../note/sections';
import { listPainScores } from '../../note/values/pain';
import { listPressures } from '../../note/values/pressure';
import { type Asked, type Insert, type RequirementTable, replyOf, there } from './model';
import type { NoteParts } from './note-parts';

const field = (section: SectionId, label: string) => (): Insert => ({ kind: 'field', section, label });

const inTreatment = ({ input }: Asked, kinds: readonly TermKind[]): readonly Mention[] =>
  input.session.mentions.filter(({ section, kind }) => section === 'treatment' && kinds.includes(kind));

const responseWords =
  /→|->|\b(?:respon|tolerat|relie[fv]|better\b|improv|eas(?:ed|ier|es)\b|less\b|decreas|increas|reduc|relax|soft|worse|sore\b|no change|unchanged|settled|calm|loose|gained|lower\b|goals? (?:met|reached)|stopped\b)/i;
const homeWords =
  /\b(?:HC\b|home|HEP\b|stretch|exerc|advis|drink|water\b|walk|self|daily\b|rest\b|practi[sc])/i;

/** What shows how it went: words such as “better” and “6/10 → 3/10”. */
const tellsChange = (parts: NoteParts, sections: readonly SectionId[]): boolean =>
  responseWords.test(parts.textOf(...sections));

const afterTreatment = (asked: Asked, isThere: () => boolean, ...fields: readonly string[]) =>
  asked.isTreated ? replyOf(isThere(), asked.parts.empty(...fields)) : there;

/** Words in the plan besides what the client does at home. */
const hasPlan = ({ parts }: Asked): boolean =>
  parts.note.sections.some(
    ({ id, blocks }) =>
      id === 'plan' &&
      blocks.some((block) =>
        block.kind === 'text'
          ? /[\p{L}\p{N}]/u.test(parts.note.text.slice(block.content.start, block.content.end))
          : block.field !== 'home-care' && block.field !== 'education' && parts.isSaid(block),
      ),
  );

/** Under a heading such as “Assessment and plan” both stand together. */
const isShared = ({ parts }: Asked): boolean =>
  parts.note.sections.some(
    ({ id, title }) =>
      id === 'plan' && /assess|^a\s?[/&]\s?p/i.test(parts.note.text.slice(title.start, title.end)),
  );

export const content: RequirementTable<
  | 'objective'
  | 'outcome-measure'
  | 'techniques'
  | 'areas-treated'
  | 'areas-avoided'
  | 'pressure'
  | 'response'
  | 'change'
  | 'assessment'
  | 'plan'
  | 'home-care'
> = {
  objective: {
    name: 'findings',
    sentence: 'No findings are written down.',
    place: 'objective',
    reply: (asked) =>
      replyOf(
        asked.parts.isFilled('objective') ||
          asked.parts.has('observation', 'posture', 'palpation', 'range-of-motion', 'vitals'),
        asked.parts.empty('palpation', 'observation', 'posture', 'range-of-motion', 'vitals'),
      ),
    insert: field('objective', 'Palpation'),
  },
  'outcome-measure': {
    name: 'outcome measure',
    place: 'subjective',
    reply: (asked) =>
      replyOf(
        !asked.isTreated ||
          asked.parts.has('pain', 'intensity', 'range-of-motion', 'strength', 'special-tests') ||
          asked.input.session.values.some(({ measure }) => measure === 'pain') ||
          listPainScores(asked.parts.textOf()).length > 0 ||
          asked.input.session.mentions.some(
            ({ kind, id }) => kind === 'measure' && asked.input.kb.measures.get(id)?.family === 'outcome',
          ),
        asked.parts.empty('pain', 'intensity'),
      ),
    insert: field('subjective', 'Pain'),
  },
  techniques: {
    name: 'techniques',
    sentence: 'No techniques are named.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          inTreatment(asked, ['technique']).length > 0 ||
          asked.input.session.techniques.some(({ status }) => status === 'done') ||
          asked.parts.has('techniques', 'treatment', 'heat-cold') ||
          asked.parts.fields.some(
            (one) =>
              one.section === 'treatment' &&
              one.filled &&
              one.field.field === undefined &&
              one.label !== 'rationale',
          ),
        'techniques',
      ),
    insert: field('treatment', 'Techniques'),
  },
  'areas-treated': {
    name: 'areas treated',
    sentence: 'The areas treated are not named.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('areas-treated') ||
          inTreatment(asked, ['region']).length > 0 ||
          asked.input.session.techniques.some(
            ({ status, regions }) => status === 'done' && regions.length > 0,
          ),
        'areas-treated',
      ),
    insert: field('treatment', 'Areas treated'),
  },
  'areas-avoided': {
    name: 'areas avoided',
    sentence: 'Nothing says which areas to avoid, or none.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('avoided') ||
          inTreatment(asked, ['technique', 'region']).some(({ assertion }) => assertion === 'avoided') ||
          (asked.input.client.record?.record.avoid.length ?? 0) > 0 ||
          /\bavoid|\bleft out\b|\bnot treated\b/i.test(asked.parts.textOf()),
        'avoided',
      ),
    insert: field('treatment', 'Avoided'),
  },
  pressure: {
    name: 'pressure',
    sentence: 'The pressure is not stated.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('pressure') ||
          /\b(?:light|gentle|moderate|mod|medium|firm|deep|soft|[1-5]\/5)\b/i.test(
            asked.parts.textOf('treatment'),
          ) ||
          listPressures(asked.parts.textOf('treatment')).length > 0,
        'pressure',
      ),
    insert: field('treatment', 'Pressure'),
  },
  response: {
    name: 'response',
    sentence: 'Nothing says how the client responded.',
    place: 'treatment',
    reply: (asked) =>
      afterTreatment(
        asked,
        () =>
          asked.parts.has('response', 'tolerance') || tellsChange(asked.parts, ['treatment', 'assessment']),
        'response',
      ),
    insert: field('treatment', 'Response'),
  },
  change: {
    name: 'change in condition',
    sentence: 'Nothing says how the condition has changed.',
    place: 'assessment',
    reply: (asked) =>
      replyOf(
        asked.parts.has('health-update', 'progress', 'improving', 'worsening', 'goals-met') ||
          tellsChange(asked.parts, ['subjective', 'assessment', 'plan']) ||
          /\bsince\b|\b(?:last|previous) (?:visit|session|time)\b|\bsame\b/i.test(
            asked.parts.textOf('subjective'),
          ),
        asked.parts.empty('progress', 'health-update'),
      ),
    insert: field('assessment', 'Progress'),
  },
  assessment: {
    name: 'assessment',
    place: 'assessment',
    reply: (asked) =>
      replyOf(
        asked.parts.isFilled('assessment') ||
          (isShared(asked) && asked.parts.isFilled('plan')) ||
          asked.parts.has('impression', 'progress', 'improving', 'worsening'),
        asked.parts.empty('impression', 'progress', 'improving', 'worsening'),
      ),
    insert: field('assessment', 'Impression'),
  },
  plan: {
    name: 'plan',
    place: 'plan',
    reply: (asked) =>
      replyOf(
        hasPlan(asked) ||
          asked.parts.has('next-session', 'frequency', 'follow-up', 'reassess', 'recommendations'),
        asked.parts.empty('next-session', 'frequency', 'follow-up'),
      ),
    insert: field('plan', 'Next session'),
  },
  'home-care': {
    name: 'home care',
    sentence: 'No home care is written down.',
    place: 'plan',
    reply: (asked) =>
      replyOf(
        asked.parts.has('home-care', 'education', 'recommendations') ||
          homeWords.test(asked.parts.textOf('plan')),
        asked.parts.empty('home-care', 'education'),
      ),
    insert: field('plan', 'Home care'),
  },
};

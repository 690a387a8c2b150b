// Completion and hover in a practice's own knowledge files: keys by place, ids of what there is, values of the form.
import { listTerms } from '../knowledge/knowledge';
import { type TermKind, traits } from '../knowledge/model';
import { fieldTable } from '../note/fields';
import { type Span, span } from '../text/span';
import type { KnowledgeView } from '../workspace/model';
import type { Completion } from './completion';
import { describeRule, describeTerm, escapeMarkdown } from './describe';
import type { Hover } from './hover';
import { readYamlPlace, type Step } from './knowledge-place';
import { keysAt, valuesAt } from './knowledge-schema';
import { isCalledFor } from './typed';

/** A value that may stand somewhere, with what it means. */
interface Choice {
  readonly value: string;
  readonly detail: string | undefined;
  readonly kind: Completion['kind'];
  /** What hover says of it, as Markdown. */
  readonly explain: () => string | undefined;
  readonly term?: Completion['term'];
}

/** Lists suggestions at an offset of a knowledge file. */
export function completeKnowledge(view: KnowledgeView, offset: number): readonly Completion[] {
  const place = view.isOurs ? readYamlPlace(view.file.text, offset) : undefined;
  if (place === undefined) return [];
  const { typed } = place;
  const keys = place.kind === 'key' ? keysAt(place.path) : undefined;
  if (keys !== undefined && keys.size > 0) {
    const there = new Set(place.siblings);
    return [...keys]
      .filter(([key]) => !there.has(key) && isCalledFor(key, view.file.text.slice(typed.start, typed.end)))
      .map(([key, { help, required }], index) => ({
        ...plain(key, typed, index),
        kind: 'key',
        insertText: `${key}: `,
        detail: required ? `${help}${help === '' ? '' : '. '}Required` : help,
      }));
  }
  const written = view.file.text.slice(typed.start, typed.end).replace(/^["']/, '');
  const choices = choicesAt(view, place.path).filter(({ value }) => isCalledFor(value, written));
  return choices.map(({ value, detail, kind, term }, index) => ({
    ...plain(value, typed, index),
    // A colon and a space inside words would end them; ids of targets hold a colon alone.
    insertText:
      /^(?:tech|family|trait|position):/.test(value) && isBare(view.file.text, typed) ? `"${value}"` : value,
    kind,
    detail,
    term,
  }));
}

const isBare = (text: string, { start }: Span): boolean => !/["']/.test(text.charAt(start));

const plain = (label: string, replace: Span, index: number): Completion => ({
  label,
  kind: 'value',
  insertText: label,
  replace,
  sort: String(index).padStart(4, '0'),
  filter: label,
  detail: undefined,
  discouraged: false,
  term: undefined,
});

/** What is known of the key or id at an offset of a knowledge file. */
export function hoverKnowledge(view: KnowledgeView, offset: number): Hover | undefined {
  if (!view.isOurs) return undefined;
  const { text } = view.file;
  const start = offset - (/[\w:-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w:-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const word = text.slice(start, end).replace(/:$/, '');
  const place = word === '' ? undefined : readYamlPlace(text, start);
  if (place === undefined) return undefined;
  const at = span(start, start + word.length);
  const key =
    place.kind === 'key' && /^\s*:/.test(text.slice(at.end)) ? keysAt(place.path).get(word) : undefined;
  if (key !== undefined)
    return key.help === '' && !key.required
      ? undefined
      : {
          span: at,
          markdown: `**${escapeMarkdown(word)}**${key.required ? ' (required)' : ''}\n\n${escapeMarkdown(key.help)}`,
          because: [],
        };
  const markdown = choicesAt(view, place.path)
    .find(({ value }) => value === word)
    ?.explain();
  return markdown === undefined ? undefined : { span: at, markdown, because: [] };
}

const lists: Readonly<Record<string, readonly Source[]>> = {
  alsoClasses: ['classes'],
  class: ['classes'],
  becomes: ['condition'],
  condition: ['condition'],
  ends: ['condition'],
  field: ['fields'],
  finding: ['findings'],
  medication: ['medication'],
  medicationClass: ['classes'],
  ref: ['sources'],
  region: ['region'],
  regions: ['region'],
  rule: ['rules'],
  saferAlternatives: ['technique'],
  suspected: ['condition'],
  technique: ['technique'],
  whenClearedApply: ['rules'],
};

type Source = TermKind | 'classes' | 'fields' | 'findings' | 'rules' | 'sources';

/** What may stand at a place: the values of the form, and the ids that the key asks for. */
function choicesAt(view: KnowledgeView, path: readonly Step[]): readonly Choice[] {
  const key = path.findLast((step) => step !== '[]') ?? '';
  const fixed = valuesAt(path).map(
    (value): Choice => ({ value, detail: undefined, kind: 'value', explain: () => undefined }),
  );
  if (key === 'targets') return targetsOf(view);
  if (key === 'parent') return [...fixed, ...idsOf(view, path[0] === 'regions' ? 'region' : 'technique')];
  return [...fixed, ...(lists[key] ?? []).flatMap((source) => idsOf(view, source))];
}

function idsOf({ kb }: KnowledgeView, source: Source): readonly Choice[] {
  const named = (value: string, detail: string, about = ''): Choice => ({
    value,
    detail,
    kind: 'value',
    explain: () => `**${escapeMarkdown(detail)}**${about === '' ? '' : `\n\n${escapeMarkdown(about)}`}`,
  });
  switch (source) {
    case 'rules':
      return kb.data.rules.map((rule) => ({
        ...named(rule.id, rule.title),
        explain: () => describeRule(kb, rule),
      }));
    case 'sources':
      return kb.data.sources.map(({ id, title, year }) =>
        named(id, year === undefined ? title : `${title} (${year})`),
      );
    case 'classes':
      return kb.data.medicationClasses.map(({ id, name, whyItMatters }) => named(id, name, whyItMatters));
    case 'findings':
      return kb.data.findings.map(({ id, name }) => named(id, name));
    case 'fields':
      return fieldTable.map(({ id, name, help }) => named(id, name, help));
    default:
      return listTerms(kb, source).map(({ id, name }) => ({
        value: id,
        detail: name,
        kind: source,
        explain: () => describeTerm(kb, source, id),
        term: { kind: source, id },
      }));
  }
}

/** What a rule may be aimed at: all, a technique, a family of them, a trait, a position. */
function targetsOf(view: KnowledgeView): readonly Choice[] {
  const { kb } = view;
  const simple = (value: string, detail: string): Choice => ({
    value,
    detail,
    kind: 'value',
    explain: () => escapeMarkdown(detail),
  });
  const families = [...new Set(kb.data.techniques.map(({ family }) => family))].sort();
  return [
    simple('all', 'Every technique'),
    ...depthTraits.map(([value, detail]) => simple(`trait:${value}`, detail)),
    ...traits.map((trait) =>
      simple(`trait:${trait}`, `Techniques with the trait ${trait.replaceAll('-', ' ')}`),
    ),
    ...families.map((family) =>
      simple(`family:${family}`, `Techniques of the family ${family.replaceAll('-', ' ')}`),
    ),
    ...kb.data.positions.map(({ id, name }) => simple(`position:${id}`, name)),
    ...idsOf(view, 'technique').map((choice) => ({ ...choice, value: `tech:${choice.value}` })),
  ];
}

const depthTraits = [
  ['depth-light-plus', 'Work of any depth'],
  ['depth-moderate-plus', 'Work of moderate depth and more'],
  ['depth-deep', 'Deep work'],
] as const;

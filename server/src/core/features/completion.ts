// What may be written at a cursor: headings, labels, techniques, conditions, medications, regions, keys and values.
import { listTerms } from '../knowledge/knowledge';
import type { Term, TermKind } from '../knowledge/model';
import { fieldTable } from '../note/fields';
import { sectionTable } from '../note/sections';
import { findPracticeField, practiceFieldsOf } from '../rules/own-fields';
import { say, spoken } from '../text/say';
import { type Span, sliceSpan, span } from '../text/span';
import type { NoteView, View } from '../workspace/model';
import { adviceOn, rankStrength, wordStrength } from './advice';
import { type CursorContext, readCursor } from './context';
import { completeKnowledge } from './knowledge-help';
import { isCalledFor } from './typed';
import { completeYaml } from './yaml-completion';

/** One suggestion, as data. */
export interface Completion {
  readonly label: string;
  readonly kind: 'section' | 'field' | 'key' | 'value' | 'client' | TermKind | 'side';
  readonly insertText: string;
  readonly replace: Span;
  /** Sorts the list; smaller first. */
  readonly sort: string;
  readonly filter: string;
  readonly detail: string | undefined;
  /** True for a technique that this client should not have: struck through and last. */
  readonly discouraged: boolean;
  /** The term to describe when the suggestion is looked at. */
  readonly term: { readonly kind: TermKind; readonly id: string } | undefined;
}

/** Lists suggestions at an offset, best first. */
export function listCompletions(view: View, offset: number): readonly Completion[] {
  if (view.kind === 'knowledge') return completeKnowledge(view, offset);
  const at = readCursor(view, offset);
  if (at.kind !== 'text') return completeYaml(view, at);
  if (view.kind !== 'note') return [];
  const { text } = view.file;
  return [
    ...listHeadings(view, at),
    ...listLabels(view, at),
    ...listChoices(view, at),
    ...listWords(view, at),
  ]
    .filter(({ filter, replace }) => isCalledFor(filter, text.slice(replace.start, replace.end)))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.label < b.label ? -1 : 1));
}

type TextContext = Extract<CursorContext, { kind: 'text' }>;

/** Headings of sections that the note lacks, at the start of a line. */
function listHeadings(view: NoteView, at: TextContext): readonly Completion[] {
  const letters = /^#{0,6}\s*(\p{L}*)$/u.exec(at.before)?.[1];
  if (at.bullet || letters === undefined) return [];
  // A heading that is being typed may already read as one.
  const present = new Set(
    view.parsed.value.sections
      .filter(
        (section) =>
          section.heading.end < at.typed.end - at.before.length || section.heading.start > at.typed.end,
      )
      .map((section) => section.id),
  );
  return sectionTable
    .filter((section) => section.canonical && section.id !== 'addendum' && !present.has(section.id))
    .filter((section) => isCalledFor(section.title, letters))
    .map((section, index) => ({
      label: section.title,
      kind: 'section',
      insertText: `## ${section.title}\n- `,
      replace: span(at.typed.end - at.before.length, at.typed.end),
      sort: `0${String(index).padStart(3, '0')}`,
      filter: `${at.before}${section.title}`,
      detail: say`Section`,
      discouraged: false,
      term: undefined,
    }));
}

/** Labels of the section's fields, at the start of a line or behind a bullet. */
function listLabels(view: NoteView, at: TextContext): readonly Completion[] {
  if (!at.atStart || /^#/.test(at.before)) return [];
  const section = view.parsed.value.sections.find(
    (candidate) =>
      candidate.span.start <= at.typed.start &&
      at.typed.end <= candidate.span.end &&
      candidate.id === at.section,
  );
  const present = new Set(
    section?.blocks.flatMap((block) =>
      block.kind === 'field' && block.field !== undefined ? [block.field] : [],
    ),
  );
  const written = new Set(
    section?.blocks.flatMap((block) =>
      block.kind === 'field'
        ? [findPracticeField(view.kb, sliceSpan(view.file.text, block.label))?.id ?? '']
        : [],
    ),
  );
  const own = practiceFieldsOf(view.kb)
    .filter((field) => !field.shipped && field.section === at.section && !written.has(field.id))
    .map(({ label, help }) => ({ name: label, help }));
  const shipped = fieldTable.filter((field) => field.section === at.section && !present.has(field.id));
  return [...shipped, ...own].map((field, index) => ({
    label: field.name,
    kind: 'field',
    insertText: at.bullet ? `${field.name}: ` : `- ${field.name}: `,
    replace: at.typed,
    sort: `2${String(index).padStart(3, '0')}`,
    filter: field.name,
    detail: spoken(field.help),
    discouraged: false,
    term: undefined,
  }));
}

/** What may stand behind the label of a field for which the practice gives choices. */
function listChoices(view: NoteView, at: TextContext): readonly Completion[] {
  const label = /^\s*(?:[-*•–]\s+)?([^:]{1,60}):\s*[^:]*$/.exec(at.before)?.[1]?.trim();
  const field = label === undefined ? undefined : findPracticeField(view.kb, label);
  return (field?.values ?? []).map((value, index) => ({
    label: value,
    kind: 'value',
    insertText: value,
    replace: at.typed,
    sort: `0${String(index).padStart(3, '0')}`,
    filter: value,
    detail: field?.help === undefined ? undefined : spoken(field.help),
    discouraged: false,
    term: undefined,
  }));
}

/** The kinds of terms that a section calls for, likeliest first. */
function kindsFor(at: TextContext): readonly TermKind[] {
  switch (at.section) {
    case 'treatment':
      return ['technique', 'region', 'position'];
    case 'plan':
      return ['technique', 'region'];
    case 'objective':
      return ['region', 'condition', 'measure', 'technique'];
    case 'subjective':
    case 'assessment':
    case 'addendum':
    case 'family-history':
    case 'past-history':
      return ['condition', 'medication', 'region'];
    case undefined:
      return ['technique', 'condition', 'region', 'medication'];
  }
}

const sides: readonly (readonly [string, string])[] = [
  ['L', 'left'],
  ['R', 'right'],
  ['B', 'both sides'],
];

function listWords(view: NoteView, at: TextContext): readonly Completion[] {
  const { text } = view.file;
  const items: Completion[] = [];
  const kinds = kindsFor(at);
  kinds.forEach((kind, order) => {
    // Behind `Deep tissue:` the place comes next, so regions go before further techniques.
    const rank = kind === 'region' && !at.atStart && at.section === 'treatment' ? 1 : order * 2 + 3;
    for (const term of listTerms(view.kb, kind))
      items.push(...completeTerm(view, text, at, kind, term, rank));
  });
  if (!at.atStart && (at.section === 'treatment' || at.section === 'plan' || at.section === 'objective')) {
    const typed = text.slice(at.typed.start, at.typed.end);
    if (!/\s/.test(typed)) {
      sides.forEach(([label, detail], index) => {
        items.push({
          label,
          kind: 'side',
          insertText: `${label} `,
          replace: at.typed,
          sort: `10${index}`,
          filter: label,
          detail: spoken(detail),
          discouraged: false,
          term: undefined,
        });
      });
    }
  }
  return items;
}

function completeTerm(
  view: NoteView,
  text: string,
  at: TextContext,
  kind: TermKind,
  term: Term,
  rank: number,
): readonly Completion[] {
  const label = kind === 'technique' || at.atStart ? term.name : lowerFirst(term.name);
  const replace = replaceSpan(text, at.typed, term);
  const order = `${rankName(label, text.slice(replace.start, replace.end))}${label.toLowerCase()}`;
  if (kind !== 'technique') {
    return [
      {
        label,
        kind,
        insertText: label,
        replace,
        sort: `${rank}${order}`,
        filter: filterOf(text, replace, label, term),
        detail: detailOf(view, kind, term),
        discouraged: false,
        term: { kind, id: term.id },
      },
    ];
  }
  const filter = filterOf(text, replace, label, term);
  // Advice is the costly part: it is not asked for what the typed letters rule out.
  if (!isCalledFor(filter, text.slice(replace.start, replace.end))) return [];
  const advice = adviceOn(view).get(term.id);
  const against = advice?.against;
  const serious = against !== undefined && against.severity !== 'information' && against.severity !== 'hint';
  if (serious && !view.settings.showContraindicated) return [];
  const reason = advice?.indicatedFor[0];
  const entry = at.section === 'treatment' && at.atStart && at.bullet;
  return [
    {
      label,
      kind,
      insertText: entry ? `${label}: ` : label,
      replace,
      sort: serious
        ? `9${order}`
        : reason !== undefined
          ? `1${rankStrength(reason)}${order}`
          : `${rank}${order}`,
      filter,
      detail: serious
        ? against.message
        : reason !== undefined
          ? say`used for ${reason.condition} (${wordStrength(reason)})`
          : detailOf(view, kind, term),
      discouraged: serious,
      term: { kind, id: term.id },
    },
  ];
}

/** What begins with the typed letters comes before what has a word that does, and that before what is only called so too. */
function rankName(label: string, typed: string): number {
  const [name, letters] = [label.toLowerCase(), typed.trim().toLowerCase()];
  return name.startsWith(letters) ? 0 : isCalledFor(name, letters) ? 1 : 2;
}

const lowerFirst = (name: string): string =>
  /^[A-Z][a-z]/.test(name) && !/^(?:[A-Z]\S* ){1,}(?:disease|syndrome)/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

function detailOf(view: NoteView, kind: TermKind, term: Term): string | undefined {
  switch (kind) {
    case 'medication':
      return view.kb.medicationClasses.get(view.kb.medications.get(term.id)?.class ?? '')?.name;
    case 'technique': {
      const technique = view.kb.techniques.get(term.id);
      return technique === undefined
        ? undefined
        : `${technique.depth}, ${technique.family.replaceAll('-', ' ')}`;
    }
    case 'region':
      return view.kb.regions.get(view.kb.regions.get(term.id)?.parent ?? '')?.name.toLowerCase();
    default:
      return term.abbreviations[0];
  }
}

/** Where the replaced text begins: as many typed words as begin the term, else the last word. */
function replaceSpan(text: string, typed: Span, term: Term): Span {
  const words = text.slice(typed.start, typed.end);
  let from = 0;
  for (;;) {
    const tail = words.slice(from).toLowerCase();
    if (tail.trim() !== '' && phrasesOf(term).some((phrase) => phrase.toLowerCase().startsWith(tail)))
      return span(typed.start + from, typed.end);
    const next = words.slice(from).search(/\s\S*$/) === -1 ? -1 : words.indexOf(' ', from);
    if (next === -1) break;
    from = next + 1;
  }
  const last = /\S*$/.exec(words)?.[0] ?? '';
  return span(typed.end - last.length, typed.end);
}

const phrasesOf = (term: Term): readonly string[] => [term.name, ...term.synonyms, ...term.abbreviations];

/** What an editor matches the typed text against: the phrase that it begins, else all phrases. */
function filterOf(text: string, replace: Span, label: string, term: Term): string {
  const typed = text.slice(replace.start, replace.end).toLowerCase();
  if (typed === '' || label.toLowerCase().startsWith(typed)) return label;
  return phrasesOf(term).find((phrase) => phrase.toLowerCase().startsWith(typed)) ?? label;
}

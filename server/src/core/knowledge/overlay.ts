// Lays a practice's own knowledge over the shipped one. Pure; the shipped data is never changed.
import { findNear } from '../text/distance';
import { say } from '../text/say';
import { createKnowledge, type Knowledge } from './knowledge';
import { assemble, type LoadedFile } from './load';
import type { KnowledgeData, Rule, SourceEntry, Term } from './model';
import type { NarrowedField, OwnField } from './own-fields';
import type { PracticeFile, PracticeItem, PracticeProblem } from './practice-file';
import type { PracticeEntry } from './practice-schema';
import { checkReferences } from './references';
import { changeRule, type RuleChange } from './rule-change';
import { changeTerm } from './term-change';

export type { PracticeFile, PracticeProblem } from './practice-file';

/** The knowledge of a practice, and what there is to say about each of its files, in their order. */
export interface Overlay {
  readonly kb: Knowledge;
  readonly problems: readonly (readonly PracticeProblem[])[];
}

type FieldChange = Extract<PracticeEntry<'changes'>, { readonly field: string }>;
type TermChange = Exclude<PracticeEntry<'changes'>, RuleChange | FieldChange>;

const termLists = ['techniques', 'conditions', 'medications', 'regions'] as const;

/**
 * The shipped knowledge with a practice's files. An entry with a mistake is left out and reported; the others hold.
 * Without trust in the folder nothing is lowered, narrowed or hidden; what adds warnings always applies.
 */
export function overlayKnowledge(base: Knowledge, files: readonly PracticeFile[], trusted: boolean): Overlay {
  const problems: PracticeProblem[][] = files.map(() => []);
  const sources: SourceEntry[] = [];
  const taken = phrasesOf(base.data);
  const kept = files.map((file, index) => {
    const report = reporterFor(file, problems[index] ?? []);
    return file.items.flatMap((item) =>
      item.list === 'changes' || item.list === 'fields'
        ? item
        : admit(base, item, taken, sources, trusted, report),
    );
  });
  const merged = settle(base, files, kept, sources, problems);
  const changed = applyChanges(base, merged, files, kept, taken, trusted, problems);
  return { kb: createKnowledge(changed, kept.flatMap<OwnField | NarrowedField>(fieldsOf)), problems };
}

/** The fields that a file adds, and those that it narrows. */
const fieldsOf = (items: readonly PracticeItem[]): readonly (OwnField | NarrowedField)[] =>
  items.flatMap(({ list, entry }): readonly (OwnField | NarrowedField)[] =>
    list === 'fields' ? [entry as OwnField] : 'field' in entry ? [entry] : [],
  );

type Report = (
  at: PracticeItem,
  path: readonly (string | number)[],
  message: string,
  severity?: PracticeProblem['severity'],
) => void;

/** Takes what there is to say about the items of a file. */
const reporterFor =
  (file: PracticeFile, problems: PracticeProblem[]): Report =>
  ({ list, index }, path, message, severity = 'error') => {
    const code = severity === 'information' ? 'knowledge/ignored' : 'knowledge/entry';
    problems.push({ code, severity, span: file.at([list, index, ...path]), message });
  };

/** An entry with its sources as references and without phrases that others have; nothing if its id is taken. */
function admit(
  base: Knowledge,
  item: PracticeItem,
  taken: Map<string, string>,
  sources: SourceEntry[],
  trusted: boolean,
  report: Report,
): readonly PracticeItem[] {
  if (item.list === 'changes' || item.list === 'fields') return [];
  const entry = item.entry as PracticeEntry<
    'techniques' | 'conditions' | 'medications' | 'regions' | 'rules'
  >;
  if (base[item.list].has(entry.id)) {
    report(
      item,
      ['id'],
      say`${entry.id} is a shipped id. Choose another, or write what differs under changes.`,
    );
    return [];
  }
  const plain: Record<string, unknown> = { ...entry };
  if ('sources' in entry) {
    plain.sources = entry.sources.map((source) => {
      if (!('source' in source)) return source;
      const id = `practice-${sources.length + 1}`;
      sources.push({
        id,
        kind: 'practice',
        title: `Decision of the practice (${source.by})`,
        year: source.on.slice(0, 4),
        url: undefined,
        authority: 'low',
        note: undefined,
      });
      return { ref: id };
    });
  }
  if ('synonyms' in entry) {
    const own = `${item.list}/${entry.id}`;
    if (claim(entry.name, own, taken, trusted) !== undefined) {
      report(item, ['name'], say`This name already means something else, so the entry does not count.`);
      return [];
    }
    Object.assign(plain, freePhrases(entry, own, item, taken, trusted, report));
  }
  if (item.list === 'conditions' && !trusted) {
    const condition = entry as PracticeEntry<'conditions'>;
    plain.course = { ...condition.course, ends: [] };
  }
  return [{ ...item, entry: plain } as unknown as PracticeItem];
}

const phraseKeys = ['synonyms', 'abbreviations', 'weakSynonyms'] as const;

/** The phrases of an entry that are free to use; the others are reported. */
function freePhrases(
  entry: Readonly<Record<(typeof phraseKeys)[number], readonly string[]>>,
  own: string,
  item: PracticeItem,
  taken: Map<string, string>,
  trusted: boolean,
  report: Report,
): Readonly<Record<(typeof phraseKeys)[number], readonly string[]>> {
  const free = (key: (typeof phraseKeys)[number]): readonly string[] =>
    entry[key].filter((phrase, index) => {
      const why = claim(phrase, own, taken, trusted);
      if (why !== undefined) report(item, [key, index], why, 'warning');
      return why === undefined;
    });
  return {
    synonyms: free('synonyms'),
    abbreviations: free('abbreviations'),
    weakSynonyms: free('weakSynonyms'),
  };
}

/** Takes a phrase for an entry; says why it cannot be had. */
function claim(
  phrase: string,
  own: string,
  taken: Map<string, string>,
  trusted: boolean,
): string | undefined {
  const plain = phrase.toLowerCase().trim();
  const owner = taken.get(plain);
  if (owner !== undefined && owner !== own)
    return say`This phrase already means something else and does not count.`;
  const words = plain.split(/\s+/).slice(0, 12);
  if (!trusted)
    for (let start = 0; start < words.length; start++)
      for (let end = start + 1; end <= words.length; end++) {
        const other = taken.get(words.slice(start, end).join(' '));
        if (other !== undefined && other !== own)
          return say`It holds a phrase that means something else, and counts once you trust this folder.`;
      }
  taken.set(plain, own);
  return undefined;
}

function phrasesOf(data: KnowledgeData): Map<string, string> {
  const taken = new Map<string, string>();
  const add = (list: string, terms: readonly Term[]): void => {
    for (const term of terms)
      for (const phrase of [term.name, ...term.synonyms, ...term.abbreviations, ...term.weakSynonyms])
        taken.set(phrase.toLowerCase().trim(), `${list}/${term.id}`);
  };
  for (const list of [...termLists, 'signs', 'positions', 'measures'] as const) add(list, data[list]);
  for (const { term } of data.ambiguousTerms) taken.set(term.toLowerCase(), 'ambiguous');
  return taken;
}

/** The shipped data with the entries whose references resolve; an entry that names what is not there is dropped. */
function settle(
  base: Knowledge,
  files: readonly PracticeFile[],
  kept: PracticeItem[][],
  sources: readonly SourceEntry[],
  problems: PracticeProblem[][],
): KnowledgeData {
  for (;;) {
    const places = new Map<
      string,
      { readonly file: number; readonly item: PracticeItem; path: (string | number)[] }
    >();
    const loaded = kept.flatMap((items, file) => toLoaded(items, file, places));
    const own = assemble(loaded);
    const data: KnowledgeData = { ...base.data, sources: [...base.data.sources, ...sources] };
    const merged: KnowledgeData = {
      ...data,
      techniques: join(data.techniques, own.techniques),
      conditions: join(data.conditions, own.conditions),
      medications: join(data.medications, own.medications),
      regions: join(data.regions, own.regions),
      rules: join(data.rules, own.rules),
    };
    const dropped = new Set<PracticeItem>();
    for (const problem of checkReferences(loaded, merged)) {
      const place = places.get(`${problem.line}`);
      if (place === undefined || dropped.has(place.item)) continue;
      dropped.add(place.item);
      const { list, index } = place.item;
      const unknown = /^No [a-z A-Z]+ has the id (\S+)\.$/.exec(problem.message)?.[1];
      const near = unknown === undefined ? undefined : findNear(unknown, idsOf(merged));
      problems[place.file]?.push({
        code: 'knowledge/entry',
        severity: 'error',
        span: files[place.file]?.at([list, index, ...place.path]) ?? { start: 0, end: 0 },
        message: `${problem.message}${near === undefined ? '' : say` Did you mean ${near}?`}`.slice(0, 140),
      });
    }
    if (dropped.size === 0) return merged;
    for (const [file, items] of kept.entries()) kept[file] = items.filter((item) => !dropped.has(item));
  }
}

/** A list that a practice adds nothing to stays the one it is, so that what is worked out from it holds on. */
const join = <T>(shipped: readonly T[], own: readonly T[]): readonly T[] =>
  own.length === 0 ? shipped : [...shipped, ...own];

function* idsOf(data: KnowledgeData): Generator<string> {
  for (const list of [
    data.techniques,
    data.conditions,
    data.medications,
    data.regions,
    data.rules,
    data.sources,
  ])
    for (const { id } of list) yield id;
  for (const { id } of [...data.medicationClasses, ...data.findings, ...data.positions]) yield id;
}

/** One file a kind, as the loader has them. The line of a problem is a number under which its place is kept. */
function toLoaded(
  items: readonly PracticeItem[],
  file: number,
  places: Map<string, { readonly file: number; readonly item: PracticeItem; path: (string | number)[] }>,
): readonly LoadedFile[] {
  const make = (
    kind: LoadedFile['kind'],
    list: PracticeItem['list'],
    rest: object,
  ): readonly LoadedFile[] => {
    const own = items.filter((item) => item.list === list);
    if (own.length === 0) return [];
    const at: LoadedFile['at'] = ([, index, ...path]) => {
      const item = own[Number(index)];
      const line = places.size + 1;
      if (item !== undefined) places.set(`${line}`, { file, item, path });
      return { line, column: 1 };
    };
    const content = { ...rest, [list]: own.map((item) => item.entry) };
    return [{ path: `${file}`, kind, content, at } as unknown as LoadedFile];
  };
  return [
    ...make('techniques', 'techniques', {}),
    ...make('conditions', 'conditions', { category: 'practice' }),
    ...make('medications', 'medications', { classes: [] }),
    ...make('regions', 'regions', {}),
    ...make('rules', 'rules', {}),
  ];
}

function applyChanges(
  base: Knowledge,
  data: KnowledgeData,
  files: readonly PracticeFile[],
  kept: readonly (readonly PracticeItem[])[],
  taken: Map<string, string>,
  trusted: boolean,
  problems: PracticeProblem[][],
): KnowledgeData {
  const rules = new Map(data.rules.map((rule) => [rule.id, rule]));
  const terms = Object.fromEntries(
    termLists.map((list) => [list, new Map<string, Term>(data[list].map((term) => [term.id, term]))]),
  );
  kept.forEach((items, index) => {
    const file = files[index];
    if (file === undefined) return;
    const report = reporterFor(file, problems[index] ?? []);
    for (const item of items) {
      if (item.list !== 'changes') continue;
      const change = item.entry as PracticeEntry<'changes'>;
      if ('rule' in change) {
        const rule = rules.get(change.rule);
        const next =
          rule === undefined
            ? unknownRule(change, rules, item, report)
            : changeRule(base, rule, change, trusted, (path, message, severity) =>
                report(item, path, message, severity),
              );
        if (next !== undefined) rules.set(next.id, next);
      } else if (!('field' in change)) addPhrases(data, change, terms, item, taken, trusted, report);
    }
  });
  return {
    ...data,
    rules: [...rules.values()],
    ...(Object.fromEntries(
      termLists.map((list) => [list, [...(terms[list]?.values() ?? [])]]),
    ) as unknown as Pick<KnowledgeData, (typeof termLists)[number]>),
  };
}

function unknownRule(
  change: RuleChange,
  rules: ReadonlyMap<string, Rule>,
  item: PracticeItem,
  report: Report,
): undefined {
  const near = findNear(change.rule, rules.keys());
  report(item, ['rule'], say`No rule has this id.${near === undefined ? '' : say` Did you mean ${near}?`}`);
}

function addPhrases(
  data: KnowledgeData,
  change: TermChange,
  terms: Readonly<Record<string, Map<string, Term>>>,
  item: PracticeItem,
  taken: Map<string, string>,
  trusted: boolean,
  report: Report,
): void {
  for (const kind of ['technique', 'condition', 'medication', 'region'] as const) {
    const id = change[kind];
    if (id === undefined) continue;
    const list = terms[`${kind}s`];
    const term = list?.get(id);
    if (list === undefined || term === undefined) {
      const near = findNear(id, list?.keys() ?? []);
      report(
        item,
        [kind],
        say`No ${kind} has this id.${near === undefined ? '' : say` Did you mean ${near}?`}`,
      );
      continue;
    }
    const free = freePhrases(change, `${kind}s/${id}`, item, taken, trusted, report);
    const changed = changeTerm(data, `${kind}s`, term, change, trusted, (path, message, severity) =>
      report(item, path, message, severity),
    );
    list.set(id, {
      ...changed,
      synonyms: [...term.synonyms, ...free.synonyms],
      abbreviations: [...term.abbreviations, ...free.abbreviations],
      weakSynonyms: [...term.weakSynonyms, ...free.weakSynonyms],
    });
  }
}

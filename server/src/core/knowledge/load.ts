// Reads and validates the knowledge files: every mistake is reported with its file and place.
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Span } from '../text/span';
import type { KnowledgeData, RuleExample, TermKind } from './model';
import { checkReferences } from './references';
import { type FileContent, type FileKindName, fileKindOf, fileSchemas } from './schema';

/** One knowledge file. The path is below `knowledge/`, with forward slashes. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
}

/** A mistake in a knowledge file; lines and columns count from 1. */
export interface KnowledgeProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file that fits its schema. */
export interface LoadedFile<K extends FileKindName = FileKindName> {
  readonly path: string;
  readonly kind: K;
  readonly content: FileContent<K>;
  /** The place of a value, by its keys and indexes from the top of the file. */
  readonly at: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
}

/** Loads all files. `data` holds what could be read; it is fit for use only if there are no problems. */
export function loadKnowledge(files: readonly KnowledgeFile[]): {
  readonly data: KnowledgeData;
  readonly problems: readonly KnowledgeProblem[];
} {
  const problems: KnowledgeProblem[] = [];
  const loaded = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => loadFile(file, problems));
  const data = assemble(loaded);
  problems.push(...checkReferences(loaded, data));
  return { data, problems };
}

function loadFile(file: KnowledgeFile, problems: KnowledgeProblem[]): readonly LoadedFile[] {
  const kind = fileKindOf(file.path);
  if (kind === undefined) {
    problems.push({
      path: file.path,
      line: 1,
      column: 1,
      message: 'No kind of knowledge file has this name.',
    });
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.push({
      path: file.path,
      line,
      column: col,
      message: `This is not valid YAML (${error.code.toLowerCase().replaceAll('_', ' ')}).`,
    });
  }
  if (document.errors.length > 0) return [];
  const at = (path: readonly (string | number)[]): { line: number; column: number } => {
    const { line, col } = lines.linePos(spanOf(document, path).start);
    return { line, column: col };
  };
  const parsed = fileSchemas()[kind].safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      problems.push({
        path: file.path,
        ...at(path),
        message: `${path.join('.') || 'The file'}: ${issue.message}`,
      });
    }
    return [];
  }
  return [{ path: file.path, kind, content: parsed.data, at } as LoadedFile];
}

/** The place of a value in the file: the value itself, or the nearest thing around it that is there. */
export function spanOf(document: Document, path: readonly (string | number)[]): Span {
  let node: unknown = document.contents;
  let best: Span = { start: 0, end: 0 };
  for (let depth = 0; depth <= path.length; depth++) {
    if (isNode(node) && node.range) best = { start: node.range[0], end: node.range[1] };
    const step = path[depth];
    if (step === undefined) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      node = pair.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else break;
  }
  return best;
}

/** Narrows loaded files to one kind. */
export const filesOf = <K extends FileKindName>(
  files: readonly LoadedFile[],
  kind: K,
): readonly LoadedFile<K>[] =>
  // The kind of a file and the type of its content come from the same schema.
  files.filter((file) => file.kind === kind) as unknown as readonly LoadedFile<K>[];

/** Puts the files together in the order of their paths. */
export function assemble(files: readonly LoadedFile[]): KnowledgeData {
  const contents = <K extends FileKindName>(kind: K): readonly FileContent<K>[] =>
    filesOf(files, kind).map((file) => file.content);
  return {
    techniques: contents('techniques').flatMap((file) =>
      file.techniques.map((entry) => ({
        ...entry,
        parent: entry.parent,
        typicalMinutes: entry.typicalMinutes,
      })),
    ),
    conditions: contents('conditions').flatMap((file) =>
      file.conditions.map(({ icdCheck: _, ...entry }) => ({
        ...entry,
        category: file.category,
        region: entry.region,
        icd10cm: entry.icd10cm,
        suspected: entry.suspected,
        course: {
          kind: entry.course.kind,
          lapsesAfterDays: entry.course.lapsesAfterDays,
          untilEnded: entry.course.untilEnded ?? false,
          acuteDays: entry.course.acuteDays,
          subacuteDays: entry.course.subacuteDays,
          becomes: entry.course.becomes,
          ends: entry.course.ends,
        },
      })),
    ),
    medicationClasses: contents('medications').flatMap((file) => file.classes),
    medications: contents('medications').flatMap((file) =>
      file.medications.map(({ genericCheck: _, ...entry }) => ({ ...entry, note: entry.note })),
    ),
    regions: contents('regions').flatMap((file) =>
      file.regions.map(({ limb, rank, ...entry }) => ({
        ...entry,
        parent: entry.parent,
        ...(limb && { limb }),
        ...(rank && { rank }),
      })),
    ),
    endangermentSites: contents('endangerment-sites').flatMap((file) => file.endangermentSites),
    positions: contents('positions').flatMap((file) =>
      file.positions.map(({ sources: _, ...entry }) => entry),
    ),
    findings: contents('findings').flatMap((file) =>
      file.findings.map((entry) => ({
        ...entry,
        note: entry.note,
        anyOf: entry.anyOf.map((group) =>
          group.map(
            (test) =>
              Object.fromEntries(
                Object.entries(test).filter(([, value]) => value !== undefined),
              ) as KnowledgeData['findings'][number]['anyOf'][number][number],
          ),
        ),
      })),
    ),
    rules: contents('rules').flatMap((file) =>
      file.rules.map((entry) => ({
        ...entry,
        qualifier: entry.qualifier,
        localExtent: entry.localExtent,
        reschedule: entry.reschedule,
        sourceDisagreement: entry.sourceDisagreement,
        reviewed: entry.reviewed,
        examples: {
          flags: entry.examples.flags.map(toExample),
          allows: entry.examples.allows.map(toExample),
        },
      })),
    ),
    signs: contents('signs').flatMap((file) => file.signs.map(({ sources: _, ...entry }) => entry)),
    redFlags: contents('red-flags').flatMap((file) =>
      file.redFlags.map((entry) => ({
        ...entry,
        suspect: entry.suspect,
        note: entry.note,
        features: entry.features.map((sign) => ({ sign })),
      })),
    ),
    measures: contents('measures').flatMap((file) =>
      file.measures.map((entry) => ({
        id: entry.id,
        name: entry.name,
        synonyms: entry.synonyms,
        abbreviations: entry.abbreviations,
        weakSynonyms: entry.weakSynonyms,
        family: entry.family,
        unit: entry.unit,
        range: entry.range,
        totals: entry.totals,
        percent: entry.percent === true,
        direction: entry.direction,
        importantChange: entry.importantChange,
        important: entry.important,
        note: entry.note ?? entry.normal ?? entry.rangeText,
        sources: entry.sources,
        confidence: entry.confidence,
      })),
    ),
    rangeOfMotion: contents('range-of-motion').flatMap((file) =>
      file.rangeOfMotion.map(({ typicalRange: _, ...entry }) => ({
        ...entry,
        aaosDegrees: entry.aaosDegrees,
        amaDegrees: entry.amaDegrees,
      })),
    ),
    indications: contents('indications').flatMap((file) =>
      file.indications.map((entry) => ({ ...entry, caution: entry.caution })),
    ),
    visitFrequencies: contents('indications').flatMap((file) =>
      file.visitFrequencies.map((entry) => ({ ...entry, note: entry.note })),
    ),
    ambiguousTerms: contents('ambiguous-terms').flatMap((file) =>
      file.ambiguousTerms.map((entry) => ({ ...entry, usual: entry.usual })),
    ),
    everydayPhrases: contents('everyday-phrases').flatMap((file) =>
      file.everydayPhrases.flatMap((entry) => entry.phrases),
    ),
    lookAlikes: {
      pairs: contents('look-alikes').flatMap((file) => file.lookAlikes.pairs),
      words: contents('look-alikes').flatMap((file) => file.lookAlikes.words.split(/\s+/)),
    },
    profiles: contents('profiles').flatMap((file) =>
      file.profiles.map((entry) => ({
        ...entry,
        basis: entry.basis,
        consent: { written: entry.consent.written, months: entry.consent.months },
      })),
    ),
    sources: contents('sources').flatMap((file) =>
      file.sources.map((entry) => ({ ...entry, year: entry.year, url: entry.url, note: entry.note })),
    ),
  };
}

const toExample = (entry: FileContent<'rules'>['rules'][number]['examples']['flags'][number]): RuleExample =>
  typeof entry === 'string'
    ? { note: entry, record: undefined, date: undefined, earlier: [], why: undefined }
    : { ...entry, record: entry.record, date: entry.date, why: entry.why };

/** What each kind of term is called in the data, for the reference check. */
export const termLists: Readonly<
  Record<TermKind, (data: KnowledgeData) => readonly { readonly id: string }[]>
> = {
  technique: (data) => data.techniques,
  condition: (data) => data.conditions,
  medication: (data) => data.medications,
  region: (data) => data.regions,
  sign: (data) => data.signs,
  position: (data) => data.positions,
  measure: (data) => data.measures,
};

// Checks what a schema cannot: unique ids, references that resolve, no cycles, no phrase claimed twice in silence.
import { filesOf, type KnowledgeProblem, type LoadedFile, termLists } from './load';
import { type KnowledgeData, type TermKind, termKinds, traits } from './model';

type Path = readonly (string | number)[];
type Report = (file: LoadedFile, path: Path, message: string) => void;

const depthTraits = ['depth-light-plus', 'depth-moderate-plus', 'depth-deep'];

/** Lists the mistakes between entries and files. */
export function checkReferences(
  files: readonly LoadedFile[],
  data: KnowledgeData,
): readonly KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = [];
  const report: Report = (file, path, message) =>
    problems.push({ path: file.path, ...file.at(path), message });
  checkIds(files, report);
  checkSources(files, data, report);
  checkTerms(files, data, report);
  checkRules(files, data, report);
  checkProfiles(files, data, report);
  checkPhrases(files, data, report);
  return problems;
}

/** Calls back for every entry of every list of a file that has an id. */
function eachEntry(
  file: LoadedFile,
  visit: (list: string, index: number, entry: Readonly<Record<string, unknown>>) => void,
): void {
  for (const [list, entries] of Object.entries(file.content)) {
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry: unknown, index) => {
      if (typeof entry === 'object' && entry !== null)
        visit(list, index, entry as Readonly<Record<string, unknown>>);
    });
  }
}

function checkIds(files: readonly LoadedFile[], report: Report): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    eachEntry(file, (list, index, entry) => {
      if (typeof entry.id !== 'string') return;
      const key = `${list}/${entry.id}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, file.path);
      else report(file, [list, index, 'id'], `The id ${entry.id} is already used in ${first}.`);
    });
  }
}

function checkSources(files: readonly LoadedFile[], data: KnowledgeData, report: Report): void {
  const known = new Set(data.sources.map((entry) => entry.id));
  for (const file of files) {
    eachEntry(file, (list, index, entry) => {
      const sources = entry.sources;
      if (!Array.isArray(sources)) return;
      sources.forEach((source: unknown, at) => {
        const ref = typeof source === 'object' && source !== null && 'ref' in source ? source.ref : undefined;
        if (typeof ref === 'string' && !known.has(ref))
          report(file, [list, index, 'sources', at], `No source has the id ${ref}.`);
      });
    });
  }
}

const idsOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(entries.map((entry) => entry.id));

function checkTerms(files: readonly LoadedFile[], data: KnowledgeData, report: Report): void {
  const regions = idsOf(data.regions);
  const conditions = idsOf(data.conditions);
  const techniques = idsOf(data.techniques);
  const signs = idsOf(data.signs);
  const need = (
    file: LoadedFile,
    path: Path,
    value: string | undefined,
    known: ReadonlySet<string>,
    what: string,
  ): void => {
    if (value !== undefined && !known.has(value)) report(file, path, `No ${what} has the id ${value}.`);
  };
  const needEach = (
    file: LoadedFile,
    path: Path,
    values: readonly string[],
    known: ReadonlySet<string>,
    what: string,
  ): void => {
    for (const [at, value] of values.entries()) need(file, [...path, at], value, known, what);
  };
  for (const file of filesOf(files, 'techniques')) {
    file.content.techniques.forEach((entry, index) => {
      need(file, ['techniques', index, 'parent'], entry.parent, techniques, 'technique');
      if (hasCycle(data.techniques, entry.id))
        report(file, ['techniques', index, 'parent'], `${entry.id} is its own ancestor.`);
    });
  }
  for (const file of filesOf(files, 'regions')) {
    file.content.regions.forEach((entry, index) => {
      need(file, ['regions', index, 'parent'], entry.parent, regions, 'region');
      if (hasCycle(data.regions, entry.id))
        report(file, ['regions', index, 'parent'], `${entry.id} is its own ancestor.`);
    });
  }
  for (const file of filesOf(files, 'conditions')) {
    file.content.conditions.forEach((entry, index) => {
      need(file, ['conditions', index, 'region'], entry.region, regions, 'region');
      need(file, ['conditions', index, 'suspected'], entry.suspected, conditions, 'condition');
      need(file, ['conditions', index, 'course', 'becomes'], entry.course.becomes, conditions, 'condition');
      for (const [at, ended] of entry.course.ends.entries())
        need(file, ['conditions', index, 'course', 'ends', at], ended, conditions, 'condition');
    });
  }
  const classes = idsOf(data.medicationClasses);
  for (const file of filesOf(files, 'medications')) {
    file.content.medications.forEach((entry, index) => {
      need(file, ['medications', index, 'class'], entry.class, classes, 'medication class');
      needEach(file, ['medications', index, 'alsoClasses'], entry.alsoClasses, classes, 'medication class');
    });
  }
  for (const file of filesOf(files, 'endangerment-sites')) {
    file.content.endangermentSites.forEach((entry, index) => {
      need(file, ['endangermentSites', index, 'region'], entry.region, regions, 'region');
    });
  }
  for (const file of filesOf(files, 'signs')) {
    file.content.signs.forEach((entry, index) => {
      needEach(file, ['signs', index, 'conditions'], entry.conditions, conditions, 'condition');
    });
  }
  for (const file of filesOf(files, 'red-flags')) {
    file.content.redFlags.forEach((entry, index) => {
      need(file, ['redFlags', index, 'suspect'], entry.suspect, conditions, 'condition');
      needEach(file, ['redFlags', index, 'features'], entry.features, signs, 'sign');
      if (entry.minimumFeatures > entry.features.length)
        report(file, ['redFlags', index, 'minimumFeatures'], 'It asks for more features than it has.');
    });
  }
  const flags = idsOf(data.redFlags);
  for (const file of filesOf(files, 'findings')) {
    file.content.findings.forEach((entry, index) => {
      entry.anyOf.forEach((group, at) => {
        group.forEach((test, place) => {
          const path = ['findings', index, 'anyOf', at, place];
          if ('condition' in test) need(file, path, test.condition, conditions, 'condition');
          if ('sign' in test) need(file, path, test.sign, signs, 'sign');
          if ('redFlag' in test) need(file, path, test.redFlag, flags, 'red flag');
        });
      });
    });
  }
  for (const file of filesOf(files, 'range-of-motion'))
    file.content.rangeOfMotion.forEach((entry, index) => {
      need(file, ['rangeOfMotion', index, 'region'], entry.region, regions, 'region');
    });
  for (const file of filesOf(files, 'indications')) {
    const populations = new Set(Object.keys(file.content.populations));
    file.content.indications.forEach((entry, index) => {
      needEach(file, ['indications', index, 'conditions'], entry.conditions, conditions, 'condition');
      needEach(file, ['indications', index, 'techniques'], entry.techniques, techniques, 'technique');
      needEach(file, ['indications', index, 'populations'], entry.populations, populations, 'population');
    });
  }
}

function hasCycle(
  entries: readonly { readonly id: string; readonly parent: string | undefined }[],
  id: string,
): boolean {
  const parents = new Map(entries.map((entry) => [entry.id, entry.parent]));
  let at = parents.get(id);
  for (let steps = 0; at !== undefined && steps <= entries.length; steps++) {
    if (at === id) return true;
    at = parents.get(at);
  }
  return false;
}

function checkRules(files: readonly LoadedFile[], data: KnowledgeData, report: Report): void {
  const known = {
    condition: idsOf(data.conditions),
    medication: idsOf(data.medications),
    medicationClass: idsOf(data.medicationClasses),
    finding: idsOf(data.findings),
    tech: idsOf(data.techniques),
    family: new Set(data.techniques.map((entry) => entry.family)),
    trait: new Set<string>([...traits, ...depthTraits]),
    position: idsOf(data.positions),
    region: idsOf(data.regions),
    rule: idsOf(data.rules),
  };
  for (const file of filesOf(files, 'rules')) {
    file.content.rules.forEach((rule, index) => {
      const at = (...path: (string | number)[]): Path => ['rules', index, ...path];
      rule.anyOf.forEach((cause, place) => {
        for (const kind of ['condition', 'medication', 'medicationClass', 'finding'] as const) {
          const value = (cause as Partial<Record<typeof kind, string>>)[kind];
          if (value !== undefined && !known[kind].has(value))
            report(file, at('anyOf', place), `No ${kind} has the id ${value}.`);
        }
      });
      rule.targets.forEach((target, place) => {
        const [kind, name] = target.split(':');
        if (name === undefined || kind === undefined) return;
        if (!(kind in known) || !known[kind as keyof typeof known].has(name))
          report(file, at('targets', place), `No ${kind} has the id ${name}.`);
      });
      rule.regions.forEach((region, place) => {
        if (!known.region.has(region)) report(file, at('regions', place), `No region has the id ${region}.`);
      });
      rule.saferAlternatives.forEach((technique, place) => {
        if (!known.tech.has(technique))
          report(file, at('saferAlternatives', place), `No technique has the id ${technique}.`);
      });
      rule.whenClearedApply.forEach((next, place) => {
        if (!known.rule.has(next)) report(file, at('whenClearedApply', place), `No rule has the id ${next}.`);
      });
      if (rule.scope === 'local' && rule.localExtent === undefined)
        report(file, at('scope'), 'A local rule needs a localExtent.');
      if (
        rule.strict &&
        rule.phase.length === 0 &&
        rule.severity.length === 0 &&
        rule.qualifier === undefined
      )
        report(file, at('strict'), 'A strict rule needs a phase, a severity or a qualifier.');
    });
  }
}

function checkProfiles(files: readonly LoadedFile[], data: KnowledgeData, report: Report): void {
  const known = idsOf(data.profiles);
  const regions = idsOf(data.regions);
  const sources = idsOf(data.sources);
  for (const file of filesOf(files, 'profiles')) {
    file.content.profiles.forEach((profile, index) => {
      const at = (...path: (string | number)[]): Path => ['profiles', index, ...path];
      if (profile.basis !== undefined && (!known.has(profile.basis) || profile.basis === profile.id))
        report(file, at('basis'), `No other profile has the id ${profile.basis}.`);
      profile.sensitive.regions.forEach((region, place) => {
        if (!regions.has(region))
          report(file, at('sensitive', 'regions', place), `No region has the id ${region}.`);
      });
      const asked = new Set<string>();
      profile.requirements.forEach((requirement, place) => {
        if (asked.has(requirement.id))
          report(file, at('requirements', place), `${requirement.id} is asked for twice.`);
        asked.add(requirement.id);
        for (const source of requirement.sources)
          if ('ref' in source && !sources.has(source.ref))
            report(file, at('requirements', place), `No source has the id ${source.ref}.`);
      });
    });
  }
}

const fileListOf: Readonly<Record<TermKind, string>> = {
  technique: 'techniques',
  condition: 'conditions',
  medication: 'medications',
  region: 'regions',
  sign: 'signs',
  position: 'positions',
  measure: 'measures',
};

/** A phrase of two entries must be listed as ambiguous with both as candidates. */
function checkPhrases(files: readonly LoadedFile[], data: KnowledgeData, report: Report): void {
  const listed = new Map(
    data.ambiguousTerms.map((entry) => [
      entry.term.toLowerCase(),
      new Set(
        entry.candidates.flatMap((candidate) =>
          candidate.kind === 'other' ? [] : [`${candidate.kind}/${candidate.id}`],
        ),
      ),
    ]),
  );
  const owners = new Map<string, string>();
  for (const kind of termKinds) {
    for (const file of files) {
      eachEntry(file, (list, index, entry) => {
        if (list !== fileListOf[kind] || typeof entry.id !== 'string') return;
        const own = `${kind}/${entry.id}`;
        for (const [key, phrase] of phrasesOf(entry)) {
          const plain = phrase.toLowerCase().trim();
          const owner = owners.get(plain);
          if (owner === undefined) owners.set(plain, own);
          else if (
            owner !== own &&
            !(listed.get(plain)?.has(own) === true && listed.get(plain)?.has(owner) === true)
          ) {
            report(
              file,
              [list, index, ...key],
              `“${phrase}” is also a phrase of ${owner}; list it in ambiguous-terms.yaml with both, or drop it here.`,
            );
          }
        }
      });
    }
  }
  for (const file of filesOf(files, 'ambiguous-terms')) {
    const seen = new Set<string>();
    file.content.ambiguousTerms.forEach((entry, index) => {
      const plain = entry.term.toLowerCase();
      if (seen.has(plain))
        report(file, ['ambiguousTerms', index, 'term'], `“${entry.term}” is listed twice.`);
      seen.add(plain);
      entry.candidates.forEach((candidate, at) => {
        if (candidate.kind === 'other') return;
        if (!termLists[candidate.kind](data).some((term) => term.id === candidate.id))
          report(
            file,
            ['ambiguousTerms', index, 'candidates', at],
            `No ${candidate.kind} has the id ${candidate.id}.`,
          );
      });
    });
  }
}

function phrasesOf(entry: Readonly<Record<string, unknown>>): readonly (readonly [Path, string])[] {
  const phrases: (readonly [Path, string])[] = typeof entry.name === 'string' ? [[['name'], entry.name]] : [];
  for (const key of ['synonyms', 'abbreviations', 'weakSynonyms']) {
    const values = entry[key];
    if (!Array.isArray(values)) continue;
    values.forEach((value: unknown, index) => {
      if (typeof value === 'string') phrases.push([[key, index], value]);
    });
  }
  return phrases;
}

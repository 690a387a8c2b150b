// An invented practice of any size: client records and notes in several hands, from a seed. The same seed gives the same
// bytes. Clients come one after the other, so that a practice of any size needs the memory of one client.
import type { CivilDate, Knowledge, Term } from '../server/src/core';
import { usualAreas, usualTechniques, words } from './synthetic-words';

/** What a practice is made from. */
export interface PracticeSize {
  readonly clients: number;
  /** All notes together, spread unevenly: most clients come a few times, some for years. */
  readonly notes: number;
  /** Any whole number. Default: 1. */
  readonly seed?: number;
}

/** One file of the practice. `path` is relative to its root, with `/`. */
export interface PracticeFile {
  readonly path: string;
  readonly text: string;
}

/** The last day of an invented practice; its visits lie before it. */
export const lastDay: CivilDate = '2026-11-20';

type Random = () => number;
type Hand = 'short' | 'fields' | 'prose' | 'pasted';
type Values = Readonly<Record<string, string | (() => string)>>;

/** Gives the files of a practice: its settings first, then client after client, the record before the notes. */
export function* makePractice(kb: Knowledge, size: PracticeSize): Generator<PracticeFile> {
  const random = createRandom(size.seed ?? 1);
  const stock = createStock(kb);
  yield {
    path: 'practice.yaml',
    text: '# An invented practice.\nname: Example practice\nprofile: generic\nprivacy: names\n',
  };
  let left = size.notes;
  for (let index = 0; index < size.clients; index += 1) {
    const others = size.clients - index;
    const visits = others === 1 ? left : Math.min(left, countVisits(random, left / others));
    left -= visits;
    yield* makeClient(random, stock, index, visits);
  }
}

/** A seeded source of numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
};

/** Around the mean, from none to several times as many. */
const countVisits = (random: Random, mean: number): number => Math.round(-Math.log(1 - random()) * mean);

/** The words of the knowledge base that notes are made with. */
function createStock(kb: Knowledge) {
  const phrasesOf = ({ name, synonyms, abbreviations }: Term): readonly string[] => [
    name.toLowerCase(),
    ...synonyms.slice(0, 4),
    ...abbreviations.slice(0, 2),
  ];
  const areas = kb.data.regions.filter(
    ({ kind }) => kind === 'region' || kind === 'subregion' || kind === 'muscle',
  );
  return {
    techniques: kb.data.techniques.map(({ name }) => name),
    conditions: kb.data.conditions.map((entry) => ({ entry, phrases: phrasesOf(entry) })),
    medications: kb.data.medications.map((entry) => ({ entry, phrases: phrasesOf(entry) })),
    areas: areas.map((entry) => ({
      paired: entry.laterality === 'paired',
      phrases: phrasesOf(entry).slice(0, 3),
    })),
    regions: kb.regions,
  };
}

type Stock = ReturnType<typeof createStock>;

const makeArea = (random: Random, { areas }: Stock): string => {
  const { paired, phrases } = pick(random, random() < 0.8 ? usualAreas : areas);
  return paired
    ? `${pick(random, ['L', 'R', 'left', 'right', 'B'])} ${pick(random, phrases)}`
    : pick(random, phrases);
};

const makeTechnique = (random: Random, stock: Stock): string =>
  random() < 0.9 ? pick(random, usualTechniques) : pick(random, stock.techniques);

function* makeClient(random: Random, stock: Stock, index: number, visits: number): Generator<PracticeFile> {
  const given = pick(random, words.given ?? []);
  const family = pick(random, words.family ?? []);
  const id = `${given}-${family}-${index + 1}`.toLowerCase();
  const folder = `clients/${id}`;
  const hand = pick<Hand>(random, ['short', 'fields', 'fields', 'prose']);
  const condition = random() < 0.3 ? pick(random, stock.conditions) : undefined;
  const medication = random() < 0.25 ? pick(random, stock.medications) : undefined;
  const days = listVisitDays(random, visits);
  const first = days[0] ?? lastDay;
  if (random() < 0.97)
    yield {
      path: `${folder}/client.yaml`,
      text: [
        `id: ${id}`,
        `name: ${given} ${family}`,
        `born: ${1936 + Math.floor(random() * 70)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`,
        `intake: ${first}`,
        ...(condition === undefined ? [] : writeCondition(random, stock, condition, first)),
        ...(medication === undefined
          ? []
          : ['medications:', `  - name: ${medication.entry.name}`, `    since: ${first.slice(0, 7)}`]),
        `allergies: ${pick(random, ['none known', 'none known', '[nut oils]', '[latex]', '[lavender]'])}`,
        `consent: { signed: ${first}, expires: ${Number(first.slice(0, 4)) + 1}${first.slice(4)}, sensitive-areas: none }`,
        `preferences: { pressure: ${pick(random, ['2/5', '3/5', '4/5'])}, avoid: [${pick(random, ['feet', 'face', 'abdomen'])}] }`,
        '',
      ].join('\n'),
    };
  const area = makeArea(random, stock);
  const own = [
    ...(condition?.phrases ?? []),
    ...(medication === undefined ? [] : [`takes ${medication.entry.name}`]),
  ];
  let pain = 3 + Math.floor(random() * 6);
  const sameDay = new Map<string, number>();
  for (const [at, day] of days.entries()) {
    const after = Math.max(0, pain - 1 - Math.floor(random() * 3));
    const values: Values = {
      Given: given,
      area: random() < 0.7 ? area : makeArea(random, stock),
      otherArea: () => makeArea(random, stock),
      technique: () => makeTechnique(random, stock),
      someCondition: () => pick(random, pick(random, stock.conditions).phrases),
      ownHealth: () => (own.length === 0 ? 'healthy' : pick(random, own)),
      pain: String(pain),
      after: String(after),
    };
    const style: Hand =
      random() < 0.03 ? 'pasted' : random() < 0.15 ? pick<Hand>(random, ['short', 'prose']) : hand;
    const visit: Visit = {
      random,
      values,
      id,
      day,
      name: `${given} ${family}`,
      kind: at === 0 ? 'initial' : 'follow-up',
    };
    const nth = (sameDay.get(day) ?? 0) + 1;
    sameDay.set(day, nth);
    const extension = random() < 0.03 ? 'soap' : 'soap.md';
    yield { path: `${folder}/${day}${nth === 1 ? '' : `-${nth}`}.${extension}`, text: writers[style](visit) };
    pain = random() < 0.2 ? Math.min(9, after + 3) : Math.max(1, after + 1);
  }
}

/** Days of visits, oldest first, a few weeks apart and ending before the last day. */
function listVisitDays(random: Random, visits: number): readonly CivilDate[] {
  let day = Date.parse(lastDay) / 86_400_000 - Math.floor(random() * 200);
  const days: CivilDate[] = [];
  for (let i = 0; i < visits; i += 1) {
    days.push(new Date(day * 86_400_000).toISOString().slice(0, 10));
    day -= 6 + Math.floor(random() * 40);
  }
  return days.reverse();
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

function writeCondition(
  random: Random,
  { regions }: Stock,
  { entry, phrases }: Stock['conditions'][number],
  since: CivilDate,
): readonly string[] {
  const region = entry.region === undefined ? undefined : regions.get(entry.region);
  return [
    'conditions:',
    `  - name: ${pick(random, phrases)}`,
    ...(region === undefined ? [] : [`    region: ${region.name.toLowerCase()}`]),
    ...(region?.laterality === 'paired' ? [`    side: ${pick(random, ['left', 'right'])}`] : []),
    `    since: ${since.slice(0, 7)}`,
    `    status: ${pick(random, ['active', 'active', 'history', 'resolved'])}`,
  ];
}

interface Visit {
  readonly random: Random;
  readonly values: Values;
  readonly id: string;
  readonly name: string;
  readonly day: CivilDate;
  readonly kind: string;
}

/** Fills the slots of a sentence; a slot with a capital letter begins with one. */
function fill({ random, values }: Visit, template: string): string {
  return template.replace(/\{(\w+|\d+-\d+)\}/g, (_, name: string) => {
    const range = /^(\d+)-(\d+)$/.exec(name);
    if (range !== null) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      return String(low + Math.floor(random() * (high - low + 1)));
    }
    const given = values[name];
    if (given !== undefined) return typeof given === 'string' ? given : given();
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    const value = values[lower] ?? pick(random, words[lower] ?? []);
    const text = fill({ random, values } as Visit, typeof value === 'string' ? value : value());
    return lower === name ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
}

const repeat = (visit: Visit, low: number, high: number, template: string): readonly string[] =>
  Array.from({ length: low + Math.floor(visit.random() * (high - low + 1)) }, () => fill(visit, template));

const frontMatter = (visit: Visit): readonly string[] => [
  '---',
  `client: ${visit.id}`,
  `date: ${visit.day} ${two(8 + visit.random() * 11)}:${pick(visit.random, ['00', '15', '30'])}`,
  fill(visit, 'therapist: {therapist}'),
  fill(visit, 'duration: {duration}'),
  `type: ${visit.kind}`,
  `consent: ${visit.kind === 'initial' ? 'written' : 'verbal'}, ${visit.day}`,
  '---',
];

const writers: Readonly<Record<Hand, (visit: Visit) => string>> = {
  short: (visit) =>
    [
      ...frontMatter(visit),
      fill(visit, 'S: c/o {complaint}. {Health}.'),
      fill(visit, 'O: {tissue}; {tissue}. {Motion}. {Vitals}'),
      'Tx:',
      ...repeat(visit, 2, 5, '- {technique}: {area}, {3-15} min, {pressure}'),
      fill(visit, 'A: {assessment}'),
      fill(visit, 'P: {frequency}. HC: {home}'),
      '',
    ].join('\n'),
  fields: (visit) =>
    [
      ...frontMatter(visit),
      '',
      '## Subjective',
      fill(visit, '- Complaint: {complaint}'),
      fill(visit, '- Health update: {health}'),
      ...(visit.kind === 'initial'
        ? [fill(visit, '- Onset: {when}, {activity}'), fill(visit, '- Goal: {goal}')]
        : []),
      '',
      '## Objective',
      fill(visit, '- Posture: {posture}'),
      fill(visit, '- ROM: {motion}'),
      fill(visit, '- Palpation: {tissue}; {tissue}'),
      ...(visit.random() < 0.5 ? [fill(visit, '- Vitals: {vitals}')] : []),
      '',
      '## Treatment',
      ...repeat(visit, 2, 4, '- {technique}: {area}, {3-15} min, {pressure}'),
      ...(visit.random() < 0.4 ? [fill(visit, '- {technique}: {otherArea}, {3-12} min')] : []),
      ...(visit.random() < 0.3 ? [fill(visit, '- Avoided: {avoided}')] : []),
      fill(visit, '- Response: {response}'),
      '',
      '## Assessment',
      fill(visit, '- {Assessment}'),
      '',
      '## Plan',
      fill(visit, '- Frequency: {frequency}'),
      fill(visit, '- Home care: {home}'),
      '',
    ].join('\n'),
  prose: (visit) =>
    [
      ...frontMatter(visit),
      '',
      '**Subjective**',
      '',
      fill(visit, '{subjectiveProse}'),
      '',
      '**Objective**',
      '',
      fill(visit, '{objectiveProse}'),
      '',
      '**Treatment**',
      '',
      ...repeat(visit, 2, 4, '{workProse}'),
      '',
      '**Assessment**',
      '',
      fill(visit, '{Assessment}. {Assessment}.'),
      '',
      '**Plan**',
      '',
      fill(visit, '{planProse}'),
      '',
    ].join('\n'),
  pasted: (visit) =>
    [
      `Patient Name: ${visit.name}`,
      `Date of Visit: ${visit.day.slice(5, 7)}/${visit.day.slice(8)}/${visit.day.slice(0, 4)}`,
      fill(visit, 'Provider: {therapist}'),
      fill(visit, 'Duration: {duration}'),
      '',
      'SUBJECTIVE:',
      fill(visit, 'Patient reports: {complaint}. {Health}.'),
      '',
      'OBJECTIVE:',
      fill(visit, '{objectiveProse}'),
      '',
      'TREATMENT PROVIDED:',
      ...repeat(visit, 2, 3, '{workProse}'),
      '',
      'ASSESSMENT:',
      fill(visit, '{Assessment}.'),
      '',
      'PLAN:',
      fill(visit, '{planProse}'),
      '',
    ].join('\n'),
};

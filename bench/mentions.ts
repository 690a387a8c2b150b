// How long recognition and assertion take together, beside two libraries that only tag the same text, in one run.
// The second part of `npm run bench`; times are of this machine, ratios travel.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import createWink from 'wink-nlp';
import { createKnowledge, findMentions, kindOf, type Note, parseNote } from '../server/src/core';
import { compileKnowledge } from '../tools/compile-knowledge';
import { makePractice } from './synthetic-practice';

const root = process.cwd();
const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
const options = { date: '2026-11-23' };
const wink = createWink(winkModel);

const texts = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => kindOf(`/${path}`) === 'note')
  .map((path) => readFileSync(join(root, 'examples', path), 'utf8'));
const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1024;

// A statement that comes again is remembered: a number in each line makes every statement of a round new. Headings and
// the fences of the front matter stay what they are.
const renew = (text: string, round: number): string => text.replace(/^(?!#|---).*\S.*$/gm, `$& ${round}`);

/** One way to read a text: what is made ready beforehand is not measured. */
interface Reader {
  readonly name: string;
  /** A slow one takes part in one round of so many. */
  readonly every: number;
  readonly prepare: (text: string, round: number) => () => unknown;
}

const readers: readonly Reader[] = [
  {
    name: 'mentions, every statement new',
    every: 1,
    prepare: (text, round) => {
      const note = parseNote(renew(text, round)).value;
      return () => findMentions(note, kb, options);
    },
  },
  {
    name: 'mentions, nothing changed',
    every: 1,
    prepare: (text) => {
      const note = parseNote(text).value;
      return () => findMentions(note, kb, options);
    },
  },
  {
    name: 'split into words',
    every: 1,
    prepare: (text, round) => {
      const fresh = renew(text, round);
      return () => fresh.split(/\W+/);
    },
  },
  {
    name: 'wink-nlp: tokens, tags, negation',
    every: 4,
    prepare: (text, round) => {
      const fresh = renew(text, round);
      return () => wink.readDoc(fresh).tokens().length();
    },
  },
  {
    name: 'compromise: tags',
    every: 60,
    prepare: (text, round) => {
      const fresh = renew(text, round);
      return () => compromise(fresh).wordCount();
    },
  },
];

// The readers take turns, and each note is timed by itself: what else the machine does falls on all of them. The median
// of a note's times leaves out the rounds in which it was interrupted, the least those in which it had to share.
const warmUp = 60;
const rounds = 200;
const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b);
const median = (times: readonly number[]): number => sorted(times)[times.length >> 1] ?? 0;
const least = (times: readonly number[]): number => sorted(times)[0] ?? 0;
const times = readers.map(() => texts.map((): number[] => []));
for (let round = 0; round < rounds; round++) {
  for (const [index, { prepare, every }] of readers.entries()) {
    if (round % every !== 0) continue;
    for (const [at, text] of texts.entries()) {
      const run = prepare(text, round);
      const start = performance.now();
      run();
      if (round >= warmUp) times[index]?.[at]?.push(performance.now() - start);
    }
  }
}
const sumOf = (of: (times: readonly number[]) => number): readonly number[] =>
  times.map((notes) => notes.reduce((sum, own) => sum + of(own), 0) / kilobytes);
const [medians, minima] = [sumOf(median), sumOf(least)];
const [ours = 1] = medians;
console.log(`${texts.length} notes, ${kilobytes.toFixed(1)} kB`);
for (const [index, { name }] of readers.entries()) {
  const time = medians[index] ?? 0;
  console.log(
    `${name.padEnd(40)} ${time.toFixed(3).padStart(8)} ms/kB ${(time / ours).toFixed(2).padStart(7)} ×   least ${(minima[index] ?? 0).toFixed(3).padStart(7)} ms/kB`,
  );
}

// Notes of an invented practice, each read once, after enough of others to be warm: lines come again in them as far as
// they do in a practice, and no more. Batch by batch the readers take turns.
const [warm, fresh, batch] = [6_000, 2_000, 100];
const notes = [...makePractice(kb, { clients: 800, notes: warm + fresh })]
  .filter(({ path }) => kindOf(`/${path}`) === 'note')
  .map(({ text }) => parseNote(text).value);
for (const note of notes.slice(0, warm)) findMentions(note, kb, options);
const readOnce: readonly (readonly [name: string, every: number, read: (note: Note) => unknown])[] = [
  ['mentions, notes read once', 1, (note) => findMentions(note, kb, options)],
  ['wink-nlp, the same notes', 1, (note) => wink.readDoc(note.text).tokens().length()],
  ['compromise, one of twenty of them', 20, (note) => compromise(note.text).wordCount()],
];
const batches = readOnce.map((): number[] => []);
for (let from = warm; from < notes.length; from += batch)
  for (const [index, [, every, read]] of readOnce.entries()) {
    const own = notes.slice(from, from + batch).filter((_, at) => at % every === 0);
    const start = performance.now();
    for (const note of own) read(note);
    const size = own.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    batches[index]?.push((performance.now() - start) / size);
  }
console.log(`\n${notes.length - warm} notes of an invented practice, each once, after ${warm} others`);
for (const [index, [name]] of readOnce.entries()) {
  const own = batches[index] ?? [];
  const mean = own.reduce((sum, time) => sum + time, 0) / own.length;
  console.log(
    `${name.padEnd(40)} ${median(own).toFixed(3).padStart(8)} ms/kB    mean ${mean.toFixed(3).padStart(7)} ms/kB   least ${least(own).toFixed(3).padStart(7)} ms/kB`,
  );
}

// Hostile texts: twice the text takes about twice the time.
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'no no no …': (size) => 'no '.repeat(size),
  'denies …, …, …': (size) => `Denies ${'fever, chills, '.repeat(size >> 1)}`,
  'deep bullets': (size) =>
    Array.from({ length: size >> 2 }, (_, i) => `${' '.repeat(i % 400)}- DVT`).join('\n'),
  'mother, who …': (size) => `${'mother, who '.repeat(size >> 1)}had DVT`,
  'one long line': (size) => 'DVT L calf 2019, mother had cancer; deep tissue L calf '.repeat(size >> 2),
};
console.log('\ntext that doubles, time that it takes (2 is linear)');
for (const [name, make] of Object.entries(hostile)) {
  const time = (size: number): number => {
    const text = make(size);
    const start = performance.now();
    findMentions(text, kb, options);
    return performance.now() - start;
  };
  time(10_000);
  const [small, large] = [time(50_000), time(100_000)];
  console.log(
    `${name.padEnd(20)} ${(make(100_000).length / 1e6).toFixed(1).padStart(5)} MB ${large.toFixed(0).padStart(6)} ms ${(large / small).toFixed(1).padStart(5)} ×`,
  );
}

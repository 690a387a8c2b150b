// How long recognition and assertion take together, beside two libraries that only tag the same text, in one run.
// The second part of `npm run bench`; times are of this machine, ratios travel.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import createWink from 'wink-nlp';
import { createKnowledge, findMentions, kindOf, parseNote } from '../server/src/core';
import { compileKnowledge } from '../tools/compile-knowledge';

const root = process.cwd();
const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
const options = { date: '2026-11-23' };
const wink = createWink(winkModel);

const texts = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => kindOf(`/${path}`) === 'note')
  .map((path) => readFileSync(join(root, 'examples', path), 'utf8'));
const notes = texts.map((text) => parseNote(text).value);
const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1024;

/** The median of several rounds, in milliseconds for each kilobyte. */
function measure(run: () => unknown, rounds = 21): number {
  for (let i = 0; i < 10; i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / kilobytes;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

// A statement that comes again is remembered: a number in each makes every statement of every round new.
let round = 0;
const renewed = (): readonly ReturnType<typeof parseNote>['value'][] => {
  round++;
  return texts.map((text) => parseNote(text.replace(/$/gm, ` ${round}`)).value);
};
function measureNew(rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const fresh = renewed();
    const start = performance.now();
    for (const note of fresh) findMentions(note, kb, options);
    return (performance.now() - start) / kilobytes;
  });
  return times.slice(10).sort((a, b) => a - b)[(rounds - 10) >> 1] ?? 0;
}
const ours = measureNew(71);
const rows: readonly (readonly [string, number])[] = [
  ['mentions, every statement new', ours],
  ['mentions, nothing changed', measure(() => notes.map((note) => findMentions(note, kb, options)), 61)],
  [
    'wink-nlp: tokens, tags, negation',
    measure(() => texts.map((text) => wink.readDoc(text).tokens().length())),
  ],
  ['compromise: tags', measure(() => texts.map((text) => compromise(text).wordCount()), 5)],
];
console.log(`${texts.length} notes, ${kilobytes.toFixed(1)} kB`);
for (const [name, time] of rows)
  console.log(
    `${name.padEnd(40)} ${time.toFixed(3).padStart(8)} ms/kB ${(time / ours).toFixed(1).padStart(7)} ×`,
  );

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

// How long the engine takes on the example practice, beside a plain split into words of the same text, in one run.
// `npm run bench`; times are of this machine, ratios travel.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createKnowledge,
  createWorkspace,
  defaultSettings,
  findMentions,
  kindOf,
  parseNote,
} from '../server/src/core';
import { compileKnowledge } from '../tools/compile-knowledge';

const root = process.cwd();
const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((path) => kindOf(`/${path}`) !== undefined)
  .map((path) => ({ uri: `file:///${path}`, text: readFileSync(join(root, 'examples', path), 'utf8') }));
const notes = files.filter((file) => kindOf(file.uri) === 'note');
// A practice's own knowledge is laid over the shipped one once, and indexed: it has a row of its own.
const shippedOnly = files.filter((file) => kindOf(file.uri) !== 'knowledge');
const kilobytes = notes.reduce((sum, file) => sum + file.text.length, 0) / 1024;
const rounds = 30;

/** The median of several rounds over all notes, in milliseconds for each kilobyte. */
function measure(run: () => void): number {
  for (let i = 0; i < 5; i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / kilobytes;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

function judge(practice: typeof files): void {
  const workspace = createWorkspace({ kb, settings: defaultSettings, today: '2026-11-23' });
  for (const file of practice) workspace.set(file.uri, file.text);
  for (const file of notes) workspace.view(file.uri);
}

const parsed = notes.map((file) => parseNote(file.text).value);
const split = measure(() => {
  for (const file of notes) file.text.split(/\W+/);
});
const rows: readonly (readonly [string, number])[] = [
  ['split into words', split],
  ['parse', measure(() => notes.map((file) => parseNote(file.text)))],
  [
    'mentions, nothing changed',
    measure(() => parsed.map((note) => findMentions(note, kb, { date: '2026-11-23' }))),
  ],
  ['everything, from text to findings', measure(() => judge(shippedOnly))],
  ['the same, and the practice’s own rules', measure(() => judge(files))],
];
console.log(`${notes.length} notes, ${kilobytes.toFixed(1)} kB`);
for (const [name, time] of rows)
  console.log(
    `${name.padEnd(36)} ${time.toFixed(3).padStart(8)} ms/kB ${(time / split).toFixed(1).padStart(7)} ×`,
  );

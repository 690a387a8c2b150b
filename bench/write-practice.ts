// Writes an invented practice into a new folder: `node tools/run-ts.mjs bench/write-practice.ts <folder> <clients> <notes> [seed]`
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createKnowledge } from '../server/src/core';
import { compileKnowledge } from '../tools/compile-knowledge';
import { makePractice } from './synthetic-practice';

const [folder, clients, notes, seed = 1] = process.argv
  .slice(2)
  .map((word, index) => (index === 0 ? word : Number(word)));
if (
  typeof folder !== 'string' ||
  typeof clients !== 'number' ||
  typeof notes !== 'number' ||
  existsSync(folder)
) {
  console.error('Usage: bench/write-practice.ts <folder that is not there yet> <clients> <notes> [seed]');
  process.exit(2);
}
const kb = createKnowledge(compileKnowledge(join(process.cwd(), 'knowledge')));
let count = 0;
for (const { path, text } of makePractice(kb, { clients, notes, seed: Number(seed) })) {
  const file = join(resolve(folder), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  count += 1;
}
console.log(`${count} files written.`);

// Rewrites the everyday words of knowledge/look-alikes.yaml: those of a word list that are one letter from a word of the base.
// `node tools/run-ts.mjs tools/look-alikes.ts <word list> ...`, for instance with SCOWL's american-english and british-english.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKnowledge } from '../server/src/core';
import { listTerms } from '../server/src/core/knowledge/knowledge';
import { termKinds } from '../server/src/core/knowledge/model';
import { createSpelling, nearestWords } from '../server/src/core/mentions/spelling';
import { compileKnowledge } from './compile-knowledge';

const root = process.cwd();
const shortest = 5;
const widest = 116;
const indent = '    ';

const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
const phrases = termKinds.flatMap((kind) =>
  listTerms(kb, kind).flatMap((term) => [term.name, ...term.synonyms, ...term.weakSynonyms]),
);
const own = new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(/[^a-z]+/)));
const spelling = createSpelling(
  [...own].filter((word) => word.length >= shortest),
  own,
);
const path = join(root, 'knowledge/look-alikes.yaml');
const text = readFileSync(path, 'utf8');
// A word that was taken off the list by hand means the same as its neighbour: "haemorrhaged".
const refused = new Set((/^# Left out: (.*)$/m.exec(text)?.[1] ?? '').split(' '));
const words = new Set(
  process.argv
    .slice(2)
    .flatMap((file) => readFileSync(file, 'utf8').split(/\r?\n/))
    .filter(
      (word) => /^[a-z]{4,}$/.test(word) && !refused.has(word) && nearestWords(spelling, word).length > 0,
    ),
);
if (words.size === 0) throw new Error('Name one or more lists of words, one word on a line.');

const lines: string[] = [];
for (const word of [...words].sort()) {
  const last = lines.at(-1);
  if (last?.charAt(indent.length) === word.charAt(0) && last.length + word.length < widest)
    lines[lines.length - 1] = `${last} ${word}`;
  else lines.push(indent + word);
}
writeFileSync(path, `${text.slice(0, text.indexOf('  words: >-'))}  words: >-\n${lines.join('\n')}\n`);
console.log(`${words.size} words`);

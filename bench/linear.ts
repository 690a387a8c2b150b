// Shows that nothing takes longer than its text accounts for: hostile repetitions through every reader at two lengths,
// and the patterns of the grammar. Ends with 1 if the work grows faster than the text. Part of `npm test`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { createKnowledge, findMentions, parseClientRecord, parseNote } from '../server/src/core';
import { convertNote } from '../server/src/core/convert/convert-note';
import { formatText } from '../server/src/core/note/print';
import { listDurations } from '../server/src/core/note/values/duration';
import { listFrequencies } from '../server/src/core/note/values/frequency';
import { listOutcomeScores } from '../server/src/core/note/values/outcome-measures';
import { listPainProblems, listPainScores } from '../server/src/core/note/values/pain';
import { listPressures, listStrengths, listWrittenPressures } from '../server/src/core/note/values/pressure';
import { listRangesOfMotion } from '../server/src/core/note/values/range-of-motion';
import { listGestations } from '../server/src/core/note/values/relative';
import { listSides, listSpinalLevels } from '../server/src/core/note/values/sides';
import { listTimes } from '../server/src/core/note/values/time';
import { listVitals } from '../server/src/core/note/values/vitals';
import { listGravidities, listWrittenWeeks } from '../server/src/core/note/values/written-gestation';
import { listWrittenMotions } from '../server/src/core/note/values/written-motion';
import { listWrittenPain } from '../server/src/core/note/values/written-pain';
import { listWrittenVitals } from '../server/src/core/note/values/written-vitals';
import { compileKnowledge } from '../tools/compile-knowledge';

const root = process.cwd();
const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
const shortLength = 10_000;
const longer = 4;
// Four times the text takes four times the time where work is linear, sixteen times where it is quadratic.
const allowed = 8;
// What takes less than this even for the longer text (milliseconds) cannot be told from noise, and harms nobody.
const unnoticed = 20;
const tries = 12;

type Reader = (text: string) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  parseNote,
  formatText,
  convertNote: (text) => convertNote(text),
  findMentions: (text) => findMentions(text, kb, { date: '2026-11-20' }),
  listTimes: (text) => listTimes(text, { start: 0, end: text.length }, '2026-11-20'),
  listVitals: (text) => listVitals(text),
  listPainScores: (text) => listPainScores(text),
  listPainProblems: (text) => listPainProblems(text),
  listDurations: (text) => listDurations(text),
  listFrequencies: (text) => listFrequencies(text),
  listSides: (text) => listSides(text),
  listSpinalLevels: (text) => listSpinalLevels(text),
  listPressures: (text) => listPressures(text, undefined, true),
  listWrittenPressures: (text) => listWrittenPressures(text),
  listStrengths: (text) => listStrengths(text, undefined, true),
  listRangesOfMotion: (text) => listRangesOfMotion(text, undefined, true),
  listGestations: (text) => listGestations(text),
  listOutcomeScores: (text) => listOutcomeScores(text, [{ id: 'ndi', abbreviations: ['NDI'] }]),
  listWrittenWeeks: (text) => listWrittenWeeks(text),
  listGravidities: (text) => listGravidities(text),
  listWrittenMotions: (text) => listWrittenMotions(text),
  listWrittenPain: (text) => listWrittenPain(text),
  listWrittenVitals: (text) => listWrittenVitals(text),
};

const units = [
  '1',
  ' ',
  '1/',
  '1 ',
  'a ',
  '- ',
  '- a\n',
  'a:\n',
  '*a',
  '**',
  'S: a\n',
  '## S\n',
  'S: O: ',
  'pain 4 ',
  'pain ',
  '/10',
  '→1/10',
  'tired 4/10 ',
  '4/10, was ',
  'BP a ',
  'BP 1/',
  'T 1',
  'NDI ',
  'NDI 1',
  'x 3 ',
  'since the last ',
  'May 1 ',
  'every ',
  'light to ',
  'flexion ',
  'flexion L ',
  'rot 1',
  'G1P',
  '1 w ',
  '45 to ',
  'L>',
  '[',
  '{a: ',
  '? ',
  '"',
  '&a ',
  'PMH:\n- a\n\n',
  'Family history:\n\na\n',
  '12. a\n',
  'temp is ',
  'a (',
  'Addendum ',
  'no ',
  'denies fever, chills, ',
  'Allergies: nuts, ',
  'pregnant? [x] ',
  'R knee OA + ',
  'DVT 2008 (warfarin 6 mo ',
  'any fever or ',
  'glute med/',
  'mother, who ',
  'DVT L calf 2019, ',
  'if not for ',
  'DVT? ',
  'denied DVT ',
  'DVT 28/40 ',
  'mr. DVT. ',
  'Meds: DVT. ',
  '\u00a0',
  '---\nclient: a\n',
];

/** Repetitions that are hard on YAML. */
const yamlUnits = ['[', '{a: ', '? ', '"', '&a ', 'a:\n', '- ', 'a: ', '#\n', 'b: |\n x\n'];

/** Texts of megabytes, in which a look at all that follows each line would show: unit and shorter length. */
const longTexts: readonly (readonly [unit: string, length: number])[] = [
  ['DVT L calf 2019, mother had cancer; deep tissue L calf, denies fever, chills. ', 1_250_000],
  ['- DVT\n', 300_000],
  [Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}- DVT\n`).join(''), 1_250_000],
];

/**
 * What one reading takes of the processor, in milliseconds: while the machine is at other work this process waits, and
 * the clock on the wall would count that. What is left of the disturbance only makes it more: the least of several counts.
 */
function cost(read: Reader, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many times longer the longer text takes; undefined if that is too little to tell. */
function growth(read: Reader, unit: string, length: number): number | undefined {
  const short = unit.repeat(Math.ceil(length / unit.length));
  const long = short.repeat(longer);
  read(short);
  let [least, least4] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < tries; round++) {
    least = Math.min(least, cost(read, short));
    least4 = Math.min(least4, cost(read, long));
    if (least4 < unnoticed) return undefined;
    if (least4 / least <= allowed) break;
  }
  return least4 / least;
}

let readings = 0;
let faults = 0;
const fault = (words: string): void => {
  faults++;
  console.log(words);
};

function tryGrowth(name: string, read: Reader, unit: string, length: number): void {
  readings++;
  const times = growth(read, unit, length);
  if (times !== undefined && times > allowed)
    fault(
      `${name}, ${JSON.stringify(unit.slice(0, 80))}: ${longer} times the text takes ${times.toFixed(1)} times the time`,
    );
}

for (const [name, read] of Object.entries(readers))
  for (const unit of units) tryGrowth(name, read, unit, shortLength);
for (const unit of yamlUnits) tryGrowth('parseClientRecord', parseClientRecord, unit, shortLength);
for (const [unit, length] of longTexts)
  tryGrowth('findMentions', (text) => findMentions(text, kb, { date: '2026-11-20' }), unit, length);

// All sections share their patterns; those of one of them stand for the others, as each takes a while.
const otherSection = /entity\.name\.section\.(?!plan)/;

function listPatterns(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('captures' in node && otherSection.test(JSON.stringify(node.captures))) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && /^(?:match|begin|end|while)$/.test(key) ? [value] : listPatterns(value),
  );
}

const grammar: unknown = JSON.parse(
  readFileSync(join(root, 'syntaxes', 'soap-note.tmLanguage.json'), 'utf8'),
);
const patterns = [...new Set(listPatterns(grammar))];
for (const pattern of patterns) {
  const source = pattern.replaceAll('(?i:', '(?:').replaceAll('\\A', '^').replaceAll('\\x{FEFF}', '\\uFEFF');
  const { status } = checkSync(source, 'iu', { timeout: 20_000 });
  if (status !== 'safe') fault(`the grammar's pattern ${pattern} is ${status}`);
}

console.log(`${readings + patterns.length - faults} passed, ${faults} failed`);
process.exitCode = readings > 0 && patterns.length > 20 && faults === 0 ? 0 : 1;

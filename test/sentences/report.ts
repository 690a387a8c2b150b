// The score as text: precision, recall and F1 of each label, a table of confusions, missed and false alarms.
import { join } from 'node:path';
import { type Assertion, assertions, createKnowledge } from '../../server/src/core';
import { compileKnowledge } from '../../tools/compile-knowledge';
import { readSentences } from './read';
import { isFalseAlarm, isMissedAlarm, isRight, type Score, scoreSentences, type Verdict } from './score';
import { isSilenced, type SpanScore, scoreSpans } from './spans';

/** Scores the sentences of a folder with the knowledge of the project and writes the report. */
export function reportSentences(root: string, folder: string): string {
  const kb = createKnowledge(compileKnowledge(join(root, 'knowledge')));
  const sentences = readSentences(folder);
  const spans = scoreSpans(kb, sentences);
  return `${toSpanReport(spans)}\n\n${toReport(scoreSentences(kb, sentences))}\n${toSpanSummary(spans)}`;
}

/** The whole report; the lists of errors come first, so that the figures stand where the eye ends. */
export function toReport(score: Score): string {
  const { verdicts } = score;
  const parts = [
    listErrors('Missed alarms', verdicts.filter(isMissedAlarm)),
    listErrors('False alarms', verdicts.filter(isFalseAlarm)),
    ['Silent texts that were not', ...score.outcries.map(toOutcryLine)],
    listErrors(
      'Other labels',
      verdicts.filter((verdict) => !isRight(verdict) && !isMissedAlarm(verdict) && !isFalseAlarm(verdict)),
    ),
    listErrors(
      'Side or region not attached',
      verdicts.filter((verdict) => verdict.placed === false),
    ),
    toLabelTable(verdicts),
    toConfusionTable(verdicts),
    toFileTable(score),
    toSummary(score),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

const onOneLine = (text: string): string => text.replace(/\n/g, ' ⏎ ');

function listErrors(title: string, verdicts: readonly Verdict[]): readonly string[] {
  return [`${title} (${verdicts.length})`, ...verdicts.map(toErrorLine)];
}

function toErrorLine({ sentence, expectation, got, recognised, placed }: Verdict): string {
  const place =
    placed === false ? ` [${[expectation.side, expectation.region].filter(Boolean).join(' ')}]` : '';
  const seen = recognised ? got : `not recognised, ${got}`;
  const which = expectation.nth > 1 ? ` (${expectation.nth})` : '';
  const section = sentence.section === undefined ? '' : `<${sentence.section}> `;
  const wanted = [expectation.is, ...expectation.or].join(' or ');
  return `  ${sentence.file}: “${onOneLine(expectation.phrase)}”${which}${place} is ${wanted}, judged ${seen}: ${section}${onOneLine(sentence.text)}`;
}

function toSpanReport({ wrong }: SpanScore): string {
  const lines = wrong.map((verdict) => {
    const line = toErrorLine({ ...verdict, recognised: true, placed: undefined });
    return isSilenced(verdict) ? `${line} (silenced)` : line;
  });
  return [`Spans judged wrongly (${wrong.length})`, ...lines].join('\n');
}

const toSpanSummary = ({ accuracy, silenced }: SpanScore): string =>
  `judged by span alone: accuracy ${percent(accuracy)}, findings silenced ${percent(silenced)}`;

const toOutcryLine = ({ sentence, what }: Score['outcries'][number]): string =>
  `  ${sentence.file}: ${what}: ${onOneLine(sentence.text)}`;

/** A label that a careful reader could give as well counts as the wanted one. */
const settled = ({ expectation, got }: Verdict): Assertion =>
  expectation.or.includes(got) ? expectation.is : got;

function toLabelTable(verdicts: readonly Verdict[]): readonly string[] {
  const rows = assertions.map((label) => {
    const wanted = verdicts.filter(({ expectation }) => expectation.is === label);
    const given = verdicts.filter((verdict) => settled(verdict) === label);
    const right = given.filter(({ expectation }) => expectation.is === label).length;
    const precision = given.length === 0 ? 1 : right / given.length;
    const recall = wanted.length === 0 ? 1 : right / wanted.length;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(9));
    return `${label.padEnd(14)}${String(wanted.length).padStart(6)}${cells.join('')}`;
  });
  return ['label          count precision  recall       F1', ...rows];
}

function toConfusionTable(verdicts: readonly Verdict[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) {
    const key = `${verdict.expectation.is} ${settled(verdict)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const header = assertions.map((label) => label.slice(0, 6).padStart(7)).join('');
  const rows = assertions.map(
    (row) =>
      `${row.padEnd(14)}${assertions.map((column) => String(counts.get(`${row} ${column}`) ?? '·').padStart(7)).join('')}`,
  );
  return ['wanted ↓ judged →', `${' '.repeat(14)}${header}`, ...rows];
}

function toFileTable({ verdicts }: Score): readonly string[] {
  const files = [...new Set(verdicts.map(({ sentence }) => sentence.file))];
  return files.map((file) => {
    const own = verdicts.filter(({ sentence }) => sentence.file === file);
    const right = own.filter(isRight).length;
    return `${file.padEnd(38)}${String(right).padStart(5)} of ${String(own.length).padStart(4)}`;
  });
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

function toSummary(score: Score): readonly string[] {
  const texts = new Set(score.verdicts.map(({ sentence }) => sentence)).size;
  return [
    `${score.verdicts.length} phrases in ${texts} texts, ${score.silent} silent texts`,
    `lenient accuracy ${percent(score.lenientAccuracy)}, strict ${percent(score.strictAccuracy)}`,
    `missed alarms ${percent(score.missedAlarms)}, false alarms ${percent(score.falseAlarms)}`,
    `recognised ${percent(score.recognised)}, side and region attached ${percent(score.placed)}`,
  ];
}

// The engine's reading of labelled sentences, held to thresholds; and the examples of docs/labels.md, each one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../support/knowledge';
import { readExamples, readSentences } from './read';
import { toReport } from './report';
import { isRight, judgeSentence, scoreSentences } from './score';
import { reached, reachedLately } from './thresholds';

const kb = loadKnowledge();
const sentences = readSentences(import.meta.dirname);
const score = scoreSentences(kb, sentences);

describe('the labelled sentences', () => {
  test('are as many as a figure needs', () => {
    expect(sentences.filter((sentence) => sentence.expect.length > 0).length).toBeGreaterThanOrEqual(450);
    expect(score.silent).toBeGreaterThanOrEqual(160);
  });

  test('name only entries that the knowledge base holds', () => {
    const known = [kb.conditions, kb.techniques, kb.medications, kb.signs, kb.regions];
    const named = sentences.flatMap(({ expect }) =>
      expect.flatMap(({ ids, region }) => (region === undefined ? ids : [...ids, region])),
    );
    expect(named.filter((id) => !known.some((terms) => terms.has(id)))).toEqual([]);
  });

  test('are read as they are meant', () => {
    expect(score.lenientAccuracy).toBeGreaterThanOrEqual(reached.lenientAccuracy);
  });

  test('lose no alarm', () => {
    expect(score.missedAlarms).toBeLessThanOrEqual(reached.missedAlarms);
  });

  test('raise no false alarm', () => {
    expect(score.falseAlarms).toBeLessThanOrEqual(reached.falseAlarms);
  });

  test('keep side and region with what they belong to', () => {
    expect(score.placed).toBeGreaterThanOrEqual(reached.placed);
  });

  test('are reported with every error', () => {
    const report = toReport(score);
    for (const { sentence, what } of score.outcries) expect(report).toContain(`${sentence.file}: ${what}`);
  });
});

describe('the sentences of the latest sets', () => {
  const latest = readSentences(join(import.meta.dirname, 'latest'));

  test.each(reachedLately)('are read no worse than before: $files', ({ files, ...limits }) => {
    const figures = scoreSentences(
      kb,
      latest.filter(({ file }) => files.some((name) => name === file)),
    );
    expect(figures.lenientAccuracy).toBeGreaterThanOrEqual(limits.lenientAccuracy);
    expect(figures.missedAlarms).toBeLessThanOrEqual(limits.missedAlarms);
    expect(figures.falseAlarms).toBeLessThanOrEqual(limits.falseAlarms);
    expect(figures.placed).toBeGreaterThanOrEqual(limits.placed);
  });

  test('have a threshold each', () => {
    const held: readonly string[] = reachedLately.flatMap(({ files }) => [...files]);
    expect([...new Set(latest.map(({ file }) => file))].sort()).toEqual([...held].sort());
  });
});

describe('docs/labels.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/labels.md'), 'utf8');
  const examples = readExamples(page);

  test('has examples of every label', () => {
    expect(new Set(examples.map(({ expect }) => expect[0]?.is)).size).toBe(11);
  });

  test.each(examples.map((example) => [example.expect[0]?.is, example.text, example] as const))(
    '%s: %s',
    (_label, _text, example) => {
      for (const verdict of judgeSentence(kb, example)) expect(isRight(verdict), verdict.got).toBe(true);
    },
  );
});

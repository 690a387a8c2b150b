// One voice in the example practice: nothing is said twice, and about healthy clients nothing at all.
import { describe, expect, test } from 'vitest';
import { type Finding, severities } from '../../server/src/core';
import { loadExamples } from '../support/examples';

const examples = loadExamples();
const healthy = ['priya-raman', 'sam-okafor', 'lena-vogt'];

const placeOf = ({ at }: Finding): string => `${at.uri}#${at.span.start}`;
/** What a finding says beyond where it stands: its words without the technique and place at the beginning. */
const saidOf = ({ message }: Finding): string => message.replace(/^[^:]*: /, '');
/** The statement that a finding rests on first. */
const causeOf = ({ because: [first] }: Finding): string =>
  first === undefined ? 'none' : `${first.at.uri}#${first.at.span.start}`;
const family = ({ rule }: Finding): string => rule.split('/')[0] ?? '';

/** Why two findings of one note mean the same; undefined if they do not. */
function sameMeaning(a: Finding, b: Finding): string | undefined {
  if (a.rule === b.rule && placeOf(a) === placeOf(b)) return 'one rule twice at one place';
  if (placeOf(a) === placeOf(b) && saidOf(a) === saidOf(b)) return 'the same words at one place';
  if (family(a) !== 'contraindication' || family(b) !== 'contraindication') return undefined;
  if (causeOf(a) === causeOf(b) && placeOf(a) === placeOf(b)) return 'one cause twice at one technique';
  if (causeOf(a) === causeOf(b) && a.severity === 'error' && b.severity === 'error')
    return 'two errors of one cause';
  return undefined;
}

describe('the example practice', () => {
  test.each(examples.all.map((uri) => [examples.path(uri), uri]))('%s says nothing twice', (_, uri) => {
    const findings = examples.findings(uri);
    const doublets = findings.flatMap((a, index) =>
      findings.slice(index + 1).flatMap((b) => {
        const why = sameMeaning(a, b);
        return why === undefined ? [] : [`${why}: ${a.message} / ${b.message}`];
      }),
    );
    expect(doublets).toEqual([]);
  });

  test('a finding of an action offers each fix once, and names more than one place only as a reason', () => {
    for (const uri of examples.all)
      for (const { fixes, message } of examples.findings(uri)) {
        const titles = fixes.map(({ title }) => title);
        expect(new Set(titles).size, message).toBe(titles.length);
        expect(message.length).toBeLessThanOrEqual(140);
        // Brackets within brackets, and two ends of a sentence, are hard to read.
        expect(message).not.toMatch(/\([^()]*\(|[.?!]\s*[.?!]/);
      }
  });

  test('stronger findings stand before weaker ones of the same place', () => {
    for (const uri of examples.all) {
      const findings = examples.findings(uri);
      for (const [index, finding] of findings.entries()) {
        const next = findings[index + 1];
        if (next === undefined || placeOf(next) !== placeOf(finding)) continue;
        expect(severities.indexOf(next.severity)).toBeGreaterThanOrEqual(severities.indexOf(finding.severity));
      }
    }
  });

  test.each(healthy)('nothing at all is said about %s', (client) => {
    const uris = examples.all.filter((uri) => examples.path(uri).startsWith(`${client}/`));
    expect(uris.length).toBeGreaterThan(1);
    expect(uris.flatMap((uri) => examples.findings(uri).map(({ rule }) => `${examples.path(uri)} ${rule}`))).toEqual([]);
  });
});

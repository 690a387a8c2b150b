// Patterns of signs that prompt a referral: each speaks with the features it asks for, and not with one fewer.
import { describe, expect, test } from 'vitest';
import type { RedFlag } from '../../../server/src/core';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const flags = kb.data.redFlags.map((flag): [string, RedFlag] => [flag.id, flag]);

/** Words of a feature as a note states it: a phrase of the sign, or of a condition that it stands for; never the suspicion itself. */
function wordsOf(flag: RedFlag, sign: string): string {
  const entry = kb.signs.get(sign);
  const suspect = kb.conditions.get(flag.suspect ?? '');
  const named = new Set([suspect?.name, ...(suspect?.synonyms ?? [])].map((text) => text?.toLowerCase()));
  const conditions = entry?.conditions.flatMap((id) => kb.conditions.get(id)?.synonyms[0] ?? []) ?? [];
  const words = [...(entry?.synonyms ?? []), ...conditions, entry?.name ?? ''];
  return words.find((text) => !named.has(text.toLowerCase())) ?? '';
}

const note = (flag: RedFlag, count: number, prefix = ''): string =>
  `S:\n${flag.features
    .slice(0, count)
    .map(({ sign }) => `- ${prefix}${wordsOf(flag, sign)}\n`)
    .join('')}`;

const said = (text: string): readonly string[] =>
  viewFixture(text).findings.flatMap(({ rule }) => (rule.startsWith('red-flag/') ? [rule] : []));

describe('every pattern', () => {
  test.each(flags)('%s', (id, flag) => {
    const rule = `red-flag/${id.replace(/^rf-/, '')}`;
    expect(said(note(flag, flag.minimumFeatures))).toContain(rule);
    expect(said(note(flag, flag.minimumFeatures - 1))).not.toContain(rule);
    expect(said(note(flag, flag.features.length, 'denies '))).not.toContain(rule);
  });
});

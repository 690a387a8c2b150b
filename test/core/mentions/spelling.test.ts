// Misspellings of names are read, and look-alikes never are.
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../server/src/core';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const options = { date: '2026-11-20' };
const idsIn = (text: string): readonly string[] =>
  findMentions(text, kb, options).flatMap((mention) => [
    mention.id,
    ...mention.otherReadings.flatMap((reading) => ('id' in reading ? [reading.id] : [])),
  ]);

/** A generator of the same numbers in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The name with one letter too many, too few, wrong, or swapped with its neighbour. */
function misspell(name: string, random: (below: number) => number): string {
  for (;;) {
    const at = random(name.length - 1);
    const letter = letters.charAt(random(letters.length));
    const [before, own, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    if (!/[a-z]/i.test(own)) continue;
    const slips = [
      `${before}${letter}${own}${after}`,
      `${before}${after}`,
      `${before}${letter}${after}`,
      `${before}${after.charAt(0)}${own}${after.slice(1)}`,
    ];
    const slip = slips[random(slips.length)] ?? name;
    if (slip.toLowerCase() !== name.toLowerCase() && !slip.includes('  ')) return slip;
  }
}

test('at least nine of ten misspelt names of conditions and medicines are found', () => {
  const random = createRandom(20_261_123);
  const names = [...kb.data.conditions, ...kb.data.medications].flatMap((entry) =>
    [entry.name, ...entry.synonyms]
      .filter((name) => name.length >= 7 && /^[a-z -]+$/i.test(name))
      .map((name) => ({ id: entry.id, name })),
  );
  const known = names.filter(({ id, name }) => idsIn(`Has ${name}.`).includes(id));
  // Each is misspelt several times, for the figure not to hang on the slips of one draw.
  const drawn = known.flatMap((entry) => [entry, entry, entry]);
  const missed = drawn.flatMap(({ id, name }) => {
    const slip = misspell(name, random);
    return idsIn(`Has ${slip}.`).includes(id) ? [] : [`${slip} (${name})`];
  });
  expect(known.length).toBeGreaterThan(1000);
  expect(missed.length / drawn.length, missed.join(', ')).toBeLessThan(0.1);
});

describe('look-alikes', () => {
  test('are at least a hundred pairs, and no word is read as its pair', () => {
    const { pairs } = kb.data.lookAlikes;
    expect(pairs.length).toBeGreaterThanOrEqual(100);
    const confused = pairs.filter(([a, b]) => {
      const ids = new Set(idsIn(`Has ${a}.`));
      return idsIn(`Has ${b}.`).some((id) => ids.has(id));
    });
    expect(confused).toEqual([]);
  });

  test('no everyday word is read as a word of the base', () => {
    const read = kb.data.lookAlikes.words.filter((word) =>
      findMentions(`Has ${word} today.`, kb, options).some((mention) => mention.match === 'misspelt'),
    );
    expect(read).toEqual([]);
  });

  test.each([
    ['Cortisone injection in June', 'infection'],
    ['Aspiring dancer', 'aspirin'],
    ['Singles tennis', 'herpes-zoster'],
    ['Stroking with the palm', 'stroke-acute'],
  ])('%s is not %s', (text, id) => expect(idsIn(text)).not.toContain(id));
});

test('says which word was read as which', () => {
  const [mention] = findMentions('Has diabtes.', kb, options);
  expect(mention).toMatchObject({
    match: 'misspelt',
    slip: { span: { start: 4, end: 11 }, word: 'diabetes' },
  });
});

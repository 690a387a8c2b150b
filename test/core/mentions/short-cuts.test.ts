// What is passed over to be quick is nothing: words, phrases and cues are found as they are by looking everywhere.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCues } from '../../../server/src/core/mentions/cue-trie';
import { findPhrases, getLexicon } from '../../../server/src/core/mentions/lexicon';
import { Openings } from '../../../server/src/core/mentions/openings';
import { Places, type Token, tokenize } from '../../../server/src/core/mentions/tokens';
import { mayEnd, mayGoOn, noNode, root, Trie } from '../../../server/src/core/mentions/trie';
import { begins } from '../../../server/src/core/mentions/words';
import { loadKnowledge } from '../../support/knowledge';
import { runs } from '../../support/runs';

const kb = loadKnowledge();
const lexicon = getLexicon(kb);

const terms = [...kb.data.conditions, ...kb.data.techniques, ...kb.data.regions, ...kb.data.medications]
  .flatMap(({ name, synonyms, abbreviations }) => [name, ...synonyms, ...abbreviations])
  .flatMap((phrase) => [phrase, ...phrase.split(/\s+/)]);
const plain =
  "no not has had her his L R left both denies ruled out in last pregnancy without any sign of w/o hx resolved never really diagnosed with vien diabtes tunnle , . ; : ? / + - ( ) 28 40 wks 31w3d D.V.T. don't naïve 10/28".split(
    ' ',
  );
const texts = fc
  .array(fc.oneof(fc.constantFrom(...terms), fc.constantFrom(...plain), fc.constantFrom(...plain)), {
    minLength: 1,
    maxLength: 120,
  })
  .map((words) => words.join(' '));

const plainly = ({ start, end, shared, newLine }: Token): object => ({ start, end, shared, newLine });

test('places that serve one text after the other hold the words of the last one', () => {
  const places = new Places();
  fc.assert(
    fc.property(texts, (text) => {
      const at = { start: 0, end: text.length };
      const expected = tokenize(text, at).map(plainly);
      expect(places.tokenize(text, at).map(plainly)).toEqual(expected);
      expect(expected.map((_, index) => tokenize(text, at)[index]?.shared.raw)).toEqual(
        tokenize(text, at).map(({ start, end }) => text.slice(start, end)),
      );
    }),
    { numRuns: runs(60) },
  );
});

test('phrases and cues begin nowhere else than where they are looked for', () => {
  const noTerms = { get: (): undefined => undefined };
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = tokenize(text, { start: 0, end: text.length });
      const openings = new Openings().find(lexicon, tokens);
      const everywhere = new Openings();
      everywhere.lastSlip = openings.lastSlip;
      for (const [index, { shared }] of tokens.entries()) {
        if ((shared.begins & begins.phrase) !== 0) everywhere.phrases.add(index);
        everywhere.cues.add(index);
      }
      expect(findPhrases(lexicon, text, tokens, openings)).toEqual(
        findPhrases(lexicon, text, tokens, everywhere),
      );
      expect(findCues(tokens, openings.cues, noTerms)).toEqual(findCues(tokens, everywhere.cues, noTerms));
    }),
    { numRuns: runs(60) },
  );
});

test('a trie finds what a map of its steps finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }), {
        maxLength: 300,
      }),
      (phrases) => {
        const trie = new Trie<number>();
        const steps = new Map<string, number>();
        const values = new Map<number, number>();
        for (const [value, phrase] of phrases.entries()) {
          let node = root;
          for (const word of phrase) {
            const next = trie.step(node, word);
            steps.set(`${node} ${word}`, next);
            node = next;
          }
          trie.set(node, value);
          values.set(node, value);
        }
        const nodes = new Set([root, ...steps.values()]);
        for (const node of nodes) {
          const words = Array.from({ length: 200 }, (_, at) => at + 1);
          const led = words.filter((word) => steps.has(`${node} ${word}`));
          for (const word of words)
            expect(trie.next(node, word)).toBe(steps.get(`${node} ${word}`) ?? noNode);
          expect(trie.get(node)).toBe(values.get(node));
          expect(trie.goesOn(node)).toBe(led.length > 0);
          expect(mayEnd(trie.signs(node))).toBe(values.has(node));
          expect(led.every((word) => mayGoOn(trie.signs(node), word))).toBe(true);
        }
      },
    ),
    { numRuns: runs(5) },
  );
});

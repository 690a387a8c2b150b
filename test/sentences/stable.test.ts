// How a text is typed and wrapped must not change what it means: every labelled sentence, typed in other ways.
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../support/knowledge';
import { type Expectation, readSentences, type Sentence } from './read';
import { judgeSentence } from './score';

const kb = loadKnowledge();
const sentences = readSentences(import.meta.dirname).filter(({ expect }) => expect.length > 0);
const columns = 40;

/** Ways to type the same words. Each works character by character, except wrapping, which only turns spaces into breaks. */
const typings: Readonly<Record<string, (text: string) => string>> = {
  'in upper case': (text) => text.toUpperCase(),
  'with Windows line ends': (text) => text.replace(/\n/g, '\r\n'),
  'with hard spaces': (text) => text.replace(/(?<=\S) (?=\S)/g, '\u00a0'),
  'with curly apostrophes': (text) => text.replace(/(?<=\p{L})'/gu, '’'),
  'wrapped at 40 columns': wrap,
};

/** Breaks a text of one line at spaces, but not where the next line would begin as a list item or a heading does. */
function wrap(text: string): string {
  if (text.includes('\n')) return text;
  let out = '';
  let width = 0;
  for (const piece of text.split(/(?= )/)) {
    const breaks = width + piece.length > columns && /^ [\p{L}(](?!\p{L}?[:.)])/u.test(piece);
    out += breaks ? `\n${piece.slice(1)}` : piece;
    width = breaks ? piece.length - 1 : width + piece.length;
  }
  return out;
}

/** The same expectations in the text typed anew; the place of a phrase, not its words, says which one is meant. */
function retype(sentence: Sentence, type: (text: string) => string): Sentence {
  const text = type(sentence.text);
  const expected = sentence.expect.map((expectation): Expectation => {
    const start = nthIndex(sentence.text, expectation.phrase, expectation.nth);
    const from = text.length === sentence.text.length ? start : type(sentence.text.slice(0, start)).length;
    const length =
      text.length === sentence.text.length ? expectation.phrase.length : type(expectation.phrase).length;
    const phrase = text.slice(from, from + length);
    return { ...expectation, phrase, nth: countUpTo(text, phrase, from) };
  });
  return { ...sentence, text, expect: expected };
}

function nthIndex(text: string, phrase: string, nth: number): number {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(phrase, at + 1);
  return at;
}

function countUpTo(text: string, phrase: string, at: number): number {
  let count = 0;
  for (let i = text.indexOf(phrase); i !== -1 && i <= at; i = text.indexOf(phrase, i + 1)) count++;
  return count;
}

const judge = (sentence: Sentence): readonly string[] =>
  judgeSentence(kb, sentence).map(({ got, recognised }) => (recognised ? got : `unseen, ${got}`));

/** In capitals "HAs", the headaches, are the verb. */
const capitalsOnly: ReadonlySet<string> = new Set(['HAs']);

/** Every phrase that is judged otherwise when its text is typed anew. */
function listChanges(type: (text: string) => string): readonly string[] {
  return sentences.flatMap((sentence) => {
    const before = judge(sentence);
    const typed = retype(sentence, type);
    return judge(typed).flatMap((after, index) =>
      after === before[index] || capitalsOnly.has(sentence.expect[index]?.phrase ?? '')
        ? []
        : [`${typed.expect[index]?.phrase}: ${before[index]} → ${after}: ${typed.text}`],
    );
  });
}

describe('the labelled sentences mean the same', () => {
  test.each(Object.entries(typings))('%s', (_, type) => expect(listChanges(type)).toEqual([]));
});

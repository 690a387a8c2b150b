// The labelled sentences: their shape, and how the YAML files and the examples of docs/labels.md are read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Assertion, assertions, type Side } from '../../server/src/core';

/** What one phrase of a text means. */
export interface Expectation {
  readonly phrase: string;
  /** Which occurrence of the phrase, from 1. */
  readonly nth: number;
  /** The entries of the knowledge base that it may name; empty where the base does not know it. */
  readonly ids: readonly string[];
  readonly is: Assertion;
  /** Other labels that a careful reader could give. */
  readonly or: readonly Assertion[];
  readonly side: Side | undefined;
  readonly region: string | undefined;
}

/** A snippet of a note with what its phrases mean. Without expectations it must stay silent. */
export interface Sentence {
  readonly file: string;
  readonly text: string;
  /** The section it stands in, where the text has no heading of its own. */
  readonly section: string | undefined;
  readonly today: string;
  readonly expect: readonly Expectation[];
}

const defaultToday = '2026-11-20';
const sentenceKeys = ['text', 'section', 'today', 'expect'];
const expectationKeys = ['phrase', 'nth', 'id', 'is', 'or', 'side', 'region'];

/** All sentences of a folder, file by file in the order of the names. Mistakes in a file are errors. */
export function readSentences(folder: string): readonly Sentence[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().flatMap((name) => readFile(name, parse(readFileSync(join(folder, name), 'utf8'))));
}

function readFile(file: string, content: unknown): readonly Sentence[] {
  const { sentences, silent } = toRecord(file, content, ['sentences', 'silent']);
  return [
    ...toList(sentences).map((entry) => readSentence(file, entry)),
    ...toList(silent).map((entry) =>
      readSentence(file, typeof entry === 'string' ? { text: entry } : entry, 'silent'),
    ),
  ];
}

function readSentence(file: string, entry: unknown, silent?: 'silent'): Sentence {
  const { text, section, today, expect } = toRecord(file, entry, sentenceKeys);
  if (typeof text !== 'string') throw new Error(`${file}: an entry has no text`);
  const expected = toList(expect).map((item) => readExpectation(file, text, item));
  if ((expected.length === 0) !== (silent === 'silent'))
    throw new Error(`${file}: “${text}” expects nothing, or is silent and expects something`);
  return {
    file,
    text,
    section: toOptionalText(section),
    today: toOptionalText(today) ?? defaultToday,
    expect: expected,
  };
}

function readExpectation(file: string, text: string, item: unknown): Expectation {
  const { phrase, nth = 1, id, is, or, side, region } = toRecord(file, item, expectationKeys);
  if (typeof phrase !== 'string' || typeof nth !== 'number')
    throw new Error(`${file}: “${text}” lacks a phrase`);
  const expectation: Expectation = {
    phrase,
    nth,
    ids: (typeof id === 'string' ? [id] : toList(id)).map(String),
    is: toLabel(file, is),
    or: toList(or).map((label) => toLabel(file, label)),
    side: side === 'left' || side === 'right' || side === 'bilateral' ? side : undefined,
    region: toOptionalText(region),
  };
  if (findPhrase(text, expectation) === undefined)
    throw new Error(`${file}: “${text}” does not hold “${phrase}”`);
  return expectation;
}

/** Where the phrase of an expectation stands in a text. */
export function findPhrase(
  text: string,
  { phrase, nth }: Pick<Expectation, 'phrase' | 'nth'>,
): { readonly start: number; readonly end: number } | undefined {
  let start = -1;
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(phrase, start + 1);
    if (start === -1) return undefined;
  }
  return { start, end: start + phrase.length };
}

/**
 * The examples of docs/labels.md: rows `| text with one **phrase** | why |` under a heading that names the label.
 * The knowledge base must know each phrase, so the label is that of a mention.
 */
export function readExamples(page: string): readonly Sentence[] {
  const examples: Sentence[] = [];
  let label: Assertion | undefined;
  for (const line of page.split('\n')) {
    const heading = /^#+ (\S+)$/.exec(line)?.[1];
    if (line.startsWith('#')) label = assertions.find((candidate) => candidate === heading);
    const cell = /^\| ([^|]*\*\*[^|]*) \|/.exec(line)?.[1];
    if (label === undefined || cell === undefined) continue;
    const [before = '', phrase = '', after = ''] = cell.split('**');
    const nth = before.split(phrase).length;
    examples.push({
      file: 'labels.md',
      text: `${before}${phrase}${after}`,
      section: undefined,
      today: defaultToday,
      expect: [{ phrase, nth, ids: [], is: label, or: [], side: undefined, region: undefined }],
    });
  }
  return examples;
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const toOptionalText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function toLabel(file: string, value: unknown): Assertion {
  const label = assertions.find((candidate) => candidate === value);
  if (label === undefined) throw new Error(`${file}: ${String(value)} is no label`);
  return label;
}

function toRecord(file: string, value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file}: an entry is no map`);
  const entries = Object.entries(value);
  const unknown = entries.find(([key]) => !keys.includes(key));
  if (unknown !== undefined) throw new Error(`${file}: unknown key ${unknown[0]}`);
  return Object.fromEntries(entries);
}

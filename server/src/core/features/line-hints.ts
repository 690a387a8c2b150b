// What a line leaves unsaid, in grey at its end: what a short form stands for, how long ago a day was, which trimester.

import type { Value } from '../facts/model';
import { gestationWeeks } from '../facts/pregnancy';
import { findTerm } from '../knowledge/knowledge';
import type { Mention } from '../mentions/model';
import { daysBetween } from '../note/values/calendar';
import { listGestations } from '../note/values/relative';
import { say } from '../text/say';
import { type Span, sliceSpan } from '../text/span';
import type { NoteView } from '../workspace/model';
import { wordDays } from './day-words';

/** A hint behind the last word of a line. */
export interface LineHint {
  readonly offset: number;
  readonly text: string;
}

/** At most this many things are said of one line. */
const most = 2;

/** Lists the hints of a note, in order; each thing is said once, at the first line that needs it. */
export function listLineHints(view: NoteView): readonly LineHint[] {
  const { text } = view.file;
  const lines = new Map<number, string[]>();
  const said = new Set<string>();
  const add = (at: Span, words: string): void => {
    const end = lineEnd(text, at.end);
    const own = lines.get(end) ?? [];
    if (said.has(words) || own.length >= most) return;
    said.add(words);
    lines.set(end, [...own, words]);
  };
  for (const mention of view.session.mentions) {
    const words = expand(view, mention);
    if (words !== undefined) add(mention.span, words);
    const ago = sayWhen(view, mention);
    if (ago !== undefined) add(mention.span, ago);
  }
  for (const { value, span } of listGestations(text)) add(span, sayTrimester(value.weeks));
  const weeks = weeksToday(view);
  const pregnant = view.session.mentions.find(
    ({ id, assertion }) => id === 'pregnancy' && assertion === 'present',
  );
  if (weeks !== undefined && pregnant !== undefined)
    add(pregnant.span, say`${weeks} weeks, ${sayTrimester(weeks)}`);
  for (const value of view.session.values) {
    const unit = sayUnit(view, value);
    if (unit !== undefined) add(value.span, unit);
  }
  return [...lines]
    .map(([offset, words]) => ({ offset, text: words.join(' · ') }))
    .sort((a, b) => a.offset - b.offset);
}

/** `QL`: quadratus lumborum. Only what is written in capitals or mixed, and not what stands beside its full name. */
function expand(view: NoteView, mention: Mention): string | undefined {
  const written = sliceSpan(view.file.text, mention.span);
  if (!/^[A-Z][A-Za-z/&.-]{0,7}$/.test(written) || !/[A-Z].*[A-Z]/.test(written)) return undefined;
  if (mention.otherReadings.length > 0) return undefined;
  const term = findTerm(view.kb, mention);
  const long = [...(term === undefined ? [] : [term.name, ...term.synonyms])].find((name) =>
    isShortFor(written, name),
  );
  return long === undefined ? undefined : `${written} = ${long.toLowerCase()}`;
}

/** True if the letters of a short form stand in the words in their order, from the first letter on: `HT`, hypertonic. */
function isShortFor(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^a-z]/g, '');
  const words = long.toLowerCase();
  if (words.charAt(0) !== letters.charAt(0) || words.length <= short.length + 2) return false;
  let found = 0;
  for (const letter of words) if (letter === letters.charAt(found)) found += 1;
  return found === letters.length;
}

/** How long before the session something was, where a note gives its day and not the distance. */
function sayWhen(view: NoteView, { when, span, reach, kind }: Mention): string | undefined {
  const { date } = view.session;
  if (date === undefined || when === undefined || (kind !== 'condition' && kind !== 'medication'))
    return undefined;
  const words = sliceSpan(view.file.text, reach);
  if (
    when.precision !== 'day' ||
    !/\d{4}-\d\d-\d\d|\b\d{1,2}[/.]\d{1,2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
      words,
    )
  )
    return undefined;
  if (/\bago\b/i.test(words)) return undefined;
  const days = daysBetween(when.from, date);
  if (days === undefined || days < 1) return undefined;
  return say`${sliceSpan(view.file.text, span)}: ${wordDays(days)} ago`;
}

/** The weeks of a pregnancy that the record or an earlier note tells of, on the day of the session. */
function weeksToday({ client, session, today }: NoteView): number | undefined {
  const due = client.facts.flatMap((fact) =>
    fact.kind === 'condition' &&
    fact.id === 'pregnancy' &&
    fact.source.uri !== session.uri &&
    fact.due !== undefined
      ? [fact.due]
      : [],
  )[0];
  return due === undefined ? undefined : gestationWeeks(due, session.date ?? today);
}

// The second trimester begins with 14 weeks, the third with 28 (as in facts/pregnancy.ts; general knowledge).
const sayTrimester = (weeks: number): string =>
  weeks < 14 ? say`first trimester` : weeks < 28 ? say`second trimester` : say`third trimester`;

/** Measures that are told in two units: the one that values are kept in, and the other. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  temperature: ['°C', '°F'],
  glucose: ['mmol/L', 'mg/dL'],
  weight: ['kg', 'lb'],
};

/** The unit that a value was read in where it is written without one. */
function sayUnit(view: NoteView, { measure, value, span }: Value): string | undefined {
  const two = units[measure];
  const number = /\d+(?:[.,]\d+)?$/.exec(sliceSpan(view.file.text, span))?.[0];
  const after = view.file.text.slice(span.end, span.end + 8);
  if (two === undefined || number === undefined || /^\s?[a-z°%/]/i.test(after)) return undefined;
  return `${number} ${Math.abs(Number(number.replace(',', '.')) - value) < 0.05 ? two[0] : two[1]}`;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[ \t]*(?:\r?\n|\r|$)/);
  return end < 0 ? text.length : from + end;
}

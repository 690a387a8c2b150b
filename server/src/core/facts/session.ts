// What one note says: mentions, facts, techniques, values, read once from the parsed note.
import type { Knowledge } from '../knowledge/knowledge';
import { findMentions } from '../mentions/find';
import type { Mention } from '../mentions/model';
import type { CivilDate, Note } from '../note/model';
import { hintsOf } from '../note/values/value-hints';
import { listVitals } from '../note/values/vitals';
import type { Uri } from '../text/span';
import { allergyFactsOf, listAllergies } from './allergies';
import {
  conditionFactsOf,
  conditionFactsOfEntry,
  medicationFactsOf,
  medicationFactsOfEntry,
  surgeryFactsOf,
} from './conditions';
import { findingFactsOf } from './findings';
import type { Fact, Session, Value } from './model';
import { pregnancyFactsOf, pregnancyFactsOfEntry } from './pregnancy';
import { techniqueUsesOf } from './treatment';

/** Reads a session. `today` stands in for the date of a note that has none. */
export function readSession(kb: Knowledge, uri: Uri, note: Note, today: CivilDate): Session {
  const date = dateOfNote(note) ?? dateOfPath(uri);
  const asOf = date ?? today;
  const mentions = findMentions(note, kb, { date: asOf });
  const stated = { uri, on: asOf, asOf };
  const facts: Fact[] = [];
  for (const entry of note.frontMatter?.conditions ?? [])
    facts.push(...conditionFactsOfEntry(kb, entry, stated));
  for (const entry of note.frontMatter?.medications ?? [])
    facts.push(...medicationFactsOfEntry(kb, entry, stated));
  const allergies = listAllergies(note);
  const named = [...(note.frontMatter?.allergies ?? []), ...allergies.map(({ name }) => name)];
  facts.push(...allergyFactsOf(kb, named, stated));
  for (const surgery of note.frontMatter?.surgeries ?? []) facts.push(...surgeryFactsOf(kb, surgery, stated));
  if (note.frontMatter?.pregnancy !== undefined)
    facts.push(...pregnancyFactsOfEntry(kb, uri, note.frontMatter.pregnancy, asOf));
  const isReaction = ({ span: at }: Mention): boolean =>
    allergies.some(({ reaction }) => reaction.start <= at.start && at.end <= reaction.end);
  for (const mention of mentions) {
    if (mention.kind !== 'condition' && mention.kind !== 'medication') continue;
    if (isReaction(mention)) continue;
    facts.push(...conditionFactsOf(kb, mention, stated), ...medicationFactsOf(kb, mention, stated));
  }
  for (const fact of pregnancyFactsOf(kb, note.text, mentions, stated)) facts.push(fact);
  const values = listValues(note);
  for (const fact of findingFactsOf(kb, uri, mentions, facts, values)) facts.push(fact);
  return {
    uri,
    note,
    date,
    clientId: clientIdOfNote(uri, note),
    mentions,
    facts,
    techniques: techniqueUsesOf(kb, note.text, mentions),
    values,
  };
}

/** The day that a note gives itself, in its front matter or in a header that was pasted along. */
export const dateOfNote = (note: Note): CivilDate | undefined =>
  (note.frontMatter?.date ?? note.header?.date)?.value.date;

/**
 * The client that a note is about: what its front matter says, an id in a pasted header, the folder it lies in, or
 * the name in a pasted header, written as an id (`Maria Lopez` is looked for as `maria-lopez`).
 */
export function clientIdOfNote(uri: Uri, note: Note): string | undefined {
  const { frontMatter, header } = note;
  return (
    frontMatter?.client?.value ?? header?.clientId?.value ?? clientOfPath(uri) ?? toId(header?.client?.value)
  );
}

function toId(name: string | undefined): string | undefined {
  const words = name
    ?.toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return words && words.length > 1 ? words.join('-') : undefined;
}

/** The measured values of a note; those of the plan are goals, not findings. */
function listValues(note: Note): readonly Value[] {
  const values: Value[] = [];
  const from = note.frontMatter?.span.end ?? 0;
  for (const found of listVitals(note.text, { start: from, end: note.text.length }, hintsOf(note))) {
    const section = note.sections.find(
      (candidate) => candidate.span.start <= found.span.start && found.span.end <= candidate.span.end,
    );
    if (section?.id === 'plan') continue;
    values.push({
      measure: found.value.measure,
      value: found.value.value,
      side: undefined,
      span: found.span,
    });
  }
  return values;
}

/** The date in a note's file name: `…/2026-11-20.soap.md`. */
export function dateOfPath(uri: Uri): CivilDate | undefined {
  const match = /\/((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[^/]*$/.exec(uri);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}

/** The client id that a path gives: the folder below `clients`. */
export function clientOfPath(uri: Uri): string | undefined {
  const match = /\/clients\/([^/]+)\/[^/]+$/.exec(uri);
  if (match?.[1] === undefined) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return match[1];
  }
}

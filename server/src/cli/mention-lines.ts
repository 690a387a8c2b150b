// Mentions as JSON, and the line protocol of `mentions --jsonl`: one text in, one answer out.
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import {
  assertionAt,
  type CivilDate,
  dateOfNote,
  findMentions,
  type Knowledge,
  type Mention,
  parseNote,
  sliceSpan,
} from '../core/index';
import { isCalendarDate } from './arguments';
import { type ExitCode, exitCodes, UsageError } from './command';
import type { CliIo } from './console';

/** Mentions as plain rows: place, words, what they name, how they are meant, side and first region. */
export const toMentionRows = (found: readonly Mention[], text: string): readonly object[] =>
  found.map((mention) => {
    const region = mention.regions[0];
    const side = mention.side ?? region?.side;
    return {
      start: mention.span.start,
      end: mention.span.end,
      text: sliceSpan(text, mention.span),
      kind: mention.kind,
      id: mention.id,
      assertion: mention.assertion,
      ...(side === undefined ? {} : { side }),
      ...(region === undefined ? {} : { region: region.id }),
    };
  });

/**
 * Answers every line of a file, or of standard input for `-`. A line that cannot be read is answered with an error
 * and makes the exit code 2; the lines after it are still answered. Memory does not grow with the input.
 */
export async function answerLines(file: string, today: CivilDate, io: CliIo): Promise<ExitCode> {
  const kb = io.loadKnowledge();
  let failed = false;
  const source: AsyncIterable<Uint8Array> = file === '-' ? io.stdin : createReadStream(resolve(io.cwd, file));
  try {
    for await (const line of listLines(source)) {
      const answer = line.trim() === '' ? undefined : answerLine(line, today, kb);
      if (answer === undefined) continue;
      failed ||= 'error' in answer;
      io.stdout.write(`${JSON.stringify(answer)}\n`);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'path' in error)
      throw new UsageError(`${file} cannot be read. Check the name and that you may open it.`);
    throw error;
  }
  return failed ? exitCodes.usage : exitCodes.clean;
}

/** The lines of a stream of UTF-8, without their line ends. */
async function* listLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    rest.push(first);
    for (const other of others) {
      yield rest.join('');
      rest = [other];
    }
  }
  yield rest.join('') + decoder.decode();
}

interface Question {
  readonly text: string;
  readonly today: CivilDate | undefined;
  readonly targets: readonly (readonly [number, number])[];
}

function answerLine(line: string, today: CivilDate, kb: Knowledge): object {
  const question = readQuestion(line);
  if (typeof question === 'string') return { error: question };
  const { value: note } = parseNote(question.text);
  const options = { date: question.today ?? dateOfNote(note) ?? today };
  return {
    mentions: toMentionRows(findMentions(note, kb, options), question.text),
    targets: question.targets.map(([start, end]) => assertionAt(note, { start, end }, kb, options)),
  };
}

/** Reads one line; a string says what is wrong with it and quotes nothing. */
function readQuestion(line: string): Question | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'This line is not JSON.';
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return 'This line needs "text", a string.';
  const today = 'today' in value ? (value.today ?? undefined) : undefined;
  if (today !== undefined && (typeof today !== 'string' || !isCalendarDate(today)))
    return '"today" must be a date such as "2026-11-20".';
  const targets: unknown = 'targets' in value ? (value.targets ?? []) : [];
  const { length } = value.text;
  if (!Array.isArray(targets) || !targets.every((target) => isRange(target, length)))
    return '"targets" must be pairs [start, end] inside the text.';
  return { text: value.text, today, targets };
}

const isRange = (value: unknown, length: number): value is [number, number] => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end] = value as readonly unknown[];
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    (start as number) >= 0 &&
    (start as number) <= (end as number) &&
    (end as number) <= length
  );
};

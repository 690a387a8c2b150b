// Says what an import did: where each visit went or why it stayed, and what was kept without being understood.
import type { Unplaced } from '../../core/index';
import { type CliIo, toPrintable } from '../console';
import { toShownPath } from '../practice';
import type { ImportPlan } from './notes';

export const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;

const reasons: Readonly<Record<Unplaced, string>> = {
  'no-client': 'it does not say whose visit it is; add a line `Client: <name or id>`',
  namesakes: 'several clients have this name; add a line `Client ID: <id>`',
  'other-name': 'the id that its name gives belongs to another client; add a line `Client ID: <id>`',
  'opaque-ids': 'no client has this name, and ids of this practice may not be names; make the client first',
  'no-date': 'it does not say its day; add a line `Date: 2026-11-20`',
  'date-order': 'its date can be read in two ways; say which with --dates mdy or --dates dmy',
  'no-sections': 'no section was recognised, such as `S:` or `Subjective`',
  'several-visits': 'it gives several days and its visits cannot be told apart; divide it by hand',
};

interface Saying {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly showText: boolean;
}

/** Prints the report. Words of the notes are in it only with `showText`. */
export function sayImported(
  { visits: planned, known, passedOver }: ImportPlan,
  { folder, dryRun, showText }: Saying,
  io: CliIo,
): void {
  const say = (line: string): void => void io.stdout.write(`${toPrintable(line)}\n`);
  for (const { file, visit, target, isThere } of planned) {
    const place = `${file}:${visit.firstLine}-${visit.lastLine}`;
    if (target === undefined) say(`left      ${place}: ${reasons[visit.unplaced ?? 'no-client']}`);
    else {
      const verb = isThere ? 'there' : dryRun ? 'would add' : 'added';
      say(`${verb.padEnd(9)} ${place} as ${toShownPath(target, folder)}`);
    }
    for (const { what, line, lines, code, words } of visit.unread) {
      const kind = {
        'before-sections': `${count(lines, 'line')} above all sections`,
        heading: 'heading not known',
        problem: `not read (${code ?? ''})`,
      }[what];
      say(`          ${file}:${line}: ${kind}${showText ? `: ${words}` : ''}`);
    }
  }
  const added = planned.filter(({ target, isThere }) => target !== undefined && !isThere);
  const fresh = new Set(added.flatMap(({ visit }) => visit.client ?? []).filter((id) => !known.has(id)));
  say(
    `${count(planned.length, 'visit')}: ${added.length} ${dryRun ? 'to add' : 'added'}, ${
      planned.filter(({ isThere }) => isThere).length
    } there already, ${planned.filter(({ target }) => target === undefined).length} left; ${count(
      planned.flatMap(({ visit }) => visit.unread).length,
      'place',
    )} kept as written and not understood.`,
  );
  if (passedOver > 0)
    say(
      `${count(passedOver, 'other file')} passed over: no text by the name, empty, or a note of this practice.`,
    );
  if (fresh.size > 0)
    say(`${count(fresh.size, 'client')} without a record yet; soap-notes check says what is missing.`);
}

// Text that was copied from the last visit. What is stable by nature (posture, the plan, "no change") may repeat.
import type { Note } from '../../note/model';
import type { SectionId } from '../../note/sections';
import { once, oncePer } from '../../text/once';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, lastVisit, limitOf, placeOf, sectionsOf } from '../visits/notes';

export const clonedText: Check = { name: 'cloned-text', run: listClones };

const stable: readonly string[] = ['posture', 'gait', 'health-update', 'goals', 'medications', 'allergies'];

// Below this many words two notes say the same by chance: "HT UT B".
const fewestWords = 6;

const unchanged = /\b(?:no change|unchanged|as before|same as)\b/;

function listClones(input: CheckInput): readonly Finding[] {
  const last = lastVisit(input);
  if (last === undefined) return [];
  const limit = limitOf(input, 'cloned-percent') / 100;
  const isClone = (id: Told, fewest: number): boolean => {
    const now = toldIn(input.session.note)[id]();
    const then = toldIn(last.note)[id]();
    // A number that differs was measured today; and who writes "no change" says so.
    if (now.digits !== then.digits || now.words().length < fewest) return false;
    return (
      numbersOf(now.words()) === numbersOf(then.words()) &&
      similarity(now.shingles(), then.shingles()) >= limit &&
      !unchanged.test(now.words().join(' '))
    );
  };
  const because = (id: SectionId) =>
    sectionsOf(last.note, id)
      .slice(0, 1)
      .map((section) => ({
        at: { uri: last.uri, span: section.heading },
        text: say`Note of ${last.date}: the same words`,
      }));
  if (isClone('objective', fewestWords) && isClone('assessment', fewestWords))
    return [
      aboutVisits(
        'cloned-findings',
        'warning',
        placeOf(input, 'objective'),
        say`Objective and Assessment say the same as on ${last.date}. Write what you found today.`,
        [...because('objective'), ...because('assessment')],
      ),
    ];
  return (['subjective', 'objective', 'assessment'] as const)
    .filter((id) => isClone(id, Math.max(fewestWords, limitOf(input, 'cloned-words'))))
    .slice(0, 1)
    .map((id) =>
      aboutVisits(
        'cloned-section',
        'information',
        placeOf(input, id),
        say`This section says the same as on ${last.date}. If nothing changed, say so in a few words.`,
        because(id),
      ),
    );
}

/** What a section says of the day. */
type Told = 'subjective' | 'objective' | 'assessment';

/** What a section says, without its stable fields and without days of the calendar. */
interface Telling {
  /** All digits in a row: two sections whose digits differ need not be read word by word. */
  readonly digits: string;
  /** The words in lower case. */
  readonly words: () => readonly string[];
  /** Each run of three words. */
  readonly shingles: () => ReadonlySet<string>;
}

// Each note is compared with the one before it and the one behind it.
const toldIn = oncePer(
  (note: Note): Readonly<Record<Told, () => Telling>> => ({
    subjective: once(() => readSection(note, 'subjective')),
    objective: once(() => readSection(note, 'objective')),
    assessment: once(() => readSection(note, 'assessment')),
  }),
);

function readSection(note: Note, id: SectionId): Telling {
  let written = '';
  for (const { blocks } of sectionsOf(note, id))
    for (const block of blocks) {
      if (block.kind === 'field' && stable.includes(block.field ?? '')) continue;
      const end = Math.max(block.span.end, block.children.at(-1)?.span.end ?? 0);
      written += `${note.text.slice(block.span.start, end)} `;
    }
  const hasDigits = /\d/.test(written);
  const text = hasDigits ? written.replace(/\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}/g, ' ') : written;
  const words = once((): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}/°%.]+/gu) ?? []);
  return {
    digits: hasDigits ? text.replace(/\D+/g, '') : '',
    words,
    shingles: once(() => toShingles(words())),
  };
}

const numbersOf = (words: readonly string[]): string => words.filter((word) => /\d/.test(word)).join(' ');

const shingle = 3;

/** The share of runs that two texts have in common (Jaccard), 0 to 1. Linear in the words. */
function similarity(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const one of first) if (second.has(one)) common += 1;
  return common / (first.size + second.size - common);
}

const toShingles = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words
      .slice(0, Math.max(0, words.length - shingle + 1))
      .map((_, i) => words.slice(i, i + shingle).join(' ')),
  );

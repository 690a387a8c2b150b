// What a note and its record must hold by the practice's profile, and do not. Missing items are named together, so
// that a note that is being written stays readable; what is there but does not do is said on its own.
import type { ProfileRequirement } from '../../knowledge/profile';
import { say } from '../../text/say';
import { type Span, span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import { holdsOn } from '../clearances';
import { askNote } from '../completeness/ask';
import { toEdits } from '../completeness/inserts';
import type { Asked, Insert, Reply } from '../completeness/model';
import { findProfile, requirementsOf } from '../completeness/profile';
import { describeRequirement, requirementTable } from '../completeness/table';
import { citeRow, toList, wordGap } from '../completeness/words';
import { type Finding, type Fix, type Severity, severities, withFixes, withWords } from '../finding';
import { cut } from '../words';

export const completeness: Check = { name: 'completeness', run: listMissing };

/** From so many missing items on, one finding names them all. */
const together = 3;

interface Gap {
  readonly row: ProfileRequirement;
  readonly reply: Exclude<Reply, { readonly state: 'there' }>;
}

/** What a note lacks by its profile, or has in a form that does not do, with what was asked. */
interface Gaps {
  readonly stage: Stage;
  readonly asked: Asked;
  readonly isChosen: boolean;
  readonly gaps: readonly Gap[];
}

/** Lists what a note lacks by the profile that holds: ids of requirements that no override answers, each once. */
export function listGapIds(input: CheckInput): readonly ProfileRequirement['id'][] {
  const found = findGaps(input);
  if (found === undefined) return [];
  const { asked, gaps, isChosen, stage } = found;
  return gaps
    .filter(({ reply }) => isChosen || stage.isEnded || reply.state === 'wrong')
    .filter(({ row }) => !isOverridden(asked, row))
    .map(({ row }) => row.id);
}

function findGaps(input: CheckInput, isToBeSigned = false): Gaps | undefined {
  const chosen = findProfile(input.kb, input.settings.profile, input.practice);
  if (chosen === undefined || chosen.profile.requirements.length === 0) return undefined;
  const asked = askNote(input, chosen.profile);
  const stage = stageOf(asked);
  // A note of one or two lines says nothing of how it will end; only what a practice asked for is asked of it.
  if (!stage.isBegun && !isToBeSigned) return undefined;
  const gaps: Gap[] = [];
  for (const row of requirementsOf(input.kb, chosen.profile)) {
    if (!holdsNow(asked, row)) continue;
    const reply = requirementTable[row.id].reply(asked);
    if (reply.state !== 'there') gaps.push({ row, reply });
  }
  return { stage, asked, gaps, isChosen: chosen.isChosen };
}

function listMissing(input: CheckInput): readonly Finding[] {
  const found = findGaps(input);
  if (found === undefined) return [];
  const { asked, gaps, isChosen, stage } = found;
  if (gaps.length === 0) return [];
  const { isEnded, isWhole } = stage;
  const wrong = gaps.flatMap(({ row, reply }) =>
    reply.state === 'wrong' ? wordWrong(asked, row, reply) : [],
  );
  if (!isChosen && !isEnded) return wrong;
  const most: Severity = !isChosen ? 'hint' : isWhole ? 'error' : 'information';
  const isSigned = input.session.note.frontMatter?.signed !== undefined;
  const missing = gaps.filter(
    ({ reply }) => reply.state === 'missing' || (reply.state === 'empty' && isSigned),
  );
  const empty = gaps.filter(({ reply }) => reply.state === 'empty' && !isSigned);
  return [...wrong, ...wordMissing(asked, missing, most), ...wordEmpty(asked, empty, most)];
}

/**
 * What the practice's profile asks of a note that is signed, more than as a remark, and the note does not have, each in a
 * sentence: who signs such a note is asked first. Where the practice has chosen no profile, nothing.
 */
export function listSigningGaps(input: CheckInput): readonly string[] {
  const found = findGaps(input, true);
  if (found === undefined || !found.isChosen) return [];
  const { asked, gaps } = found;
  return gaps
    .filter(({ row }) => countsOnceSigned(row.level) && row.id !== 'signature' && !isOverridden(asked, row))
    .map(({ row, reply }) => (reply.state === 'wrong' ? cut(`${reply.message} ${row.rule}.`) : wordGap(row)));
}

/** As a signed note is judged: what is a warning there is missing, however gently an open note is told. */
const countsOnceSigned = (level: Severity): boolean => level === 'error' || level === 'warning';

interface Stage {
  readonly isBegun: boolean;
  /** The treatment stands there, and an assessment or a plan; or the note is signed. */
  readonly isEnded: boolean;
  /** Ended, or of a day that is over. */
  readonly isWhole: boolean;
}

/** Whether there is a session to ask about, and whether its note has come to an end. */
function stageOf({ input, parts, isTreated }: Asked): Stage {
  const isWritten = (['subjective', 'objective', 'treatment', 'assessment', 'plan'] as const).filter((id) =>
    parts.isFilled(id),
  );
  const isSigned = input.session.note.frontMatter?.signed !== undefined;
  const isEnded =
    isSigned ||
    ((isWritten.includes('treatment') || !isTreated) &&
      (isWritten.includes('assessment') || isWritten.includes('plan')));
  return {
    isEnded,
    isBegun: isWritten.length > 0 || input.session.note.frontMatter !== undefined,
    isWhole: isEnded || (input.session.date ?? input.today) < input.today,
  };
}

function holdsNow(asked: Asked, { when }: ProfileRequirement): boolean {
  switch (when) {
    case 'initial':
      return asked.isInitial;
    case 'later':
      return !asked.isInitial;
    case 'condition':
      return asked.isForCondition();
    // Work on a sensitive area and the client's age are looked at by the rows themselves.
    case 'each':
    case 'sensitive':
    case 'minor':
      return true;
  }
}

const lower = (level: Severity, most: Severity): Severity =>
  severities.indexOf(level) < severities.indexOf(most) ? most : level;

function wordWrong(
  asked: Asked,
  row: ProfileRequirement,
  reply: Extract<Reply, { readonly state: 'wrong' }>,
): readonly Finding[] {
  return [
    withFixes(
      {
        rule: `completeness/${row.id}`,
        severity: row.level,
        at: { uri: asked.input.session.uri, span: reply.at ?? placeOf(asked, row) },
        message: cut(`${reply.message} ${row.rule}.`),
        because: [...(reply.because ?? []), { at: topOf(asked), text: citeRow(row) }],
      },
      () => reply.fixes ?? fixFor(asked, [row], say`Add ${describeRequirement(row.id)}`),
    ),
  ];
}

/** One finding each for a few, one for all where there are many. What an override names is always said alone. */
function wordMissing(asked: Asked, gaps: readonly Gap[], most: Severity): readonly Finding[] {
  const overridden = gaps.filter(({ row }) => isOverridden(asked, row));
  const open = gaps.filter((gap) => !overridden.includes(gap));
  const single = (gap: Gap): Finding =>
    withWords(
      {
        rule: `completeness/${gap.row.id}`,
        severity: lower(gap.row.level, most),
        at: { uri: asked.input.session.uri, span: placeOf(asked, gap.row) },
      },
      {
        message: () => wordGap(gap.row),
        because: () => [{ at: topOf(asked), text: citeRow(gap.row) }],
        fixes: () => fixFor(asked, [gap.row], say`Add ${describeRequirement(gap.row.id)}`),
      },
    );
  if (open.length < together) return [...overridden, ...open].map(single);
  return [...overridden.map(single), wordTogether(asked, open, most, 'completeness/missing')];
}

/** What stands there with nothing behind it, said once and quietly: it is being written. */
function wordEmpty(asked: Asked, gaps: readonly Gap[], most: Severity): readonly Finding[] {
  return gaps.length === 0
    ? []
    : [wordTogether(asked, gaps, lower('information', most), 'completeness/empty')];
}

function wordTogether(
  asked: Asked,
  gaps: readonly Gap[],
  most: Severity,
  rule: 'completeness/missing' | 'completeness/empty',
): Finding {
  const sorted = [...gaps].sort((a, b) => severities.indexOf(a.row.level) - severities.indexOf(b.row.level));
  const [first] = sorted;
  const listed = toList(sorted.map(({ row }) => describeRequirement(row.id)));
  const rules = [...new Set(sorted.map(({ row }) => row.rule))];
  const asks = rules.length === 1 ? ` ${rules[0]}.` : '';
  const isMissing = rule === 'completeness/missing';
  const empty = first?.reply.state === 'empty' ? first.reply.at : undefined;
  const { uri } = asked.input.session;
  return withFixes(
    {
      rule,
      severity: lower(first?.row.level ?? 'information', most),
      at: isMissing ? topOf(asked) : { uri, span: empty ?? topOf(asked).span },
      message: cut(isMissing ? say`Missing: ${listed}.${asks}` : say`Still empty: ${listed}.${asks}`),
      because: sorted.map(({ row }) => ({
        at: { uri, span: placeOf(asked, row) },
        text: citeRow(row),
      })),
    },
    () =>
      isMissing
        ? fixFor(
            asked,
            sorted.map(({ row }) => row),
            say`Add what is missing`,
          )
        : [],
  );
}

const isOverridden = ({ input }: Asked, { id }: ProfileRequirement): boolean =>
  input.client.overrides.some(
    ({ entry }) =>
      entry.rule.value.trim() === `completeness/${id}` &&
      entry.reason !== undefined &&
      holdsOn(entry, input.date),
  );

/** The first line of the note. */
function topOf({ input }: Asked): { readonly uri: string; readonly span: Span } {
  const { note, uri } = input.session;
  const start = note.frontMatter?.span.start ?? 0;
  const end = note.text.indexOf('\n', start);
  const stop = end < 0 ? note.text.length : end;
  return { uri, span: span(start, note.text[stop - 1] === '\r' ? stop - 1 : stop) };
}

/** The heading of the section that a row is about, or the first line. */
function placeOf(asked: Asked, { id }: ProfileRequirement): Span {
  const { place } = requirementTable[id];
  const section = asked.input.session.note.sections.findLast((one) => one.id === place);
  return section?.title ?? topOf(asked).span;
}

function fixFor(asked: Asked, rows: readonly ProfileRequirement[], title: string): readonly Fix[] {
  const inserts = rows.flatMap((row): readonly Insert[] => {
    const insert = requirementTable[row.id].insert?.(asked);
    return insert === undefined ? [] : [insert];
  });
  const edits =
    inserts.length < rows.length && rows.length === 1 ? undefined : toEdits(asked.input, unique(inserts));
  return edits === undefined ? [] : [{ title, preferred: true, edits }];
}

/** Two requirements may be answered by one key: consent on file and consent for the session. */
const unique = (inserts: readonly Insert[]): readonly Insert[] => [
  ...new Map(inserts.map((insert) => [JSON.stringify(insert), insert])).values(),
];

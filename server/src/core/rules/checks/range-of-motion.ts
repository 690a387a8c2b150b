// Degrees beyond what a joint can do, and per cent of more than the whole. The norms are those of
// knowledge/range-of-motion.yaml; how far beyond them is unlikely or impossible is general-knowledge.
import { isWithin, type Knowledge } from '../../knowledge/knowledge';
import type { RangeOfMotionNorm } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import { hintsOf } from '../../note/values/value-hints';
import { listWrittenMotions } from '../../note/values/written-motion';
import { addToList } from '../../text/lists';
import { oncePer } from '../../text/once';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf, fixLikely, lineAround, writeFix } from '../values';

export const rangeOfMotion: Check = { name: 'range-of-motion', run: listMotionFindings };

const normal = (norm: RangeOfMotionNorm): number => Math.max(norm.aaosDegrees ?? 0, norm.amaDegrees ?? 0);
/** Loose joints go beyond the norm: a quarter and 15° more is still left alone. Nothing turns much further than 180°. */
const unlikelyAbove = (norm: number): number => Math.min(norm * 1.25 + 15, 185);
const impossibleAbove = (norm: number): number => Math.min(norm * 1.75 + 30, 200);

function listMotionFindings(input: CheckInput): readonly Finding[] {
  const { note } = input.session;
  const regions = input.session.mentions.filter((mention) => mention.kind === 'region');
  let next = 0;
  const motions = listWrittenMotions(note.text, bodyOf(input), hintsOf(note));
  return motions.flatMap(({ value: motion, span }): readonly Finding[] => {
    // Motions and regions both come in the order of the text.
    while ((regions[next]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    if (motion.unit === 'percent')
      return motion.value <= 150
        ? []
        : [
            aboutValue(
              input,
              'motion-impossible',
              'warning',
              motion.number,
              say`${motion.value} % is more than the whole range of motion, which is 100 %.`,
              fixLikely(
                input,
                motion.number,
                motion.value,
                (one) => Number.isInteger(one) && one > 1 && one <= 100,
              ),
            ),
          ];
    const norm = normFor(input, motion.movement, span, regions[next - 1]);
    // Straight knees and elbows are written as 0, as 180 or as what is missing: there is no one norm.
    if (norm === undefined || normal(norm) === 0) return [];
    const most = normal(norm);
    // Some measure the ankle from the right angle between foot and leg, which they write as 90.
    if (/^(?:dorsi|plantar)/.test(norm.movement) && motion.value >= 70 && motion.value <= 140) return [];
    if (motion.value <= unlikelyAbove(most)) return [];
    const impossible = motion.value > impossibleAbove(most);
    // Without a degree sign a number is a range only if it is too large to be anything else.
    if (motion.unit === undefined && !impossible) return [];
    const name = `${norm.joint} ${norm.movement.replace(/-/g, ' ')}`;
    return [
      aboutValue(
        input,
        impossible ? 'motion-impossible' : 'motion-unlikely',
        impossible ? 'warning' : 'information',
        motion.number,
        say`Normal ${name} is about ${most}°: ${motion.value}° ${impossible ? say`cannot be` : say`is far beyond it`}.`,
        signFix(input, motion.value, motion.number, motion.unit === undefined, most),
      ),
    ];
  });
}

/** A nought in the place of the degree sign is certain where ten times a normal value was written: 800 for 80°. */
const signFix = (input: CheckInput, value: number, at: Span, bare: boolean, most: number) =>
  value % 10 === 0 && value > 200 && value / 10 <= most
    ? [writeFix(input, at, bare ? `${value / 10}°` : `${value / 10}`, say`Write ${value / 10}°`, bare)]
    : [];

/** The norms in degrees, by the movement. */
const normsByMovement = oncePer((kb: Knowledge): ReadonlyMap<string, readonly RangeOfMotionNorm[]> => {
  const norms = new Map<string, RangeOfMotionNorm[]>();
  for (const norm of kb.data.rangeOfMotion)
    if (norm.unit === 'degrees') addToList(norms, norm.movement, norm);
  return norms;
});

/** The norm of a movement at the joint that the line names before it; without one that of the freest joint. */
function normFor(
  { kb, session }: CheckInput,
  movement: string,
  at: Span,
  before: Mention | undefined,
): RangeOfMotionNorm | undefined {
  const norms = normsByMovement(kb).get(movement) ?? [];
  const line = lineAround(session.note.text, at);
  const named = before !== undefined && before.span.start >= line.start ? before : undefined;
  const own =
    named &&
    norms.filter((norm) => isWithin(kb.regions, named.id, norm.region) || jointOf(named.id) === norm.region);
  const from = own !== undefined && own.length > 0 ? own : norms;
  return [...from].sort((a, b) => normal(b) - normal(a))[0];
}

/** What is named for the trunk as a whole: the table has one joint for the chest and the low back. */
const jointOf = (id: string): string | undefined =>
  id === 'back' || id === 'upper-back' || id === 'thoracic-spine-levels' ? 'low-back' : undefined;

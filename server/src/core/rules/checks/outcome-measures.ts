// Scores of outcome measures that cannot be: out of range, out of a wrong total, in per cent where there is none.
import type { Measure } from '../../knowledge/model';
import type { Found } from '../../note/values/found';
import { listOutcomeScores, type OutcomeScore } from '../../note/values/outcome-measures';
import { say } from '../../text/say';
import { span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf, fixLikely, writeFix } from '../values';
import { measuresNamedIn } from '../visits/series';

export const outcomeMeasures: Check = { name: 'outcome-measures', run: listOutcomeFindings };

function listOutcomeFindings(input: CheckInput): readonly Finding[] {
  const isScored = ({ totals }: Measure): boolean => totals.length > 0;
  if (!measuresNamedIn(input.kb, input.session).some(isScored)) return [];
  const measures = input.kb.data.measures.filter(isScored);
  const findings = listOutcomeScores(input.session.note.text, measures, bodyOf(input)).flatMap((found) => {
    const measure = input.kb.measures.get(found.value.measure);
    return measure === undefined ? [] : judge(input, measure, found);
  });
  // A total that two scores share, as in 48 → 61/50, is spoken of once.
  const places = new Set<number>();
  return findings.filter(({ at: { span: at } }) => !places.has(at.start) && places.add(at.start));
}

/** The range in words: `0–50 or 0–100 %`. */
function rangeOf({ range, percent }: Measure): string {
  const [low, high] = range ?? [0, 100];
  return percent && high !== 100 ? say`${low}–${high} or 0–100 %` : `${low}–${high}`;
}

function judge(input: CheckInput, measure: Measure, found: Found<OutcomeScore>): readonly Finding[] {
  const { name, score, total, percent, number } = found.value;
  const usual = measure.totals[0] ?? 100;
  const highest = measure.range?.[1] ?? 100;
  const scale = say`${name} is scored ${rangeOf(measure)}`;
  if (percent) {
    if (!measure.percent) {
      // The score itself, if it can be one.
      const fixes =
        score <= highest ? [writeFix(input, found.span, `${score}`, say`Write ${score}`, false)] : [];
      return [
        aboutValue(input, 'outcome-unit', 'warning', found.span, say`${scale}, not in per cent.`, fixes),
      ];
    }
    return score <= 100 ? [] : [outside(input, found, say`${scale}: ${score} % cannot be.`, 100)];
  }
  if (total === undefined) {
    if (score <= highest) return [];
    const isPercent = measure.percent && score <= 100;
    return [
      aboutValue(
        input,
        isPercent ? 'outcome-unit' : 'outcome-out-of-range',
        'warning',
        found.span,
        isPercent ? say`${scale}: ${score} can only be per cent.` : say`${scale}: ${score} lies outside.`,
        isPercent
          ? [writeFix(input, span(number.end, number.end), ' %', say`Write ${score} %`)]
          : fixLikely(input, number, score, (one) => one > 0 && one <= highest),
      ),
    ];
  }
  if (!measure.totals.includes(total.value)) {
    const certain = score <= usual && (score > total.value || measure.totals.length < 4);
    return [
      aboutValue(
        input,
        'outcome-total',
        'warning',
        total.span,
        say`${scale}, not out of ${total.value}.`,
        certain ? [writeFix(input, total.span, `${usual}`, say`Write ${score}/${usual}`)] : [],
      ),
    ];
  }
  return score <= total.value
    ? []
    : [outside(input, found, say`${scale}: ${score} of ${total.value} cannot be.`, total.value)];
}

const outside = (
  input: CheckInput,
  { value: { score, number }, span: at }: Found<OutcomeScore>,
  message: string,
  most: number,
): Finding =>
  aboutValue(
    input,
    'outcome-out-of-range',
    'warning',
    at,
    message,
    // A nought too many: 220/50. Half points are no scores of these.
    fixLikely(
      input,
      number,
      score,
      (one) => one > 0 && one <= most && (most === 100 || Number.isInteger(one)),
    ),
  );

// A pressure beyond its own scale, such as 7/5.
import { listWrittenPressures } from '../../note/values/pressure';
import { hintsOf } from '../../note/values/value-hints';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf, likelyMeant, writeFix } from '../values';

export const pressureSteps: Check = { name: 'pressure-steps', run: listPressureFindings };

function listPressureFindings(input: CheckInput): readonly Finding[] {
  const { note } = input.session;
  return listWrittenPressures(note.text, bodyOf(input), hintsOf(note)).flatMap(({ value, span }) => {
    const { score, scale } = value;
    if (score <= scale) return [];
    const meant = meantBy(score, scale);
    return [
      aboutValue(
        input,
        'pressure-out-of-range',
        'warning',
        span,
        say`Pressure has ${scale} steps on this scale: ${score} lies outside.`,
        meant === undefined ? [] : [writeFix(input, span, meant, say`Write ${meant}`, false)],
      ),
    ];
  });
}

/** What may have been meant: the scale of ten, or a nought too many. */
function meantBy(score: number, scale: number): string | undefined {
  if (scale === 5 && score <= 10) return `${score}/10`;
  const step = likelyMeant(score, (one) => one > 0 && one <= scale && Number.isInteger(one));
  return step === undefined ? undefined : `${step}/${scale}`;
}

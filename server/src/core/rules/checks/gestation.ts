// Weeks of pregnancy that cannot be, and more births than pregnancies. The limits are general-knowledge.
import { hintsOf } from '../../note/values/value-hints';
import { listGravidities, listWrittenWeeks } from '../../note/values/written-gestation';
import { say } from '../../text/say';
import { type Span, sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding, Fix } from '../finding';
import { aboutValue, bodyOf, likelyMeant, writeFix } from '../values';

export const gestation: Check = { name: 'gestation', run: listGestationFindings };

/** Births later than this are exceptional; a count beyond the second number is a slip. Source: general-knowledge. */
const usualWeeks = 42;
const mostWeeks = 44;

function listGestationFindings(input: CheckInput): readonly Finding[] {
  const { note } = input.session;
  const weeks = listWrittenWeeks(note.text, bodyOf(input), hintsOf(note)).flatMap(({ value, span }) =>
    value <= usualWeeks
      ? []
      : [
          aboutValue(
            input,
            'gestation-out-of-range',
            value > mostWeeks ? 'warning' : 'information',
            span,
            say`A pregnancy lasts up to ${usualWeeks} weeks: ${value} weeks ${value > mostWeeks ? say`cannot be` : say`is hardly possible`}.`,
            fixesOfWeeks(input, span, value),
          ),
        ],
  );
  // Twins are one birth here, but many count children: it is information only.
  const counts = listGravidities(note.text, bodyOf(input), hintsOf(note)).flatMap(({ value, span }) =>
    value.births <= value.pregnancies
      ? []
      : [
          aboutValue(
            input,
            'gravidity',
            'information',
            span,
            say`P counts births, twins as one, so it is not above G: ${value.births} births of ${value.pregnancies} pregnancies.`,
            [
              writeFix(
                input,
                span,
                `G${value.births}P${value.pregnancies}`,
                say`Write ${`G${value.births}P${value.pregnancies}`}`,
                false,
              ),
            ],
          ),
        ],
  );
  return [...weeks, ...counts];
}

/** 280 weeks are 28: a nought too many. */
function fixesOfWeeks(input: CheckInput, at: Span, weeks: number): readonly Fix[] {
  const meant = likelyMeant(weeks, (one) => Number.isInteger(one) && one >= 4 && one <= usualWeeks);
  if (meant === undefined) return [];
  const written = sliceSpan(input.session.note.text, at).replace(`${weeks}`, `${meant}`);
  return [writeFix(input, at, written, say`Write ${meant}`, false)];
}

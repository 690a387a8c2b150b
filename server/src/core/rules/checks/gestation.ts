// Weeks of pregnancy that cannot be, and more births than pregnancies. The limits are general-knowledge.
import { listGravidities, listWrittenWeeks } from '../../note/values/written-gestation';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf } from '../values';

export const gestation: Check = { name: 'gestation', run: listGestationFindings };

/** Births later than this are exceptional; a count beyond the second number is a slip. Source: general-knowledge. */
const usualWeeks = 42;
const mostWeeks = 44;

function listGestationFindings(input: CheckInput): readonly Finding[] {
  const { text } = input.session.note;
  const weeks = listWrittenWeeks(text, bodyOf(input)).flatMap(({ value, span }) =>
    value <= usualWeeks
      ? []
      : [
          aboutValue(
            input,
            'gestation-out-of-range',
            value > mostWeeks ? 'warning' : 'information',
            span,
            say`A pregnancy lasts up to ${usualWeeks} weeks: ${value} weeks ${value > mostWeeks ? say`cannot be` : say`is hardly possible`}.`,
          ),
        ],
  );
  // Twins are one birth here, but many count children: it is information only.
  const counts = listGravidities(text, bodyOf(input)).flatMap(({ value, span }) =>
    value.births <= value.pregnancies
      ? []
      : [
          aboutValue(
            input,
            'gravidity',
            'information',
            span,
            say`P counts births, twins as one, so it is not above G: ${value.births} births of ${value.pregnancies} pregnancies.`,
          ),
        ],
  );
  return [...weeks, ...counts];
}

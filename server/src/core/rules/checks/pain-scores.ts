// Pain scores beyond their scale, and finer than the scale is.
import { listWrittenPain } from '../../note/values/written-pain';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutValue, bodyOf } from '../values';

export const painScores: Check = { name: 'pain-scores', run: listPainFindings };

function listPainFindings(input: CheckInput): readonly Finding[] {
  return listWrittenPain(input.session.note.text, bodyOf(input)).flatMap(({ value, span }) => {
    const { score, scale } = value;
    if (score > scale)
      return [
        aboutValue(
          input,
          'pain-out-of-range',
          'warning',
          span,
          say`Pain is scored 0–${scale} on this scale: ${score} lies outside.`,
        ),
      ];
    // Whole numbers, halves allowed: see nprs in knowledge/measures.yaml. A scale to 100 is a measured line.
    return scale === 10 && !Number.isInteger(score * 2)
      ? [
          aboutValue(
            input,
            'pain-decimals',
            'information',
            span,
            say`Pain of 0–10 is scored in whole numbers or halves: ${score} is finer than the scale.`,
          ),
        ]
      : [];
  });
}

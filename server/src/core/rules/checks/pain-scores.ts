// Pain scores beyond their scale, and finer than the scale is.
import { hintsOf } from '../../note/values/value-hints';
import { listWrittenPain } from '../../note/values/written-pain';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding, Fix } from '../finding';
import { aboutValue, bodyOf, likelyMeant, writeFix } from '../values';

export const painScores: Check = { name: 'pain-scores', run: listPainFindings };

function listPainFindings(input: CheckInput): readonly Finding[] {
  const { note } = input.session;
  return listWrittenPain(note.text, bodyOf(input), hintsOf(note)).flatMap(({ value, span }) => {
    const { score, scale } = value;
    if (score > scale)
      return [
        aboutValue(
          input,
          'pain-out-of-range',
          'warning',
          span,
          say`Pain is scored 0–${scale} on this scale: ${score} lies outside.`,
          fixesOf(input, span, score, scale),
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
            [writeScore(input, span, Math.round(score * 2) / 2, scale)],
          ),
        ]
      : [];
  });
}

const writeScore = (input: CheckInput, at: Span, score: number, scale: number): Fix =>
  writeFix(input, at, `${score}/${scale}`, say`Write ${score}/${scale}`, false);

/** What may have been meant: a nought too many, the scale of ten, or as much as there is. */
function fixesOf(input: CheckInput, at: Span, score: number, scale: number): readonly Fix[] {
  if (scale === 5 && score <= 10) return [writeScore(input, at, score, 10)];
  const meant = likelyMeant(score, (one) => one > 0 && one <= scale && Number.isInteger(one * 2));
  const most = writeScore(input, at, scale, scale);
  return meant === undefined ? [most] : [writeScore(input, at, meant, scale), most];
}

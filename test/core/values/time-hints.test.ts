// A look at the words of a text spares it the grammars of dates and times, and never a time: with it and without it the
// same is found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../server/src/core/mentions/tokens';
import { timeHintsOf } from '../../../server/src/core/mentions/when';
import { listTimes } from '../../../server/src/core/note/values/time';
import { readTimeHints, timeHints } from '../../../server/src/core/note/values/time-hints';
import { runs } from '../../support/runs';

const amounts =
  '1 2 3 7 10 12 15 28 73 3-4 2_to_3 1.5 a an one two couple couple_of a_few several many 10/28 28/10 3/12 2/52 6/7 10/28/26 2026-10-28 2026-11 2019 1998 1980s 3rd 21st 2nd_of';
const units =
  'days d weeks wks wk w months mths mo mon years yrs yr y decade day week -week week. month. yrs.';
const around =
  "since from on as_of dated dx dx'd diagnosed doi: dos in circa around ~ started stopped began last early mid late until till by due next before x × for over during past these hx history h/o ago back prior earlier previously hence from_now the of in_the on_the of_the";
const names =
  'Jan January feb Mar march Apr may May June jul August Sept Oct Oct. November Dec monday Tue Thursday sat Sun yesterday night last_night tomorrow today this_morning week christmas easter winter spring fall autumn childhood birth child kid school teens grade growing_up at age aged when when_she_was post-op post_op s/p postpartum pod after following surgery day_12_post wk_3_post';
const others = "pain low_back 6/10 L4/5 128/82 DVT 10_min mg '19 ’08 seen may be neck , . ; ( )";

const pieces = (list: string): fc.Arbitrary<string> =>
  fc.constantFrom(...list.split(' ').map((piece) => piece.replaceAll('_', ' ')));
const joins = fc.constantFrom('', ' ', ' ', ' ', ' ', ': ', '-', '. ', ', ', '\n', '\u00a0', ' - ');
const texts = fc
  .array(
    fc.tuple(fc.oneof(pieces(amounts), pieces(units), pieces(around), pieces(names), pieces(others)), joins),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) => parts.flat().join(''));

const reference = '2026-11-20';

test('no time is lost by asking only for those that the words allow', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const at = { start: 0, end: text.length };
      const hints = readTimeHints(text, at);
      // Childhood alone is told by more words than its hint knows.
      const open = (0x7fffffff & ~timeHints.childhood) | (hints & timeHints.childhood);
      const all = listTimes(text, at, reference, open);
      expect(listTimes(text, at, reference, hints)).toEqual(all);
      const tokens = tokenize(text, at);
      const ofWords = timeHintsOf(text, tokens, { from: 0, to: tokens.length });
      expect(listTimes(text, at, reference, ofWords)).toEqual(
        listTimes(text, at, reference, open | (ofWords & timeHints.childhood)),
      );
    }),
    { numRuns: runs(2_000) },
  );
});

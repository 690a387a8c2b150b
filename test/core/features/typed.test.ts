// Suggestions are for the word that is being typed, not for any word with the same letters.
import { expect, test } from 'vitest';
import { isCalledFor } from '../../../server/src/core/features/typed';

test.each([
  ['Deep tissue massage', ''],
  ['Deep tissue massage', 'de'],
  ['Deep tissue massage', 'TISS'],
  ['Deep tissue massage', 'deep ti'],
  ['lower leg', 'leg'],
  ['Swedish massage', 'swdish'],
])('%s for “%s”', (phrase, typed) => expect(isCalledFor(phrase, typed)).toBe(true));

test.each([
  ['chronic fatigue syndrome', 'change'],
  ['deep vein thrombosis', 'ein'],
  ['palpation', 'pain'],
  ['lower leg', 'low back'],
  ['hypotension', 'hypertension'],
])('no %s for “%s”', (phrase, typed) => expect(isCalledFor(phrase, typed)).toBe(false));

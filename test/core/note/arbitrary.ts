// Random and mutated notes for the property tests, and the checks that hold for every one of them.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Block, Parsed, Problem } from '../../../server/src/core/note/model';
import type { Span } from '../../../server/src/core/text/span';

/** Pieces that notes are made of, and some that break them. */
const pieces = [
  'S:',
  'O:',
  'T:',
  'A:',
  'P:',
  'S -',
  'T - ',
  '## Subjective',
  '# Plan',
  '### Family history',
  '**Objective**',
  '**S:** ',
  'TREATMENT',
  'Addendum 2026-11-22: ',
  '1. Subjective',
  '2) ',
  '- ',
  '* ',
  '\u2022 ',
  '[x] ',
  '[ ] ',
  '10. ',
  'ROM: ',
  'Family history:',
  'PMH:',
  'Medications:',
  'Avoided: ',
  '- Response: ',
  '**Label:** ',
  'C5: ',
  'http://x ',
  'DVT left calf',
  'deep tissue L QL',
  '4/10',
  '6/10 \u2192 3/10',
  '14:00',
  'T 36.8',
  'BP 128/82',
  '10/28',
  '2 wks ago',
  'x 3 months',
  'weekly \u00d7 4',
  'L>R',
  '\u24c1',
  'pressure 3/5',
  '(',
  ')',
  '"',
  '\u201cquoted\u201d',
  '\u00a0',
  '\ufeff',
  '\t',
  '  ',
  '    ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '---',
  '---\n',
  '...',
  'client: a',
  'date: 2026-11-20',
  'conditions: [DVT',
  ']',
  '{',
  '}',
  ': ',
  '#',
  '&a',
  '*a',
  '|',
  '>',
  '- - -',
  '\ud83d',
  '\u{1f600}',
  'e\u0301',
  '\0',
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

/** A text with some of its lines or letters dropped, doubled, swapped, cut or replaced. */
export function mutationsOf(samples: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.nat(6),
    length: fc.nat(12),
    piece: fc.constantFrom(...pieces),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([sample, changes]) => changes.reduce(mutate, sample));
}

function mutate(
  text: string,
  change: { readonly at: number; readonly kind: number; readonly length: number; readonly piece: string },
): string {
  const at = change.at % (text.length + 1);
  const end = Math.min(text.length, at + change.length);
  switch (change.kind) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + change.piece + text.slice(at);
    case 2:
      return text.slice(0, at) + change.piece + text.slice(end);
    case 3:
      return text.slice(0, at);
    case 4:
      return text.replaceAll('\n', '\r\n');
    case 5: {
      const lines = text.split('\n');
      const line = at % lines.length;
      return [...lines.slice(line), ...lines.slice(0, line)].join('\n');
    }
    default:
      return text.slice(0, end) + text.slice(at);
  }
}

/** Fails if a span is no range inside its parent. */
export function checkInside(parent: Span, inner: Span): void {
  if (!(parent.start <= inner.start && inner.start <= inner.end && inner.end <= parent.end)) {
    expect.fail(`span ${inner.start}-${inner.end} is not inside ${parent.start}-${parent.end}`);
  }
}

/** Checks a tree of blocks: spans inside their parents, in order, without overlap. */
export function checkBlocks(parent: Span, blocks: readonly Block[]): void {
  let end = parent.start;
  for (const block of blocks) {
    checkInside(parent, block.span);
    if (block.span.start < end) expect.fail(`blocks overlap at ${block.span.start}`);
    end = block.span.end;
    if (block.kind === 'field') {
      checkInside(block.span, block.label);
      checkInside(block.span, block.value);
    } else checkInside(block.span, block.content);
    checkBlocks(block.span, block.children);
  }
}

/** Checks all spans anywhere in a parsed value, and that its problems can be shown. */
export function checkSpans(text: string, parsed: Parsed<unknown>): void {
  const whole: Span = { start: 0, end: text.length };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) checkInside(whole, value as Span);
    else for (const inner of Object.values(value)) visit(inner);
  };
  visit(parsed.value);
  for (const problem of parsed.problems) checkProblem(whole, problem);
}

function checkProblem(whole: Span, problem: Problem): void {
  checkInside(whole, problem.span);
  const isCode = /^(?:note|client|practice|yaml)\/[a-z-]+$/.test(problem.code);
  if (!isCode || problem.message.length > 140) expect.fail(`problem ${problem.code}`);
}

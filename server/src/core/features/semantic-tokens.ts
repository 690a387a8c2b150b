// What the words of a note mean, for colours: techniques, conditions, medications, regions and values, and how they are meant.
import type { Assertion, Mention } from '../mentions/model';
import { listPainScores } from '../note/values/pain';
import { listRangesOfMotion } from '../note/values/range-of-motion';
import { overlapsSpan, type Span } from '../text/span';
import type { NoteView } from '../workspace/model';

/** Kinds of tokens, in the order of the protocol's legend; package.json gives each a colour of every theme. */
export const tokenTypes = ['technique', 'condition', 'medication', 'region', 'value'] as const;
export type TokenType = (typeof tokenTypes)[number];

/** How a token is meant, in the order of the legend. */
export const tokenModifiers = ['negated', 'historical', 'hypothetical', 'contraindicated'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier: TokenModifier | undefined;
}

const types: Readonly<Record<Mention['kind'], TokenType | undefined>> = {
  technique: 'technique',
  condition: 'condition',
  medication: 'medication',
  region: 'region',
  measure: 'value',
  sign: 'condition',
  position: undefined,
};

/** What is another person's, or only supposed, looks like what is only talked about. */
const modifiers: Readonly<Record<Assertion, TokenModifier | undefined>> = {
  present: undefined,
  negated: 'negated',
  historical: 'historical',
  hypothetical: 'hypothetical',
  possible: 'hypothetical',
  'other-person': 'hypothetical',
  done: undefined,
  planned: undefined,
  avoided: 'negated',
  taken: undefined,
  stopped: 'historical',
};

/** Lists the tokens of a note, or of a part of it, in order; none overlaps another. */
export function listTokens(view: NoteView, within?: Span): readonly Token[] {
  const { text } = view.file;
  const body = { start: view.parsed.value.frontMatter?.span.end ?? 0, end: text.length };
  const warned = new Set(
    view.findings
      .filter(
        ({ rule, severity, answeredBy }) =>
          rule.startsWith('contraindication/') &&
          (severity === 'error' || severity === 'warning') &&
          answeredBy === undefined,
      )
      .map(({ at }) => at.span.start),
  );
  const tokens: Token[] = view.session.mentions.flatMap((mention) => {
    const type = types[mention.kind];
    if (type === undefined) return [];
    const isWarned = mention.kind === 'technique' && warned.has(mention.span.start);
    return [
      { span: mention.span, type, modifier: isWarned ? 'contraindicated' : modifiers[mention.assertion] },
    ];
  });
  const values = [
    ...view.session.values,
    ...listPainScores(text, body),
    ...listRangesOfMotion(text, body),
  ].map(({ span }): Token => ({ span, type: 'value', modifier: undefined }));
  return [...tokens, ...values]
    .filter(({ span }) => span.start < span.end && (within === undefined || overlapsSpan(span, within)))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .reduce<Token[]>((kept, token) => {
      const last = kept.at(-1);
      if (last === undefined || last.span.end <= token.span.start) kept.push(token);
      return kept;
    }, []);
}

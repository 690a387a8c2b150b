// Reads typed values out of YAML nodes and reports what does not fit; nothing is dropped in silence.

import { oncePer } from '../text/once';
import { say } from '../text/say';
import { type Span, span } from '../text/span';
import { findSimilarKey } from './keys';
import type { FrontMatterEntry, Located, PartialDate, Problem } from './model';
import { type DateContext, parsePartialDate } from './values/dates';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-read';

// The lists of keys are tables: each is asked for every note.
const setOf = oncePer((keys: readonly string[]) => new Set(keys));

/** One reading of one YAML text: the place for its problems, and the family of their codes. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly family: string;
  readonly dates: DateContext;

  constructor(family: string, reference?: string) {
    this.family = family;
    this.dates = { reference };
  }

  /** Notes a problem `family/name`. */
  report(
    severity: Problem['severity'],
    name: string,
    at: Span,
    message: string,
    replacement?: string | undefined,
  ): void {
    this.problems.push({
      code: `${this.family}/${name}`,
      severity,
      span: at,
      message,
      ...(replacement !== undefined && { replacement }),
    });
  }

  /** A map's values by key; unknown keys are hinted at, and of a key given twice the first counts. */
  fields(map: YamlMap, known: readonly string[]): Fields {
    const values = new Map<string, YamlNode | undefined>();
    const seen = new Set<string>();
    const isKnown = setOf(known);
    for (const { key, value } of map.pairs) {
      const name = isKnown.has(key.text) ? key.text : key.text.toLowerCase().replace(/[_\s]+/g, '-');
      if (seen.has(name)) {
        this.report(
          'warning',
          'duplicate-key',
          key.span,
          say`This key stands here twice. Only the first one counts.`,
        );
        continue;
      }
      seen.add(name);
      if (isKnown.has(name)) values.set(name, value);
      else {
        const similar = findSimilarKey(name, known);
        const advice = similar ? say`Did you mean \`${similar}\`?` : say`It is kept, but nothing reads it.`;
        this.report('hint', 'unknown-key', key.span, say`This key is not known. ${advice}`, similar);
      }
    }
    return values;
  }

  /** A scalar as text. */
  text(node: YamlNode | undefined): Located<string> | undefined {
    const scalar = this.scalar(node);
    return scalar ? { value: scalar.text, span: scalar.span } : undefined;
  }

  scalar(node: YamlNode | undefined): YamlScalar | undefined {
    if (node === undefined || node.kind === 'scalar') return node;
    this.report('warning', 'wrong-type', node.span, say`Write one value here, not a ${node.kind}.`);
    return undefined;
  }

  map(node: YamlNode | undefined): YamlMap | undefined {
    if (node === undefined || node.kind === 'map') return node;
    this.report('warning', 'wrong-type', node.span, say`Write \`key: value\` pairs here.`);
    return undefined;
  }

  /** The nodes of a list; one value without a list counts as a list of one. */
  items(node: YamlNode | undefined): readonly YamlNode[] {
    if (node === undefined || isNone(node)) return [];
    return node.kind === 'list' ? node.items.filter((item) => !isNone(item)) : [node];
  }

  texts(node: YamlNode | undefined): readonly Located<string>[] {
    return this.items(node).flatMap((item) => this.text(item) ?? []);
  }

  /** A day, a month or a year. */
  date(node: YamlNode | undefined): Located<PartialDate> | undefined {
    const scalar = this.scalar(node);
    if (!scalar) return undefined;
    const value = parsePartialDate(scalar.text, this.dates)?.value;
    if (value) return { value, span: scalar.span };
    this.report('warning', 'bad-date', scalar.span, say`This is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.`);
    return undefined;
  }

  /** One of a few words; `words` maps other spellings to them. */
  choice<T extends string>(
    node: YamlNode | undefined,
    allowed: readonly T[],
    words: Readonly<Record<string, T>> = {},
  ): Located<T> | undefined {
    const scalar = this.scalar(node);
    if (!scalar) return undefined;
    const wanted = scalar.text.toLowerCase();
    const value =
      allowed.find((word) => word === wanted) ?? (Object.hasOwn(words, wanted) ? words[wanted] : undefined);
    if (value) return { value, span: scalar.span };
    this.report('warning', 'bad-value', scalar.span, say`Write one of: ${allowed.join(', ')}.`);
    return undefined;
  }
}

export type Fields = ReadonlyMap<string, YamlNode | undefined>;

const NONE = /^(?:none(?: (?:known|reported|stated))?|no|nil|n\/a|nka|nkda|no known(?: \w+)?|nothing|-)\.?$/i;

/** True for `none known` and its like: a statement that there is nothing to list. */
export const isNone = (node: YamlNode): boolean => node.kind === 'scalar' && NONE.test(node.text);

/** The top-level keys with their places, in order. */
export const toEntries = (map: YamlMap | undefined): readonly FrontMatterEntry[] =>
  (map?.pairs ?? []).map(({ key, value }) => ({
    key: { value: key.text, span: key.span },
    value: value?.span ?? span(key.span.end, key.span.end),
  }));

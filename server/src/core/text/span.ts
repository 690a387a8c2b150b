// Half-open ranges of UTF-16 code units. Line and character exist only at the edge (text/lines.ts).

/** A half-open range `[start, end)` of UTF-16 code units in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span. */
export const span = (start: number, end: number): Span => ({ start, end });

/** The text that a span covers. */
export const sliceSpan = (text: string, at: Span): string => text.slice(at.start, at.end);

/** True if the offset lies in the span or at its end (where a cursor may stand). */
export const touchesSpan = (at: Span, offset: number): boolean => at.start <= offset && offset <= at.end;

/** True if the two spans share at least one code unit. */
export const overlapsSpan = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True if `inner` lies wholly inside `outer`. */
export const containsSpan = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** A document's address, as the front gave it (`file:///…`, `untitled:…`). */
export type Uri = string & { readonly brand?: 'Uri' };

/** Where a statement stands: a span of one document. A claim about a client without one is a bug. */
export interface Source {
  readonly uri: Uri;
  readonly span: Span;
}

/** Order for results: document, then place. Offsets compare as numbers. */
export const compareSources = (a: Source, b: Source): number =>
  a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.span.start - b.span.start || a.span.end - b.span.end;

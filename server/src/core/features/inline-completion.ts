// The rest of a line as the last session had it, offered in grey: work that is done again, and a plan that goes on.
import { type Span, span } from '../text/span';
import type { NoteView } from '../workspace/model';
import { adviceOn } from './advice';

/** What would be written behind the cursor. */
export interface InlineSuggestion {
  readonly at: Span;
  readonly text: string;
}

/** Sections whose words may go on. What was said and found is today's, and is never filled in. */
const carried: readonly string[] = ['treatment', 'plan'];

/** Fields of those sections that say what came of the day. */
const todays = /^(?:response|tolerance|next (?:session|visit|appointment)|avoided|declined|not performed)\b/i;

/**
 * The rest of the line at an offset, from the newest earlier session that has a line with the same beginning in the same
 * section. Nothing is offered in the middle of a line, for a technique that speaks against this client today, or twice.
 */
export function findInlineSuggestion(view: NoteView, offset: number): InlineSuggestion | undefined {
  const { text } = view.file;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const written = withoutBullet(text.slice(lineStart, offset));
  if (written.length < 2 || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(offset, offset + 40))) return undefined;
  const section = view.parsed.value.sections.find(
    (one) => one.heading.end <= lineStart && lineStart <= one.span.end && carried.includes(one.id),
  );
  if (section === undefined || todays.test(written)) return undefined;
  const present = new Set(
    linesOf(text.slice(section.span.start, section.span.end)).map((line) => line.text.toLowerCase()),
  );
  for (const session of [...view.client.earlier].reverse()) {
    for (const other of session.note.sections.filter(({ id }) => id === section.id)) {
      const body = session.note.text.slice(other.heading.end, other.span.end);
      const same = linesOf(body).find(
        (line) =>
          line.text.length > written.length &&
          line.text.toLowerCase().startsWith(written.toLowerCase()) &&
          !todays.test(line.text) &&
          !present.has(line.text.toLowerCase()),
      );
      if (same === undefined) continue;
      const from = other.heading.end + same.start;
      const isAgainst = session.mentions.some(({ kind, id, span: at }) => {
        if (kind !== 'technique' || at.start < from || at.end > from + same.text.length) return false;
        const severity = adviceOn(view).get(id)?.against?.severity;
        return severity === 'error' || severity === 'warning';
      });
      return isAgainst ? undefined : { at: span(offset, offset), text: same.text.slice(written.length) };
    }
  }
  return undefined;
}

const withoutBullet = (line: string): string => line.replace(/^\s*(?:[-*•–]\s+|\d+[.)]\s+)?/, '');

/** The lines of a text without their bullets and the white space at their ends; `start` is where the words begin. */
function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((match) => {
    const own = withoutBullet(match[0]);
    const words = own.trimEnd();
    return words === '' ? [] : [{ text: words, start: match.index + match[0].length - own.length }];
  });
}

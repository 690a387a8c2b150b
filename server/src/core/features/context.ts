// Where a cursor stands in a note or record: what may be written there.
import type { SectionId } from '../note/sections';
import { type Span, span } from '../text/span';
import type { View } from '../workspace/model';

/** What the place of a cursor asks for. */
export type CursorContext =
  | {
      readonly kind: 'yaml-key';
      readonly typed: Span;
      readonly indented: boolean;
      readonly parent: string | undefined;
    }
  | {
      readonly kind: 'yaml-value';
      readonly key: string;
      readonly parent: string | undefined;
      readonly typed: Span;
    }
  | {
      readonly kind: 'text';
      readonly section: SectionId | undefined;
      /** The line up to the cursor. */
      readonly before: string;
      /** True at the start of a line or behind a bullet, where a heading or label may stand. */
      readonly atStart: boolean;
      readonly bullet: boolean;
      /** The stretch since the last mark (`:`, `,`, bullet …) up to the cursor. */
      readonly typed: Span;
    };

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** Reads the place of a cursor. */
export function readCursor(view: View, offset: number): CursorContext {
  const { text } = view.file;
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (view.kind !== 'note') return readYaml(text, start, offset, 0);
  const body = view.parsed.value.frontMatter?.body;
  if (body !== undefined && body.start <= offset && offset <= body.end)
    return readYaml(text, start, offset, body.start);
  const section = view.parsed.value.sections.find(
    (candidate) =>
      candidate.span.start <= offset && offset <= candidate.span.end && candidate.heading.end <= offset,
  );
  const opening = /^\s*(?:[-*•–]\s+|\d+[.)]\s+)?/.exec(before)?.[0] ?? '';
  const typedFrom = Math.max(lastMark(before), opening.length);
  const typedText = before.slice(typedFrom);
  const space = typedText.length - typedText.trimStart().length;
  return {
    kind: 'text',
    section: section?.id,
    before,
    atStart: typedFrom === opening.length,
    bullet: /\S/.test(opening),
    typed: span(start + typedFrom + space, offset),
  };
}

/** The index after the last mark that separates entries. */
function lastMark(before: string): number {
  for (let i = before.length - 1; i >= 0; i--) if (/[:;,(/+&→]/.test(before.charAt(i))) return i + 1;
  return 0;
}

function readYaml(text: string, start: number, offset: number, from: number): CursorContext {
  const before = text.slice(start, offset);
  const parent = parentKey(text, start, from, before.length - before.trimStart().length);
  // Inside `[a, b` or `{ key: a` the last entry counts.
  const flow = /^(\s*(?:-\s+)?)([\w-]+):\s*[[{](.*)$/.exec(before);
  if (flow?.[2] !== undefined && flow[3] !== undefined) {
    const entry = flow[3].slice(Math.max(flow[3].lastIndexOf(','), flow[3].lastIndexOf('[')) + 1);
    const pair = /^\s*([\w-]+):\s*(.*)$/.exec(entry);
    const typed = (pair?.[2] ?? entry).trimStart();
    if (pair?.[1] !== undefined)
      return {
        kind: 'yaml-value',
        key: pair[1],
        parent: flow[2],
        typed: span(offset - typed.length, offset),
      };
    return {
      kind: 'yaml-value',
      key: flow[2],
      parent: undefined,
      typed: span(offset - typed.length, offset),
    };
  }
  const pair = /^(\s*(?:-\s+)?)([\w-]+):\s*(.*)$/.exec(before);
  if (pair?.[2] !== undefined && pair[3] !== undefined) {
    return {
      kind: 'yaml-value',
      key: pair[2],
      parent: (pair[1] ?? '') === '' ? undefined : parent,
      typed: span(offset - pair[3].length, offset),
    };
  }
  const item = /^\s*-\s+(.*)$/.exec(before);
  if (item?.[1] !== undefined)
    return {
      kind: 'yaml-value',
      key: parent ?? '',
      parent: undefined,
      typed: span(offset - item[1].length, offset),
    };
  const typed = before.trimStart();
  return {
    kind: 'yaml-key',
    typed: span(offset - typed.length, offset),
    indented: typed.length < before.length,
    parent,
  };
}

// A key further up than this is not looked for: front matter is short.
const mostLines = 200;

/** The nearest less indented key above a line. */
function parentKey(text: string, start: number, from: number, indent: number): string | undefined {
  let end = start - 1;
  for (let lines = 0; end > from && lines < mostLines; lines++) {
    const begin = lineStart(text, end);
    const line = text.slice(begin, end);
    const key = /^(\s*)([\w-]+):\s*$/.exec(line.replace(/\s+#.*$/, ''));
    if (key?.[2] !== undefined && (key[1] ?? '').length <= Math.max(0, indent - 1)) return key[2];
    if (key?.[2] !== undefined && (key[1] ?? '').length === 0) return key[2];
    end = begin - 1;
  }
  return undefined;
}

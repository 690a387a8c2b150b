// Reads a session note. Total: any text gives a note, with problems for what could not be used as written.

import { say } from '../text/say';
import { span } from '../text/span';
import { BlockBuilder } from './blocks';
import { type FrontMatterPlace, findFrontMatter } from './fence';
import { readFrontMatter } from './front-matter';
import { readHeader } from './header';
import { findHeading, type Heading } from './headings';
import { findLetterMark, findLetterScheme } from './letters';
import { findItemBehind, isBlankLine, isRule, type Line, listLines } from './lex';
import type { FrontMatter, Note, Parsed, Problem, Section } from './model';
import { splitOneLineNotes } from './one-line';
import type { SectionId } from './sections';

/** Reads a note. Spans lie inside the text and children inside their parents; the time is linear in the text. */
export function parseNote(text: string): Parsed<Note> {
  const problems: Problem[] = [];
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = listLines(text, start);
  const place = findFrontMatter(text, lines);
  const frontMatter = place ? readFences(text, place, problems) : undefined;
  const body = place ? lines.slice(place.linesUsed) : lines;
  const { preamble, sections } = readBody(text, splitOneLineNotes(text, body));
  if (!place && text.trim() !== '') {
    problems.push({
      code: 'note/no-front-matter',
      severity: 'hint',
      span: span(start, start),
      message: say`Add \`client:\` and \`date:\` between \`---\` lines at the top to check this note against the client’s record.`,
    });
  }
  const header = readHeader(text, frontMatter?.span.end ?? start, sections[0]?.span.start ?? text.length);
  return { value: { text, frontMatter, header, preamble, sections }, problems };
}

function readFences(text: string, place: FrontMatterPlace, problems: Problem[]): FrontMatter {
  const { value, problems: found } = readFrontMatter(text, place.span, place.body);
  if (!place.closed) {
    problems.push({
      code: 'note/front-matter-unclosed',
      severity: 'warning',
      span: place.fence,
      message: say`Close the front matter with a second \`---\` line.`,
    });
  }
  for (const problem of found) problems.push(problem);
  if (value.client && !value.entries.some(({ key }) => key.value === 'date')) {
    problems.push({
      code: 'note/missing-date',
      severity: 'information',
      span: place.fence,
      message: say`Add \`date: YYYY-MM-DD\`, so that earlier sessions and healing times can be counted.`,
    });
  }
  return value;
}

function readBody(text: string, lines: readonly Line[]): Pick<Note, 'preamble' | 'sections'> {
  const sections: Section[] = [];
  const letters = findLetterScheme(text, lines);
  const letterMark = findLetterMark(text, lines);
  let builder = new BlockBuilder(text);
  const preamble = builder.blocks;
  let open: { readonly heading: Heading; readonly id: SectionId } | undefined;
  let enclosing: SectionId | undefined;
  let afterBlank = true;
  let labelAbove: string | undefined;
  const close = (end: number): void => {
    if (!open) return;
    const { span: heading, title } = open.heading;
    sections.push({ id: open.id, span: span(heading.start, end), heading, title, blocks: builder.blocks });
  };
  const start = (heading: Heading, id: SectionId): void => {
    close(heading.span.start);
    open = { heading, id };
    builder = new BlockBuilder(text);
    if (id !== 'family-history' && id !== 'past-history') enclosing = id;
  };
  for (const line of lines) {
    if (isBlankLine(line) || isRule(text, line)) {
      builder.blank();
      afterBlank = true;
      labelAbove = undefined;
      continue;
    }
    const heading = findHeading(text, line, {
      section: open?.id,
      form: open?.heading.form,
      level: open?.heading.level ?? 0,
      nested: builder.nested(line),
      fresh: builder.fresh,
      afterBlank,
      letters,
      letterMark,
      labelAbove,
    });
    const inHistory = open?.id === 'family-history' || open?.id === 'past-history';
    if (heading?.section) {
      start(heading, heading.section);
      if (heading.content < line.end) {
        const item = findItemBehind(text, line, heading.content);
        builder.add(item ?? line, item?.content ?? heading.content);
      }
    } else if (heading && inHistory) start(heading, enclosing ?? 'subjective');
    else if (heading) builder.addSubheading(line, heading.title, heading.field);
    else builder.add(line, line.content);
    afterBlank = false;
    labelAbove = labelOf(text, line);
  }
  close(text.length);
  return { preamble, sections };
}

/** A short label before a colon, lower case, for the line below. */
function labelOf(text: string, { content, end }: Line): string | undefined {
  const colon = text.charAt(content + 1) === ':' ? content + 1 : content + 2;
  return text.charAt(colon) === ':' && colon < end
    ? /^[a-z]{1,2}$/i.exec(text.slice(content, colon))?.[0].toLowerCase()
    : undefined;
}

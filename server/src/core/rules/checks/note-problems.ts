// What the reader could not use as written, as findings; what has one answer alone is put right by a fix.
import { dateOfPath } from '../../facts/session';
import type { TextEdit } from '../../text/edit';
import { eolOf } from '../../text/lines';
import { say } from '../../text/say';
import { span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import { type Finding, findingsOf } from '../finding';

export const noteProblems: Check = {
  name: 'note-problems',
  run: (input) =>
    findingsOf(input.session.uri, input.parsed.problems).map((finding) => withFormFix(input, finding)),
};

/** Adds the fix of a problem whose answer is plain from the note and its name. */
function withFormFix(input: CheckInput, finding: Finding): Finding {
  const found = findFormFix(input, finding.rule);
  if (found === undefined) return finding;
  const { title, edit } = found;
  return {
    ...finding,
    fixes: [{ title, preferred: true, edits: [{ uri: input.session.uri, edits: [edit] }] }],
  };
}

function findFormFix(
  { session }: CheckInput,
  rule: string,
): { readonly title: string; readonly edit: TextEdit } | undefined {
  const { note, uri } = session;
  const { text, frontMatter } = note;
  if (frontMatter === undefined) return undefined;
  const eol = eolOf(text);
  if (rule === 'note/front-matter-unclosed') {
    const at = frontMatter.body.end;
    const lead = at > 0 && !/[\r\n]$/.test(text.slice(0, at)) ? eol : '';
    return { title: say`Close the front matter`, edit: { span: span(at, at), newText: `${lead}---${eol}` } };
  }
  const date = rule === 'note/missing-date' ? dateOfPath(uri) : undefined;
  const client = frontMatter.entries.find(({ key }) => key.value === 'client');
  if (date === undefined || client === undefined) return undefined;
  const rest = text.slice(client.value.end).search(/\r?\n/);
  if (rest < 0) return undefined;
  const end = client.value.end + rest;
  return {
    title: say`Add the day of the file’s name, ${date}`,
    edit: { span: span(end, end), newText: `${eol}date: ${date}` },
  };
}

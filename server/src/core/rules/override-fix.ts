// The fixes that write an override into the front matter of the note, which is made where there is none.
import type { Fact } from '../facts/model';
import type { Rule } from '../knowledge/model';
import { addEntry, addFrontMatter, type EntryFields } from '../note/yaml-write';
import { say } from '../text/say';
import { sliceSpan, span } from '../text/span';
import type { Fix } from './finding';
import type { Case, RuleMatch } from './match';
import { nameCause } from './words';

/** Overrides a rule in this note with a coded reason; the words are left for the therapist to write. */
export const overrideFix = (at: Case, rule: Rule, fact: Fact | undefined): readonly Fix[] =>
  addOverride(at, say`Override in this note, with a reason: ${nameCause(at.kb, rule, fact)}`, [
    ['rule', rule.id],
    ['reason', 'will-monitor'],
    ['note', ''],
  ]);

/** Says that the words of this note which the rule rests on mean something else; for this note only. */
export function wrongMatchFix(at: Case, match: RuleMatch): readonly Fix[] {
  const { fact } = match;
  if (fact === undefined || fact.kind === 'finding' || fact.source.uri !== at.session.uri) return [];
  const phrase = sliceSpan(at.session.note.text, fact.source.span).replace(/\s+/g, ' ');
  return addOverride(at, say`Not what “${phrase.slice(0, 40)}” means here`, [
    ['rule', match.rule.id],
    ['reason', 'wrong-match'],
    ['phrase', phrase],
  ]);
}

function addOverride(at: Case, title: string, fields: EntryFields): readonly Fix[] {
  const { note, uri } = at.session;
  const { frontMatter, text } = note;
  const edit =
    frontMatter === undefined
      ? addFrontMatter(
          text,
          (addEntry('', span(0, 0), 'overrides', fields)?.newText ?? '').trimEnd().split('\n'),
        )
      : addEntry(text, frontMatter.body, 'overrides', fields);
  return edit === undefined ? [] : [{ title, preferred: false, edits: [{ uri, edits: [edit] }] }];
}

// The fix that writes an override into the front matter of the note.
import { sliceSpan } from '../text/span';
import type { Fix } from './finding';
import type { Case, RuleMatch } from './match';

/** Adds an override for a rule with a coded reason; the words are left for the therapist to write. */
export function overrideFix(at: Case, match: RuleMatch): readonly Fix[] {
  const { note, uri } = at.session;
  const body = note.frontMatter?.body;
  if (note.frontMatter === undefined || body === undefined) return [];
  if (
    note.frontMatter.entries.some((entry) => entry.key.value === 'overrides' || entry.key.value === 'signed')
  )
    return [];
  const eol = note.text.includes('\r\n') ? '\r\n' : '\n';
  const written = sliceSpan(note.text, body);
  const before = written === '' || /[\r\n]$/.test(written) ? '' : eol;
  const words = match.rule.level === 'absolute' ? '""  # say why; an absolute rule asks for words' : '""';
  const entry = `${before}overrides:${eol}  - rule: ${match.rule.id}${eol}    reason: will-monitor${eol}    note: ${words}${eol}`;
  return [
    {
      title: 'Override with a reason',
      preferred: false,
      edits: [{ uri, edits: [{ span: { start: body.end, end: body.end }, newText: entry }] }],
    },
  ];
}

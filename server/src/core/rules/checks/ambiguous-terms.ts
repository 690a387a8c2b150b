// Short forms with several readings that their place did not settle: both readings are shown, a fix writes each out.
import { findTerm } from '../../knowledge/knowledge';
import type { Mention } from '../../mentions/model';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding, Fix } from '../finding';
import { cut } from '../words';

export const ambiguousTerms: Check = { name: 'ambiguous-terms', run: listAmbiguousTerms };

function listAmbiguousTerms(input: CheckInput): readonly Finding[] {
  const { kb, session } = input;
  const seen = new Set<string>();
  return session.mentions.flatMap((mention): readonly Finding[] => {
    if (
      mention.otherReadings.length === 0 ||
      mention.assertion === 'negated' ||
      mention.assertion === 'other-person'
    )
      return [];
    const written = sliceSpan(session.note.text, mention.span);
    // One hint for a short form in a note is enough.
    if (seen.has(written.toLowerCase())) return [];
    seen.add(written.toLowerCase());
    const names = readingsOf(input, mention);
    const fixes: Fix[] = names.slice(0, 4).map((name) => ({
      title: say`Write “${name}”`,
      preferred: false,
      edits: [{ uri: session.uri, edits: [{ span: mention.span, newText: name }] }],
    }));
    if (fixes.length < 2) return [];
    return [
      {
        rule: 'note/ambiguous-term',
        severity: 'hint',
        at: { uri: session.uri, span: mention.span },
        message: cut(
          say`“${written}” has more than one meaning: ${names.join(say` or `)}. Read here as ${findTerm(kb, mention)?.name.toLowerCase() ?? mention.id}.`,
        ),
        because: [],
        fixes,
      },
    ];
  });
}

const readingsOf = ({ kb }: CheckInput, mention: Mention): readonly string[] => {
  const own = findTerm(kb, mention)?.name;
  const others = mention.otherReadings.map((other) =>
    other.kind === 'other' ? other.meaning : findTerm(kb, other)?.name,
  );
  return [
    ...new Set(
      [own, ...others].flatMap((name) =>
        name === undefined ? [] : [name.replace(/\s*\(.*\)$/, '').toLowerCase()],
      ),
    ),
  ];
};

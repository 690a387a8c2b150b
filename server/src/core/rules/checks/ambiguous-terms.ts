// Short forms with several readings that their place did not settle: both readings are shown, a fix writes each out.
import { findTerm, type Knowledge } from '../../knowledge/knowledge';
import type { TermRef } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding, Fix } from '../finding';
import { cut } from '../words';

export const ambiguousTerms: Check = { name: 'ambiguous-terms', run: listAmbiguousTerms };

function listAmbiguousTerms(input: CheckInput): readonly Finding[] {
  const { kb, session } = input;
  if (!session.mentions.some(({ otherReadings }) => otherReadings.length > 0)) return [];
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
          mention.unsettled === true
            ? say`“${written}” has more than one meaning: ${names.join(say` or `)}. Nothing here says which; it is not read.`
            : say`“${written}” has more than one meaning: ${names.join(say` or `)}. Read here as ${findTerm(kb, mention)?.name.toLowerCase() ?? mention.id}.`,
        ),
        because: [],
        fixes,
      },
    ];
  });
}

const readingsOf = ({ kb }: CheckInput, mention: Mention): readonly string[] => {
  const own = nameOf(kb, mention);
  const others = mention.otherReadings.map((other) =>
    other.kind === 'other' ? other.meaning : nameOf(kb, other),
  );
  return [
    ...new Set(
      [own, ...others].flatMap((name) =>
        name === undefined ? [] : [name.replace(/\s*\(.*\)$/, '').toLowerCase()],
      ),
    ),
  ];
};

/** The first name of a term that has no second meaning itself: "passive range of motion" may be a test. */
function nameOf(kb: Knowledge, reading: TermRef): string | undefined {
  const term = findTerm(kb, reading);
  if (term === undefined) return undefined;
  const doubtful = new Set(kb.data.ambiguousTerms.map((entry) => entry.term.toLowerCase()));
  return [term.name, ...term.synonyms].find((name) => !doubtful.has(name.toLowerCase())) ?? term.name;
}

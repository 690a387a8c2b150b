// Names in front matter that the knowledge base does not know: they cannot be checked, and silence must not look safe.
import type { Located } from '../../note/model';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { wordUnknown } from '../unknown';

export const unknownNames: Check = { name: 'unknown-names', run: listUnknownNames };

function listUnknownNames({ kb, session }: CheckInput): readonly Finding[] {
  const front = session.note.frontMatter;
  if (front === undefined) return [];
  const names: readonly (readonly [Located<string>, 'condition' | 'medication'])[] = [
    ...front.conditions.map((entry) => [entry.name, 'condition'] as const),
    ...front.medications.map((entry) => [entry.name, 'medication'] as const),
  ];
  return names.flatMap(([name, kind]) => wordUnknown(kb, session.uri, name, kind));
}

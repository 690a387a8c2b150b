// A name that the knowledge base does not know, and the nearest one that it does.
import { readingsOf } from '../facts/conditions';
import { type Knowledge, listTerms } from '../knowledge/knowledge';
import type { Located } from '../note/model';
import { editDistance } from '../text/distance';
import { say } from '../text/say';
import type { Uri } from '../text/span';
import type { Finding, Fix } from './finding';
import { cut } from './words';

/** A finding for a name of a record that names no known condition, medication or region; none if it does. */
export function wordUnknown(
  kb: Knowledge,
  uri: Uri,
  name: Located<string>,
  kind: 'condition' | 'medication' | 'region',
): readonly Finding[] {
  const written = name.value.trim();
  if (written === '' || readingsOf(kb, written, kind).length > 0) return [];
  const near = nearest(kb, written, kind);
  const fixes: Fix[] =
    near === undefined
      ? []
      : [
          {
            title: say`Write “${near}”`,
            preferred: true,
            edits: [{ uri, edits: [{ span: name.span, newText: near }] }],
          },
        ];
  return [
    {
      rule: `record/unknown-${kind}`,
      severity: 'information',
      at: { uri, span: name.span },
      message: cut(wordKind(kind, near === undefined ? '' : say` Did you mean “${near}”?`)),
      because: [],
      fixes,
    },
  ];
}

function wordKind(kind: 'condition' | 'medication' | 'region', more: string): string {
  switch (kind) {
    case 'condition':
      return say`This condition is not in the knowledge base, so nothing is checked against it.${more}`;
    case 'medication':
      return say`This medication is not in the knowledge base, so nothing is checked against it.${more}`;
    case 'region':
      return say`This region is not in the knowledge base, so nothing is checked against it.${more}`;
  }
}

function nearest(
  kb: Knowledge,
  written: string,
  kind: 'condition' | 'medication' | 'region',
): string | undefined {
  const word = written.toLowerCase();
  if (word.length < 5 || word.length > 60) return undefined;
  const limit = word.length < 8 ? 1 : 2;
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const term of listTerms(kb, kind)) {
    for (const name of [term.name, ...term.synonyms]) {
      const distance = editDistance(word, name.toLowerCase(), limit);
      if (distance !== undefined && (best === undefined || distance < best.distance))
        best = { name, distance };
    }
  }
  return best?.name;
}

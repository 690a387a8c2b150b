// What can be given another name where a cursor stands: a client, or a term that a practice added itself.
import { practiceLists } from '../knowledge/practice-schema';
import { readYaml, type YamlNode } from '../note/yaml-read';
import type { DocumentEdit } from '../text/edit';
import { say } from '../text/say';
import { type Span, span, touchesSpan } from '../text/span';
import type { SourceFile, View } from '../workspace/model';
import { findClientPlace } from './term-at';

/** What would be renamed; `span` is what is written now. */
export interface RenameTarget {
  readonly kind: 'client' | 'term';
  readonly id: string;
  readonly span: Span;
}

/** Lists whose entries have ids of their own that other entries name. */
const named: readonly string[] = practiceLists.filter((list) => list !== 'rules');

/** What can be renamed at an offset; undefined if there is nothing. */
export function findRenameTarget(view: View, offset: number): RenameTarget | undefined {
  const { text } = view.file;
  if (view.kind === 'note' || view.kind === 'client') {
    const at = findClientPlace(view);
    return at === undefined || !touchesSpan(at, offset)
      ? undefined
      : { kind: 'client', id: text.slice(at.start, at.end), span: at };
  }
  if (view.kind !== 'knowledge') return undefined;
  const own = listOwnIds(text);
  const scalar = listScalars(text).find((node) => touchesSpan(node.span, offset));
  const id = scalar === undefined ? undefined : own.find((one) => isNamed(scalar.text, one));
  if (scalar === undefined || id === undefined) return undefined;
  return { kind: 'term', id, span: span(scalar.span.end - id.length, scalar.span.end) };
}

/** The edits that give a practice's own term another id in all files of its knowledge, or why there are none. */
export function renameTerm(
  files: readonly SourceFile[],
  from: string,
  to: string,
  isKnown: (id: string) => boolean,
): { readonly edits: readonly DocumentEdit[] } | { readonly refusal: string } {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(to))
    return { refusal: say`Write the id in small letters, digits and hyphens, such as harbour-wrap.` };
  if (to === from || isKnown(to))
    return { refusal: say`The id ${to} is in use already. Choose one that is free.` };
  const edits = files.flatMap(({ uri, text }) => {
    const own = listScalars(text)
      .filter((node) => isNamed(node.text, from))
      .map((node) => ({ span: span(node.span.end - from.length, node.span.end), newText: to }));
    return own.length === 0 ? [] : [{ uri, edits: own }];
  });
  return { edits };
}

/** True for the id itself and for a reference with its kind: `tech:harbour-wrap`. */
const isNamed = (written: string, id: string): boolean =>
  written === id || (written.endsWith(`:${id}`) && /^[a-z-]+:[a-z0-9-]+$/.test(written));

/** The ids of the terms that a file of knowledge adds. */
function listOwnIds(text: string): readonly string[] {
  const { root } = readYaml(text, span(0, text.length));
  if (root?.kind !== 'map') return [];
  return root.pairs
    .filter(({ key }) => named.includes(key.text))
    .flatMap(({ value }) => (value?.kind === 'list' ? value.items : []))
    .flatMap((item) =>
      item.kind === 'map'
        ? item.pairs.flatMap(({ key, value }) =>
            key.text === 'id' && value?.kind === 'scalar' ? [value.text] : [],
          )
        : [],
    );
}

function listScalars(text: string): readonly Extract<YamlNode, { kind: 'scalar' }>[] {
  const { root } = readYaml(text, span(0, text.length));
  const found: Extract<YamlNode, { kind: 'scalar' }>[] = [];
  const waiting: YamlNode[] = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'list') waiting.push(...node.items);
    else waiting.push(...node.pairs.flatMap(({ value }) => value ?? []));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

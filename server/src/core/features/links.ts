// Places in a document that lead elsewhere: letters of clearances and consents, sessions of a day, sources of rules.
import { readYaml, type YamlNode } from '../note/yaml-read';
import { say } from '../text/say';
import { type Span, span, type Uri } from '../text/span';
import { folderOf } from '../workspace/files';
import type { ClientEntry, View } from '../workspace/model';

/** A link. A `file` is tried in the order of `uris`: beside the document first, then from the practice's root. */
export type Link =
  | { readonly kind: 'file'; readonly span: Span; readonly uris: readonly Uri[]; readonly tip: string }
  | { readonly kind: 'web'; readonly span: Span; readonly url: string; readonly tip: string };

/** Lists the links of a document, in order. `entry` is the client that it belongs to. */
export function listLinks(view: View, entry: ClientEntry | undefined): readonly Link[] {
  const links = [...listLetters(view, entry?.root), ...listSessions(view, entry), ...listSources(view)];
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** The files that `document:` of clearances and consent names in a note or a record. */
export function listDocuments(view: View): readonly { readonly path: string; readonly span: Span }[] {
  const { text } = view.file;
  const body =
    view.kind === 'client'
      ? span(0, text.length)
      : view.kind === 'note'
        ? view.parsed.value.frontMatter?.body
        : undefined;
  if (body === undefined) return [];
  const found: { readonly path: string; readonly span: Span }[] = [];
  walk(readYaml(text, body).root, (key, node) => {
    if (key === 'document' && node.kind === 'scalar') found.push({ path: node.text, span: node.span });
  });
  return found;
}

function listLetters(view: View, root: Uri | undefined): readonly Link[] {
  return listDocuments(view).flatMap(({ path, span: at }) => {
    const uris = [folderOf(view.file.uri), root].flatMap((folder) => {
      const uri = folder === undefined ? undefined : joinPath(folder, path);
      return uri === undefined ? [] : [uri];
    });
    return uris.length === 0
      ? []
      : [{ kind: 'file', span: at, uris: [...new Set(uris)], tip: say`Open the document` }];
  });
}

/** Days of other sessions of the client that a note or record speaks of: `as on 2026-11-06`. */
function listSessions(view: View, entry: ClientEntry | undefined): readonly Link[] {
  if (entry === undefined || (view.kind !== 'note' && view.kind !== 'client')) return [];
  const { text, uri } = view.file;
  const from = view.kind === 'note' ? (view.parsed.value.frontMatter?.span.end ?? 0) : 0;
  return [...text.slice(from).matchAll(/(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])/g)].flatMap(
    (match): readonly Link[] => {
      const session = entry.sessions.find((other) => other.date === match[0] && other.uri !== uri);
      const start = from + match.index;
      return session === undefined
        ? []
        : [
            {
              kind: 'file',
              span: span(start, start + match[0].length),
              uris: [session.uri],
              tip: say`Open the session of ${match[0]}`,
            },
          ];
    },
  );
}

/** The sources that a practice's own knowledge names, where the base knows their address. */
function listSources(view: View): readonly Link[] {
  if (view.kind !== 'knowledge') return [];
  const links: Link[] = [];
  walk(readYaml(view.file.text, span(0, view.file.text.length)).root, (key, node) => {
    if (node.kind !== 'scalar' || (key !== 'ref' && key !== 'source')) return;
    const source = view.kb.sources.get(node.text);
    if (source?.url !== undefined)
      links.push({
        kind: 'web',
        span: node.span,
        url: source.url,
        tip: say`Open the source: ${source.title}`,
      });
  });
  return links;
}

function walk(root: YamlNode | undefined, see: (key: string | undefined, node: YamlNode) => void): void {
  const waiting: { readonly key: string | undefined; readonly node: YamlNode }[] =
    root === undefined ? [] : [{ key: undefined, node: root }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { key, node } = at;
    see(key, node);
    if (node.kind === 'list') waiting.push(...node.items.map((item) => ({ key, node: item })));
    else if (node.kind === 'map')
      waiting.push(
        ...node.pairs.flatMap((pair) => (pair.value ? [{ key: pair.key.text, node: pair.value }] : [])),
      );
  }
}

/** A path as written, from a folder; undefined for one that is absolute or leads above what a uri can name. */
export function joinPath(folder: Uri, path: string): Uri | undefined {
  const parts = path.trim().replaceAll('\\', '/').split('/');
  if (path.trim() === '' || parts[0] === '' || /^[a-z]+:/i.test(path)) return undefined;
  let at = folder;
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part === '..') at = folderOf(at);
    else at = `${at}/${encodeURIComponent(part)}`;
    if (!at.includes('/')) return undefined;
  }
  return at;
}

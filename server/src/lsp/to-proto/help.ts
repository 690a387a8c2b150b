// Suggestions, hovers and hints, from plain data of the core to the types of the protocol.
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Hover as HoverResult,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion, escapeMarkdown, type Hover, say } from '../../core/index';
import type { Positions } from '../encoding';
import type { Places } from '../state';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  client: CompletionItemKind.Reference,
  technique: CompletionItemKind.Function,
  condition: CompletionItemKind.Class,
  medication: CompletionItemKind.Constant,
  region: CompletionItemKind.Unit,
  side: CompletionItemKind.EnumMember,
  sign: CompletionItemKind.Event,
  position: CompletionItemKind.Value,
  measure: CompletionItemKind.Variable,
};

/** A suggestion; what it means is added when it is looked at (resolve). */
export function toCompletionItem(item: Completion, positions: Positions, tags: boolean): CompletionItem {
  return {
    label: item.label,
    kind: kinds[item.kind],
    sortText: item.sort,
    filterText: item.filter,
    textEdit: { range: positions.toRange(item.replace), newText: item.insertText },
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.discouraged && { tags: [CompletionItemTag.Deprecated], ...(!tags && { deprecated: true }) }),
    ...(item.term !== undefined && { data: item.term }),
  };
}

/** A hover, with numbered links to the sentences that it rests on. */
export function toHover(
  hover: Hover,
  { positionsOf, uriOf }: Places,
  positions: Positions,
  markdown: boolean,
): HoverResult {
  const links = hover.because.map((reason) => {
    const { line } = positionsOf(reason.at.uri).toPosition(reason.at.span.start);
    return `[${escapeMarkdown(reason.text)}](${toLink(uriOf(reason.at.uri))}#L${line + 1})`;
  });
  const value = [hover.markdown, ...(links.length === 0 ? [] : [say`*Go to:* ${links.join(' · ')}`])].join(
    '\n\n',
  );
  return {
    range: positions.toRange(hover.span),
    contents: markdown
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: toPlainText(hover.markdown) },
  };
}

// A parenthesis in a path would end the link.
const toLink = (uri: string): string => uri.replaceAll('(', '%28').replaceAll(')', '%29');

/** Markdown without its marks, for editors that show text alone. */
export const toPlainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()<>#+!|~-])/g, '$1')
    .replace(/\*\*?|`/g, '');

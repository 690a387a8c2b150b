// From plain data of the core to the types of the protocol.
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover as HoverResult,
  type InlayHint,
  type Location,
  MarkupKind,
  type TextEdit as ProtocolEdit,
  type Range,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Action,
  type Completion,
  type DocumentEdit,
  escapeMarkdown,
  type Finding,
  type Fold,
  type Hover,
  type LastVisitHint,
  type OutlineEntry,
  type Severity,
  type Source,
  type TextEdit,
  type Uri,
} from '../core/index';
import type { Positions } from './encoding';
import type { Places } from './state';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The name under which an editor shows our findings. */
export const diagnosticSource = 'soap-notes';

/** A finding as a diagnostic, with links to what justifies it. */
export function toDiagnostic(finding: Finding, places: Places, related: boolean): Diagnostic {
  return {
    range: places.positionsOf(finding.at.uri).toRange(finding.at.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
    ...(related &&
      finding.because.length > 0 && {
        relatedInformation: finding.because.map((reason) => ({
          location: toLocation(reason.at, places),
          message: reason.text,
        })),
      }),
  };
}

const toLocation = (at: Source, places: Places): Location => ({
  uri: places.uriOf(at.uri),
  range: places.positionsOf(at.uri).toRange(at.span),
});

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
  const value = [hover.markdown, ...(links.length === 0 ? [] : [`*Go to:* ${links.join(' · ')}`])].join(
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

const symbolKinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  field: SymbolKind.Field,
  entry: SymbolKind.String,
  key: SymbolKind.Property,
};

/** An outline entry with what lies below it. */
export const toDocumentSymbol = (symbol: OutlineEntry, positions: Positions): DocumentSymbol => ({
  name: symbol.name,
  detail: symbol.detail,
  kind: symbolKinds[symbol.kind],
  range: positions.toRange(symbol.span),
  selectionRange: positions.toRange(symbol.selection),
  children: symbol.children.map((child) => toDocumentSymbol(child, positions)),
});

/** Folding ranges of more than one line. */
export function toFoldingRanges(folds: readonly Fold[], positions: Positions): FoldingRange[] {
  return folds.flatMap((fold) => {
    const { start, end } = positions.toRange(fold.span);
    return end.line > start.line
      ? [
          {
            startLine: start.line,
            endLine: end.line,
            ...(fold.kind !== 'list' && { kind: FoldingRangeKind.Region }),
          },
        ]
      : [];
  });
}

/** What stood at the last visit, behind the labels of a range that are still blank. */
export function toInlayHints(
  hints: readonly LastVisitHint[],
  { start, end }: Range,
  positions: Positions,
): InlayHint[] {
  return hints.flatMap((hint) => {
    const position = positions.toPosition(hint.offset);
    if (position.line < start.line || position.line > end.line) return [];
    return [{ position, label: hint.text, tooltip: hint.full, paddingLeft: true }];
  });
}

/** Edits of one document. */
export const toEdits = (edits: readonly TextEdit[], positions: Positions): ProtocolEdit[] =>
  edits.map((edit) => ({ range: positions.toRange(edit.span), newText: edit.newText }));

/** A quick fix. */
export function toCodeAction({ finding, fix }: Action, places: Places, related: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, places, related)],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix.edits, places),
  };
}

/** The refactoring that converts a note of another system. */
export const toConversion = (edit: TextEdit, uri: Uri, places: Places): CodeAction => ({
  title: 'Convert to SOAP note',
  kind: CodeActionKind.RefactorRewrite,
  edit: toWorkspaceEdit([{ uri, edits: [edit] }], places),
});

const toWorkspaceEdit = (edits: readonly DocumentEdit[], places: Places): WorkspaceEdit => ({
  changes: Object.fromEntries(
    edits.map((edit) => [places.uriOf(edit.uri), toEdits(edit.edits, places.positionsOf(edit.uri))]),
  ),
});

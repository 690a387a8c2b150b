// The shape of a document, from plain data of the core to the types of the protocol.
import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { Fold, OutlineEntry } from '../../core/index';
import type { Positions } from '../encoding';

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

// Ways through the practice: to what words rest on, to all sessions that speak of them, to clients and letters.
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type DocumentLink,
  DocumentLinkRequest,
  type Location,
  ReferencesRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import {
  type Definition,
  findNamed,
  type Link,
  listDefinitions,
  listHighlights,
  listLinks,
  listSelections,
  type NamedPlace,
} from '../../core/index';
import { findPage } from '../pages';
import { findReferences } from '../references';
import { placesOf, positionsOfView, type State } from '../state';
import { toLocation } from '../to-proto/edits';
import { documentsOf, type HandlerTable, request, withView } from './table';

/** Sorted by method. */
export const navigationHandlers: HandlerTable = {
  capabilities: () => ({
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    referencesProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
  }),
  requests: [
    request(DefinitionRequest.type, async (tools, { textDocument, position }) => {
      await tools.practice.whenRead();
      return withView(tools, textDocument.uri, [], (view) => {
        const offset = positionsOfView(tools.state, view).toOffset(position);
        return listDefinitions(view, offset, documentsOf(tools, view.file.uri)).flatMap((definition) =>
          toDefinition(definition, tools.state),
        );
      });
    }),
    request(DocumentHighlightRequest.type, (tools, { textDocument, position }) =>
      withView(tools, textDocument.uri, [], (view) => {
        const positions = positionsOfView(tools.state, view);
        return listHighlights(view, positions.toOffset(position)).map((span) => ({
          range: positions.toRange(span),
          kind: DocumentHighlightKind.Text,
        }));
      }),
    ),
    request(DocumentLinkRequest.type, (tools, { textDocument }) =>
      withView(tools, textDocument.uri, [], (view) => {
        const positions = positionsOfView(tools.state, view);
        return listLinks(view, tools.state.workspace.entryOf(view.file.uri)).flatMap(
          (link): DocumentLink[] => {
            const target = findTarget(link, tools.state);
            return target === undefined
              ? []
              : [{ range: positions.toRange(link.span), target, tooltip: link.tip }];
          },
        );
      }),
    ),
    request(ReferencesRequest.type, findReferences),
    request(SelectionRangeRequest.type, (tools, { textDocument, positions: asked }) =>
      withView(tools, textDocument.uri, [], (view) => {
        const positions = positionsOfView(tools.state, view);
        return asked.map((position): SelectionRange => {
          const spans = listSelections(view, positions.toOffset(position));
          const chain = [...spans]
            .reverse()
            .reduce<SelectionRange | undefined>(
              (parent, span) => ({ range: positions.toRange(span), ...(parent && { parent }) }),
              undefined,
            );
          return chain ?? { range: { start: position, end: position } };
        });
      }),
    ),
    request(WorkspaceSymbolRequest.type, async ({ state, practice }, { query }) => {
      await practice.whenRead();
      const { workspace } = state;
      return findNamed(query, workspace.roster(), workspace.factsOf).map(({ kind, name, of, uri }) => ({
        name,
        kind: symbolKinds[kind],
        containerName: of,
        location: { uri: placesOf(state).uriOf(uri), range: top },
      }));
    }),
  ],
};

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const symbolKinds: Readonly<Record<NamedPlace['kind'], SymbolKind>> = {
  client: SymbolKind.Class,
  session: SymbolKind.Event,
  condition: SymbolKind.Property,
};

function toDefinition(definition: Definition, state: State): Location[] {
  if (definition.kind === 'place') return [toLocation(definition.at, placesOf(state))];
  const page = findPage(state, definition.code);
  return page === undefined ? [] : [{ uri: page, range: top }];
}

/** Where a link leads; a file that is not there has no link. */
function findTarget(link: Link, state: State): string | undefined {
  if (link.kind === 'web') return link.url;
  const found = link.uris.find((uri) => state.given.has(uri) || state.disk?.has(uri));
  return found === undefined ? undefined : placesOf(state).uriOf(found);
}

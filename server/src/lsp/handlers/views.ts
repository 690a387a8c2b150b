// The editor's views: the tree of clients, what is due, pages, texts and letters.
import { TextDocumentContentRequest } from 'vscode-languageserver';
import { listAlerts, listClientRows, listSessions } from '../client-rows';
import { listDueGroups } from '../due';
import {
  type ClientAlertsParams,
  type ClientKey,
  type ClientListParams,
  type ClientOfParams,
  type LetterParams,
  methods,
  type PageParams,
  type PickRegionParams,
  textScheme,
} from '../protocol';
import { draftLetter, findClientOf, makeDocument, makePage, pickOnMap, readText } from '../view-pages';
import { type HandlerTable, own, type Row, request, type Tools } from './table';

/** A request of our own that is answered when the practice has been read: before that it is known in part only. */
const afterReading = <P, R>(
  method: string,
  run: (tools: Tools, params: P, isCancelled: () => boolean) => R | Promise<R>,
): Row =>
  own(method, async (tools: Tools, params: P, token) => {
    await tools.practice.whenRead();
    return run(tools, params, () => token.isCancellationRequested);
  });

/** Sorted by method. */
export const viewHandlers: HandlerTable = {
  capabilities: () => ({ workspace: { textDocumentContent: { schemes: [textScheme] } } }),
  requests: [
    afterReading(methods.clientAlerts, ({ state }, params: ClientAlertsParams, isCancelled) =>
      listAlerts(state, params, isCancelled),
    ),
    own(methods.clientList, async ({ state, practice }, params: ClientListParams | undefined) => {
      await practice.whenListed();
      return listClientRows(state, params);
    }),
    afterReading(methods.clientOf, ({ state }, params: ClientOfParams) => findClientOf(state, params)),
    own(methods.clientSessions, async ({ state, practice }, { key }: ClientKey) => {
      await practice.whenListed();
      return listSessions(state, key);
    }),
    afterReading(methods.due, ({ state }, _: unknown, isCancelled) => listDueGroups(state, isCancelled)),
    afterReading(methods.page, ({ state }, params: PageParams) => makePage(state, params)),
    afterReading(methods.pageDocument, ({ state }, params: PageParams) => makeDocument(state, params)),
    own(methods.pickRegion, ({ state }, params: PickRegionParams) => pickOnMap(state, params)),
    afterReading(methods.referralLetter, ({ state }, params: LetterParams) => draftLetter(state, params)),
    request(TextDocumentContentRequest.type, async ({ state, practice }, { uri }) => {
      await practice.whenRead();
      return { text: readText(state, uri) };
    }),
  ],
};

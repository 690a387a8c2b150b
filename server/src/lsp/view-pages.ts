// Pages, texts and letters for the editor: what the core makes of a note or a client.
import {
  type ClientFile,
  type ClientOverview,
  clientPage,
  clientText,
  draftReferral,
  inEnglish,
  notePage,
  type Page,
  type PageOptions,
  pageStyles,
  pickRegion,
  plainPage,
  say,
  summarizeClient,
  toDocument,
} from '../core/index';
import { findClient } from './client-rows';
import {
  type ClientKey,
  type ClientOfParams,
  type LetterParams,
  type LetterResult,
  type PageDocument,
  type PageParams,
  type PageResult,
  type PickRegionParams,
  type PickRegionResult,
  textScheme,
} from './protocol';
import { placesOf, type State } from './state';
import { toOwnUri } from './uris';

/** The page of a note or of a client, as parts for a view that is open. */
export function makePage(state: State, params: PageParams): PageResult | null {
  const make = findMaker(state, params);
  if (make === undefined) return null;
  const page = make({ interactive: true, places: { uriOf: placesOf(state).uriOf } });
  return { ...page, styles: pageStyles };
}

/** The same as a document for print. */
export function makeDocument(state: State, params: PageParams): PageDocument | null {
  const page = findMaker(state, params)?.(plainPage);
  return page === undefined ? null : { title: page.title, html: toDocument(page) };
}

const findMaker = (state: State, params: PageParams): MakePage | undefined =>
  'uri' in params ? noteMaker(state, params.uri) : clientMaker(state, params.key);

type MakePage = (options: PageOptions) => Page;

function noteMaker(state: State, uri: string): MakePage | undefined {
  const view = state.workspace.view(toOwnUri(uri));
  return view?.kind === 'note' ? (options) => notePage(view, options) : undefined;
}

function clientMaker(state: State, key: string): MakePage | undefined {
  const client = findClient(state, key);
  const overview = client && overviewOf(state, client);
  if (client === undefined || overview === undefined) return undefined;
  return (options) => clientPage(state.kb, overview, client.practice, options);
}

const overviewOf = (state: State, client: ClientFile): ClientOverview | undefined =>
  summarizeClient(client, state.workspace.view, state.workspace.today());

/** The client that a document is about. */
export function findClientOf(state: State, { uri }: ClientOfParams): ClientKey | null {
  const client = state.workspace.entryOf(toOwnUri(uri));
  return client === undefined ? null : { key: client.key };
}

/** Where a place that was picked on the body map leads. */
export function pickOnMap(state: State, params: PickRegionParams): PickRegionResult | null {
  const view = state.workspace.view(toOwnUri(params.uri));
  if (view?.kind !== 'note') return null;
  const picked = pickRegion(view, params.region, params.side, params.offset);
  if (picked === undefined) return null;
  return picked.kind === 'jump'
    ? { kind: 'jump', start: picked.to.start, end: picked.to.end }
    : { kind: 'insert', offset: picked.at, text: picked.text };
}

/** The draft of a letter to a physician. */
export function draftLetter(state: State, { key, therapist }: LetterParams): LetterResult | null {
  const client = findClient(state, key);
  // What is worked out here of notes and findings is kept, so it is said as the user reads it.
  const overview = client && overviewOf(state, client);
  if (client === undefined || overview === undefined) return null;
  const { practice } = client;
  const today = state.workspace.today();
  // The letter goes to somebody else and quotes the notes, so it is in their language.
  return inEnglish(() => ({ text: draftReferral(overview, { practice, today, therapist }) }));
}

/** The text of a read-only document of ours; of a client that is gone a sentence that says so. */
export function readText(state: State, uri: string): string {
  const query = uri.startsWith(`${textScheme}:`) ? /\?([^#]*)/.exec(uri)?.[1] : undefined;
  const client = query === undefined ? undefined : findClient(state, decode(query));
  const overview = client && overviewOf(state, client);
  return overview === undefined ? say`There is no client of this name any more.\n` : clientText(overview);
}

function decode(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

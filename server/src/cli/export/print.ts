// Printable pages of clients for `soap-notes export --format html` and `--format pdf`.
import {
  clientPage,
  type ExportedClient,
  notePage,
  type Page,
  printPages,
  summarizeClient,
  toDocument,
} from '../../core/index';
import { findBrowser, PrintError, printToPdf } from '../../io/browser';
import { UsageError } from '../command';
import type { CliIo } from '../console';
import type { OpenedPractice } from '../practice';
import { type ExportFile, toFileName } from './output';

/**
 * Makes a document for each client: a note where one was asked for, the sessions of a range of days, or for all that
 * is known of a client the summary and then every session. Those without any of them give none.
 */
export function* makeHtml(
  clients: Iterable<ExportedClient>,
  opened: OpenedPractice,
): Generator<{ readonly name: string; readonly content: string }> {
  for (const client of clients) {
    const [first, ...more] = listPages(client, opened);
    if (first === undefined) continue;
    const html = toDocument(printPages([first, ...more]));
    yield { name: `${toFileName(client.label)}.html`, content: html };
  }
}

function listPages(client: ExportedClient, { workspace, today }: OpenedPractice): readonly Page[] {
  const notes = client.notes.map((view) => notePage(view));
  const uri = client.record?.uri ?? client.notes[0]?.file.uri;
  const file = client.isWhole && uri !== undefined ? workspace.clientOf(uri) : undefined;
  const overview = file && summarizeClient(file, (one) => workspace.view(one), today);
  return overview === undefined
    ? notes
    : [clientPage(client.kb, overview, client.practice ?? file?.practice), ...notes];
}

/** Prints the documents to PDF, one after the other. Throws a `UsageError` where no browser is installed. */
export async function* makePdf(
  clients: Iterable<ExportedClient>,
  opened: OpenedPractice,
  io: CliIo,
): AsyncGenerator<ExportFile> {
  const browser = findBrowser(io.env.PATH);
  if (browser === undefined)
    throw new UsageError(
      'PDF needs Chromium, Chrome or Edge, and none was found. Install one, or take --format html and print it yourself.',
    );
  for (const { name, content } of makeHtml(clients, opened))
    yield { name: name.replace(/html$/, 'pdf'), content: await print(browser, content) };
}

async function print(browser: string, html: string): Promise<Uint8Array> {
  try {
    return await printToPdf(browser, html);
  } catch (error) {
    if (error instanceof PrintError)
      throw new UsageError(
        `${error.message} Nothing was exported; --format html gives the page to print yourself.`,
      );
    throw error;
  }
}

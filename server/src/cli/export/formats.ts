// The formats of `soap-notes export`: what each takes, and what it makes.
import { type ExportedClient, tableNames, toBundle, toTables } from '../../core/index';
import type { Arguments } from '../command';
import type { CliIo } from '../console';
import { printCsv } from '../csv';
import type { OpenedPractice } from '../practice';
import { makeArchive } from './archive';
import { type ExportFile, toFileName } from './output';
import { makeHtml, makePdf } from './print';

/** What an export is made from. */
export interface Asked {
  readonly clients: Iterable<ExportedClient>;
  readonly opened: OpenedPractice;
  readonly args: Arguments;
  readonly io: CliIo;
}

/** A format of export. */
export interface ExportFormat {
  readonly name: string;
  /** Options that mean something for it. */
  readonly takes: readonly string[];
  /** Why it does not take the others. */
  readonly why: string;
  /** What to do where several files would have to be printed. */
  readonly several: string;
  /** Makes file after file: those of a large practice at once would not fit into memory. */
  readonly make: (asked: Asked) => Iterable<ExportFile> | AsyncIterable<ExportFile>;
}

/** Options that choose clients and sessions. */
export const choosing = ['client', 'since', 'until'];
const eachClient =
  'Each client gives a file of its own. Name a folder for them with --out, or one client with --client.';
const hasNames = 'A printed page has the names and words of the note';

/** The formats, sorted by name. */
export const formats: readonly ExportFormat[] = [
  {
    name: 'csv',
    takes: [...choosing, 'without-names', 'table', 'bom'],
    why: '',
    several: `Four tables do not fit into one output. Name a folder for them with --out, or one with --table: ${tableNames.join(', ')}.`,
    make: makeCsv,
  },
  {
    name: 'fhir',
    takes: [...choosing, 'without-names'],
    why: 'It is for --format csv',
    several: eachClient,
    make: makeFhir,
  },
  {
    name: 'html',
    takes: choosing,
    why: hasNames,
    several: eachClient,
    make: ({ clients, opened }) => makeHtml(clients, opened),
  },
  {
    name: 'json',
    takes: [],
    why: 'It holds a whole practice, word for word',
    several: '',
    make: ({ opened }) => [{ name: 'practice.json', content: makeArchive(opened) }],
  },
  {
    name: 'pdf',
    takes: choosing,
    why: hasNames,
    several: eachClient,
    make: ({ clients, opened, io }) => makePdf(clients, opened, io),
  },
];

function* makeFhir({ clients }: Asked): Generator<ExportFile> {
  for (const client of clients)
    yield {
      name: `${toFileName(client.label)}.json`,
      content: `${JSON.stringify(toBundle(client), undefined, 2)}\n`,
    };
}

function makeCsv({ clients, args }: Asked): readonly ExportFile[] {
  const wanted = args.values.get('table');
  return toTables(clients)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .map((table) => ({
      name: `${table.name}.csv`,
      content: printCsv([table.columns, ...table.rows], args.switches.has('bom')),
    }));
}

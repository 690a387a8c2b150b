// `soap-notes search`: finds notes and records by what is meant in them.
import {
  assertions,
  count,
  createLineIndex,
  findTerm,
  findTermIds,
  type Knowledge,
  listTerms,
  type SearchHit,
  type SearchKind,
  type Side,
  searchKinds,
  searchPractice,
  sliceSpan,
  toLinePosition,
} from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { toTable } from '../columns';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import { type CliIo, toPrintable } from '../console';
import { printCsv } from '../csv';
import { dayOptions, isWithinDays, readDays } from '../days';
import { endWithFailures, type LoadedFile, openPractice } from '../practice';
import { findNearest, toSuggestion } from '../suggest';

export const search: Command = {
  name: 'search',
  operands: '[paths]',
  summary: 'Find notes and records by what is meant: terms, how, where, when.',
  details: [
    'A term is named by its id or by any of its names: --condition dvt finds “clot in the leg” too, and --region leg the',
    'calf. A note is found if it has every kind of term asked for. Records count as they stand today; with --since or',
    '--until only dated notes are looked at. The words of the notes are printed only with --show-text.',
  ],
  options: [
    { name: 'condition', value: 'NAME', help: 'A condition, such as dvt.' },
    { name: 'medication', value: 'NAME', help: 'A medicine or a class of them, such as Xarelto.' },
    { name: 'technique', value: 'NAME', help: 'A technique, such as "deep tissue".' },
    { name: 'region', value: 'NAME', help: 'Where: with a term the place of it, alone any mention.' },
    { name: 'side', value: 'SIDE', choices: ['left', 'right'], help: 'On which side.' },
    {
      name: 'assertion',
      value: 'HOW',
      choices: assertions,
      help: 'How it is meant; what a kind of term does not know is not asked of it.',
    },
    { name: 'client', value: 'ID', help: 'Of this client only.' },
    ...dayOptions('Notes'),
    formatOption('text', 'csv', 'json'),
    { name: 'show-text', help: 'Print the words that were found too.' },
    todayOption,
  ],
  examples: [
    'soap-notes search --condition dvt --assertion present --since 2026-01',
    'soap-notes search --technique "deep tissue" --region leg --side left --assertion done',
    'soap-notes search --medication anticoagulant --technique cupping --format csv',
  ],
  run: runSearch,
};

interface Row extends Omit<SearchHit, 'at'> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text?: string;
}

function runSearch(args: Arguments, io: CliIo): ExitCode {
  const { values } = args;
  const named = [...searchKinds, 'region' as const].filter((kind) => values.has(kind));
  if (named.length === 0)
    throw new UsageError('Say what to look for: --condition, --medication, --technique or --region.');
  const { views, fileAt, failures, kb, today } = openPractice(args.positionals, args, io);
  const ids = new Map(named.map((kind) => [kind, resolveTerm(kb, kind, values.get(kind) ?? '')]));
  const side = values.get('side');
  const days = readDays(args);
  const hits = searchPractice(
    views,
    {
      terms: searchKinds.flatMap((kind) => {
        const own = ids.get(kind);
        return own === undefined ? [] : [{ kind, ids: new Set(own) }];
      }),
      region: ids.get('region')?.[0],
      side: side as Side | undefined,
      assertions: assertions.filter((one) => one === values.get('assertion')),
      client: values.get('client'),
    },
    today,
  ).filter(({ date }) => isWithinDays(date, days));
  const rows = hits.map((hit) => toRow(hit, fileAt(hit.at.uri), args.switches.has('show-text')));
  io.stdout.write(print(rows, values.get('format') ?? 'text', kb));
  return endWithFailures(failures, io);
}

function resolveTerm(kb: Knowledge, kind: SearchKind | 'region', name: string): readonly string[] {
  const ids = findTermIds(kb, kind, name);
  if (ids.length > 0) return ids;
  const names = listTerms(kb, kind).flatMap((term) => [
    term.id,
    term.name,
    ...term.synonyms,
    ...term.abbreviations,
  ]);
  throw new UsageError(
    `No ${kind} is called ${toPrintable(name)}.${toSuggestion(findNearest(name, names)) || ` soap-notes explain lists every ${kind}.`}`,
  );
}

function toRow(hit: SearchHit, file: LoadedFile | undefined, showText: boolean): Row {
  const { at, ...rest } = hit;
  const place = toLinePosition(createLineIndex(file?.text ?? ''), at.span.start);
  return {
    file: file?.shownPath ?? at.uri,
    line: place.line + 1,
    column: place.character + 1,
    ...rest,
    ...(showText && { text: sliceSpan(file?.text ?? '', at.span).replace(/\s+/g, ' ') }),
  };
}

function print(rows: readonly Row[], format: string, kb: Knowledge): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const nameOf = ({ kind, id }: Row): string => findTerm(kb, { kind, id })?.name ?? id;
  const where = ({ side, regions }: Row): string =>
    [side, ...regions.map((id) => kb.regions.get(id)?.name.toLowerCase() ?? id)]
      .filter((part) => part !== undefined)
      .join(' ');
  if (format === 'csv')
    return printCsv([
      [
        'file',
        'line',
        'column',
        'client',
        'date',
        'kind',
        'id',
        'name',
        'assertion',
        'where',
        ...(rows.some(({ text }) => text !== undefined) ? ['text'] : []),
      ],
      ...rows.map((row) => [
        row.file,
        row.line,
        row.column,
        row.client ?? '',
        row.date ?? '',
        row.kind,
        row.id,
        nameOf(row),
        row.assertion,
        where(row),
        ...(row.text === undefined ? [] : [row.text]),
      ]),
    ]);
  if (rows.length === 0) return 'Nothing found.\n';
  const table = toTable(
    rows.map((row) => [
      `${row.file}:${row.line}:${row.column}`,
      row.date ?? 'record',
      row.client ?? '(unknown)',
      nameOf(row),
      row.assertion,
      where(row) || '-',
      ...(row.text === undefined ? [] : [`“${row.text}”`]),
    ]),
  );
  const files = new Set(rows.map(({ file }) => file)).size;
  const clients = new Set(rows.map(({ client }) => client)).size;
  return `${table.join('\n')}\n${count(rows.length, 'place')} in ${count(files, 'file')} of ${count(clients, 'client')}.\n`;
}

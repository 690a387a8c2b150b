// `soap-notes stats`: techniques, regions and outcomes over time, for a practice as a whole; nobody is named.
import { type Cell, makeStats, type PeriodKind, periodKinds, type Stats } from '../../core/index';
import { formatOption } from '../arguments';
import { toTable } from '../columns';
import type { Arguments, Command, ExitCode } from '../command';
import { type CliIo, createPaint, type Paint } from '../console';
import { printCsv } from '../csv';
import { dayOptions, readDays } from '../days';
import { endWithFailures, openPractice } from '../practice';

export const stats: Command = {
  name: 'stats',
  operands: '[paths]',
  summary: 'Show techniques, regions and outcomes over time; nobody is named.',
  details: [
    'Counts sessions in which a technique was done or a region was treated, and means of pain and outcome measures over',
    'clients. A number behind which fewer clients than --least stand is withheld (few), with all that would give it away.',
    'Notes without a date or client are left out.',
  ],
  options: [
    { name: 'per', value: 'PERIOD', choices: periodKinds, default: 'month', help: 'How time is divided.' },
    {
      name: 'least',
      value: 'N',
      default: '5',
      refuse: (value) =>
        /^\d{1,4}$/.test(value) && Number(value) >= 3 ? undefined : 'takes a number from 3 on',
      help: 'The least number of clients behind a number that is shown.',
    },
    ...dayOptions('Sessions'),
    formatOption('text', 'csv', 'json'),
  ],
  examples: [
    'soap-notes stats',
    'soap-notes stats --per quarter --since 2026',
    'soap-notes stats --format csv > stats.csv',
  ],
  run: runStats,
};

function runStats(args: Arguments, io: CliIo): ExitCode {
  const { views, failures, kb } = openPractice(args.positionals, args, io);
  const least = Number(args.values.get('least'));
  const found = makeStats(kb, views, {
    ...readDays(args),
    per: periodKinds.find((kind): kind is PeriodKind => kind === args.values.get('per')) ?? 'month',
    least,
  });
  const format = args.values.get('format');
  io.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ least, ...found }, undefined, 2)}\n`
      : format === 'csv'
        ? toCsv(found)
        : toText(found, least, createPaint(io.stdout, io.env)),
  );
  return endWithFailures(failures, io);
}

const toCell = (cell: Cell | undefined): string | number => cell ?? '-';

function toCsv({ periods, sessions, techniques, regions, outcomes }: Stats): string {
  const rows = (
    kind: string,
    list: readonly {
      readonly id: string;
      readonly name: string;
      readonly cells: readonly (Cell | undefined)[];
    }[],
  ) => list.map(({ id, name, cells }) => [kind, id, name, ...cells.map((cell) => cell ?? '')]);
  return printCsv([
    ['kind', 'id', 'name', ...periods],
    ...rows('sessions', [sessions]),
    ...rows('technique', techniques),
    ...rows('region', regions),
    ...rows('mean', outcomes),
  ]);
}

function toText(
  { periods, sessions, techniques, regions, outcomes, withheld }: Stats,
  least: number,
  paint: Paint,
): string {
  if (periods.length === 0) return 'There is no session with a date and a client in these days.\n';
  const part = (
    title: string,
    rows: readonly (readonly (string | number)[])[],
    left: number,
  ): readonly string[] => {
    const [head, ...body] = toTable([
      [title, ...periods, ...(title.startsWith('Mean') ? [] : ['total'])],
      ...rows,
    ]);
    return [
      '',
      paint.bold(head ?? ''),
      ...body,
      ...(left > 0 ? [paint.faint(`and ${left} of which too few clients are known`)] : []),
    ];
  };
  const counted = (rows: readonly Stats['sessions'][]) =>
    rows.map(({ name, cells, total }) => [name, ...cells.map(toCell), toCell(total)]);
  return `${[
    ...part('Sessions', counted([sessions]), 0).slice(1),
    ...part('Sessions by technique', counted(techniques), withheld.techniques),
    ...part('Sessions by region', counted(regions), withheld.regions),
    ...part(
      'Mean over clients',
      outcomes.map(({ name, cells }) => [name, ...cells.map(toCell)]),
      withheld.outcomes,
    ),
    '',
    `few: fewer than ${least} clients, so the number is withheld; a total is withheld with it.`,
  ].join('\n')}\n`;
}

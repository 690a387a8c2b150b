// `soap-notes client`: one client over all sessions: what is known, how it went, what is planned.
import { type ClientOverview, summarizeClient, type Workspace } from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { printClient } from '../client/text';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import { type CliIo, createPaint } from '../console';
import { endWithFailures, openPractice } from '../practice';
import { findNearest, toSuggestion } from '../suggest';

export const client: Command = {
  name: 'client',
  operands: '<id> [path]',
  maximumOperands: 2,
  summary: 'Show one client: conditions, medications, time line, trends.',
  details: [
    'Everything is worked out as of a day from the record and all notes. What it prints tells of the client: send it',
    'nowhere that the record itself may not go.',
  ],
  options: [formatOption('text', 'json'), todayOption],
  examples: ['soap-notes client maria-lopez', 'soap-notes client c-1042 ~/practice --format json'],
  run: runClient,
};

function runClient(args: Arguments, io: CliIo): ExitCode {
  const [id, ...paths] = args.positionals;
  if (id === undefined) throw new UsageError('client needs an id: soap-notes client maria-lopez');
  const { files, failures, workspace, today } = openPractice(paths, args, io);
  const overview = find(id, workspace, today);
  const shown = new Map(files.map(({ uri, shownPath }) => [uri, shownPath]));
  if (args.values.get('format') === 'json')
    io.stdout.write(
      `${JSON.stringify(overview, (key, value: unknown) => (key === 'uri' ? (shown.get(String(value)) ?? value) : value), 2)}\n`,
    );
  else io.stdout.write(printClient(overview, createPaint(io.stdout, io.env)));
  return endWithFailures(failures, io);
}

function find(id: string, workspace: Workspace, today: string): ClientOverview {
  const clients = workspace.roster();
  const found = clients.filter((one) => one.id.toLowerCase() === id.toLowerCase());
  if (found.length > 1)
    throw new UsageError(
      `${found.length} practices have a client ${id}. Name the practice: soap-notes client ${id} <folder>`,
    );
  const file = found[0] && workspace.clientOf(found[0].record ?? found[0].sessions[0]?.uri ?? '');
  const overview = file && summarizeClient(file, (uri) => workspace.view(uri), today);
  if (overview !== undefined) return overview;
  throw new UsageError(
    `No client has the id ${id}.${toSuggestion(
      findNearest(
        id,
        clients.map((one) => one.id),
      ),
    )}`,
  );
}

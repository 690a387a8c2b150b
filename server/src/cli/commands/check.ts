// `soap-notes check`: reports what the engine finds in notes and records, exactly as the editor shows it.
import {
  crashedRule,
  createLineIndex,
  defaultSettings,
  type Finding,
  type LineIndex,
  type Settings,
  type Source,
  settingsTable,
  severities,
  toLinePosition,
  type Uri,
  type View,
} from '../../core/index';
import { todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes } from '../command';
import { type CliIo, createPaint } from '../console';
import { type LoadedFile, openPractice } from '../practice';
import type { CheckReport, ReportedFinding } from '../report';
import { reportFormats } from '../report-table';

export const check: Command = {
  name: 'check',
  operands: '[paths]',
  summary: 'Report what is found in notes and client records.',
  details: [
    'Paths are notes, records or folders; without any, the folder you are in. The whole practice is read',
    '(the folder with practice.yaml or clients), so that client records and earlier notes count, but only',
    'the files you name are reported.',
  ],
  options: [
    {
      name: 'format',
      value: 'NAME',
      choices: reportFormats.map((entry) => entry.name),
      default: 'text',
      help: 'How to print the findings.',
    },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      choices: [...severities, 'never'],
      default: 'error',
      help: 'The least serious finding that gives exit code 1.',
    },
    {
      name: 'level',
      value: 'SEVERITY',
      choices: severities,
      default: defaultSettings.warningsLevel,
      help: 'The least serious finding to report.',
    },
    {
      name: 'profile',
      value: 'ID',
      choices: Object.keys(settingsTable.profile.values),
      default: defaultSettings.profile,
      help: 'What a note must hold; `practice` does as practice.yaml says.',
    },
    todayOption,
  ],
  examples: [
    'soap-notes check',
    'soap-notes check clients/maria-lopez --level warning',
    'soap-notes check --format json --fail-on warning > findings.json',
  ],
  run: runCheck,
};

function runCheck(args: Arguments, io: CliIo): ExitCode {
  const level = severities.find((entry) => entry === args.values.get('level')) ?? 'hint';
  const settings: Settings = {
    ...defaultSettings,
    warningsLevel: level,
    profile: args.values.get('profile') ?? defaultSettings.profile,
  };
  const { files, failures, workspace, kb } = openPractice(args.positionals, args, io, settings);
  const named = files.filter((file) => file.named);
  const views = named.flatMap((file) => workspace.view(file.uri) ?? []);
  const places = createPlaces(files);
  const notes = views.filter((view) => view.kind === 'note').length;
  const report: CheckReport = {
    findings: views.flatMap((view) => view.findings).map((finding) => toReported(finding, places)),
    checked: {
      notes,
      records: views.length - notes,
      clients: countClients(views),
      context: files.length - named.length,
      rules: kb.data.rules.length,
    },
    level,
  };

  const format = reportFormats.find((entry) => entry.name === args.values.get('format'));
  io.stdout.write(format?.print(report, createPaint(io.stdout, io.env)) ?? '');
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  if (failures.length > 0)
    io.stderr.write('soap-notes: not everything could be read, so findings may be missing.\n');
  return toExitCode(report, args.values.get('fail-on') ?? 'error', failures.length > 0);
}

function toExitCode(report: CheckReport, failOn: string, incomplete: boolean): ExitCode {
  if (report.findings.some((finding) => finding.rule === crashedRule)) return exitCodes.internal;
  if (incomplete) return exitCodes.usage;
  const least = (severities as readonly string[]).indexOf(failOn);
  return report.findings.some((finding) => severities.indexOf(finding.severity) <= least)
    ? exitCodes.findings
    : exitCodes.clean;
}

/** How many different client ids the files name. */
function countClients(views: readonly View[]): number {
  const ids = views.map((view) =>
    view.kind === 'note' ? view.client.id : view.kind === 'client' ? view.parsed.value.id?.value : undefined,
  );
  return new Set(ids.filter((id) => id !== undefined).map((id) => id.toLowerCase())).size;
}

interface Places {
  readonly shownPaths: ReadonlyMap<Uri, string>;
  readonly lines: (uri: Uri) => LineIndex;
}

function createPlaces(files: readonly LoadedFile[]): Places {
  const texts = new Map(files.map((file) => [file.uri, file.text]));
  const known = new Map<Uri, LineIndex>();
  return {
    shownPaths: new Map(files.map((file) => [file.uri, file.shownPath])),
    lines: (uri) => {
      const found = known.get(uri) ?? createLineIndex(texts.get(uri) ?? '');
      known.set(uri, found);
      return found;
    },
  };
}

function toReported(finding: Finding, places: Places): ReportedFinding {
  const { file, line, column } = toPlace(finding.at, places);
  const end = toLinePosition(places.lines(finding.at.uri), finding.at.span.end);
  return {
    file,
    line,
    column,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    because: finding.because.map((why) => ({ ...toPlace(why.at, places), text: why.text })),
  };
}

function toPlace(at: Source, places: Places) {
  const start = toLinePosition(places.lines(at.uri), at.span.start);
  return {
    file: places.shownPaths.get(at.uri) ?? at.uri,
    line: start.line + 1,
    column: start.character + 1,
  };
}

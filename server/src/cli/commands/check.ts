// `soap-notes check`: reports what the engine finds in notes and records, exactly as the editor shows it.
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultSettings, type Settings, severities } from '../../core/index';
import { findPathKind, listFolder, readTextFile } from '../../io/files';
import { findPracticeRoot } from '../../io/practice';
import { readVersion } from '../../io/version';
import {
  type Baseline,
  countKnown,
  isKnown,
  makeBaseline,
  pruneBaseline,
  readBaseline,
  writeBaseline,
} from '../check/baseline';
import { noCache, openCache } from '../check/cache';
import { checkGroups } from '../check/groups';
import type { JudgeSetup } from '../check/judge';
import { findNamed } from '../check/named';
import { checkOptions, readSeverity, readShard, refuseMixtures, toExitCode } from '../check/options';
import { createHidePath } from '../check/privacy';
import { readSelection } from '../check/select';
import { hashOf, type SharedFile, surveyPractice, toPlace } from '../check/survey';
import { createTitles } from '../check/titles';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, createPaint } from '../console';
import { writeOutput } from '../output';
import { toShownPath } from '../practice';
import type { CheckReport, ReportContext, ReportedFinding, ReportFormat } from '../report';
import { reportFormats } from '../report-table';

export const check: Command = {
  name: 'check',
  operands: '[paths]',
  summary: 'Report what is found in notes and client records.',
  details: [
    'Paths are notes, records, folders or patterns in quotes; without any, the folder you are in. The whole practice is',
    'read (the folder with practice.yaml or clients), so that client records and earlier notes count, but only the files',
    'you name are reported. Formats for CI (github, gitlab, junit, rdjsonl, sarif, part) carry rules and places, no words',
    'of a note; unless practice.yaml says `privacy:`, folders called after clients are not named in them either.',
    'What was found in clients whose files have not changed is kept in .soap-notes, as hashes and codes.',
  ],
  options: checkOptions,
  examples: [
    'soap-notes check',
    'soap-notes check clients/maria-lopez --level warning',
    "soap-notes check 'clients/**/2026-11-*.soap.md'",
    'soap-notes check --staged',
    'soap-notes check --since origin/main --format github',
    'soap-notes check --baseline known.json --write-baseline',
    'soap-notes check --baseline known.json --fail-on warning',
    'soap-notes check --format sarif --output findings.sarif',
    'soap-notes check --shard 1/4 --format part --output part-1.json',
  ],
  run: runCheck,
};

async function runCheck(args: Arguments, io: CliIo): Promise<ExitCode> {
  refuseMixtures(args);
  const format = reportFormats.find((entry) => entry.name === args.values.get('format'));
  if (format === undefined) throw new UsageError('--format takes one of the formats that --help lists.');
  // Most checks are over in a second. One that is not is told so when it is known how much there is to judge.
  io.optimise?.('late');
  const kb = io.loadKnowledge();
  const selection = readSelection(args.values.get('only'), args.values.get('skip'), kb, () =>
    listOwnRules(io.cwd),
  );
  const base = realpathSync(io.cwd);
  const baselineFile = args.values.get('baseline');
  const baselinePath = baselineFile === undefined ? undefined : resolve(base, baselineFile);
  const writes = args.switches.has('write-baseline');
  const baseline: Baseline =
    baselinePath === undefined || baselineFile === undefined || writes
      ? new Map()
      : readBaseline(baselinePath, baselineFile);

  const settings: Settings = {
    ...defaultSettings,
    // Everything is judged; what is reported is chosen below. So the cache serves every choice.
    warningsLevel: 'hint',
    profile: args.values.get('profile') ?? defaultSettings.profile,
  };
  const today = args.values.get('today') ?? io.today;
  const level = readSeverity(args, 'level');
  const least = level === 'never' ? -1 : severities.indexOf(level);
  const carries = args.switches.has('show-text') && format.carries === 'codes' ? 'words' : format.carries;

  const named = await findNamed(args, io);
  const first = named.files.keys().next().value;
  const root = (first === undefined ? undefined : findPracticeRoot(first)) ?? base;
  const survey = surveyPractice(named, {
    base,
    root,
    openCache: (shared) =>
      args.switches.has('no-cache')
        ? noCache
        : openCache(root, hashOf(io.programHash ?? readVersion(), ...environmentOf(shared, settings))),
  });
  const place = (path: string): string => toPlace(path, root);
  const setup: JudgeSetup = { shared: survey.shared, settings, today, base, carries };
  const shard = readShard(args.values.get('shard') ?? '');
  const outcome = await checkGroups(survey, {
    named,
    kb,
    setup,
    shard,
    root,
    io,
    place,
    threads: {
      most: Number(args.values.get('jobs') ?? Math.min(8, availableParallelism())),
      asked: args.values.has('jobs'),
    },
    keeps: args.switches.has('cache'),
    keepsAll: writes || args.switches.has('update-baseline'),
    isAsked: (finding) => severities.indexOf(finding.severity) <= least && selection(finding.rule),
    isNew: baseline.size === 0 ? undefined : (placed) => !isKnown(baseline, placed),
  });

  const failures = [...survey.failures, ...outcome.failures];
  if (writes && baselinePath !== undefined && baselineFile !== undefined) {
    if (failures.length > 0) return refuseIncomplete(failures, io);
    writeBaseline(baselinePath, baselineFile, makeBaseline(outcome.all), io);
    const count = countKnown(makeBaseline(outcome.all));
    io.stdout.write(
      `Wrote ${count} finding${count === 1 ? '' : 's'} to ${baselineFile}. From now on only new ones count.\n`,
    );
    return exitCodes.clean;
  }
  if (args.switches.has('update-baseline') && baselinePath !== undefined && baselineFile !== undefined) {
    if (failures.length > 0) return refuseIncomplete(failures, io);
    const checked = new Set(outcome.paths.map(place));
    const pruned = pruneBaseline(baseline, outcome.all, (file) =>
      checked.has(file) ? 'checked' : findPathKind(resolve(root, file)) === undefined ? 'gone' : 'there',
    );
    const gone = countKnown(baseline) - countKnown(pruned);
    if (gone > 0) writeBaseline(baselinePath, baselineFile, pruned, io);
    io.stderr.write(
      `soap-notes: ${gone} of ${countKnown(baseline)} findings of ${baselineFile} are gone, and taken out.\n`,
    );
  }

  const hide = carries === 'codes' ? createHidePath(survey.shared) : undefined;
  const files = outcome.paths.map((path) => toShownPath(path, base));
  const report: CheckReport = {
    findings:
      hide === undefined
        ? outcome.findings
        : outcome.findings.map((finding): ReportedFinding => ({ ...finding, file: hide(finding.file) })),
    checked: { ...outcome.checked, rules: kb.data.rules.length },
    files: hide === undefined ? files : files.map(hide),
    failures: hide === undefined ? failures : failures.map((failure) => hideFailure(failure, hide)),
    level: level === 'never' ? 'error' : level,
    known: outcome.known,
    ...(shard === undefined ? {} : { shard }),
  };
  if (hide !== undefined && files.some((file) => hide(file) !== file))
    io.stderr.write(
      'soap-notes: folders that seem to be called after clients are not named. Say `privacy: opaque-ids` or `privacy: names` in practice.yaml, or use --show-text.\n',
    );
  printReport(report, format, args, io, createTitles(kb));
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  if (failures.length > 0)
    io.stderr.write('soap-notes: not everything could be read, so findings may be missing.\n');
  return toExitCode(report, args);
}

/** Ids that stand in the knowledge files of the practice around a folder. */
function listOwnRules(folder: string): readonly string[] {
  const root = findPracticeRoot(folder) ?? folder;
  return listFolder(join(root, 'knowledge')).flatMap(({ path }) => {
    const read = readTextFile(path);
    return read.ok ? [...read.text.matchAll(/\bid:\s*["']?([\w-]+)/g)].map(([, id]) => id ?? '') : [];
  });
}

/** What findings rest on beside the files of a client. */
const environmentOf = (shared: readonly SharedFile[], settings: Settings): readonly string[] => [
  JSON.stringify(settings),
  ...shared.map(({ hash }) => hash),
];

function refuseIncomplete(failures: readonly string[], io: CliIo): ExitCode {
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  io.stderr.write('soap-notes: the baseline was not written, because not everything could be read.\n');
  return exitCodes.usage;
}

/** Failures begin with the path. */
function hideFailure(failure: string, hide: (path: string) => string): string {
  const colon = failure.indexOf(': ');
  return colon === -1 ? failure : hide(failure.slice(0, colon)) + failure.slice(colon);
}

/** Prints a report, or writes it where `--output` says. */
export function printReport(
  report: CheckReport,
  format: ReportFormat,
  args: Arguments,
  io: CliIo,
  titleOf: ReportContext['titleOf'],
): void {
  const output = args.values.get('output');
  const paint = createPaint(output === undefined ? io.stdout : { write: () => undefined }, io.env);
  const printed = format.print(report, {
    paint,
    version: readVersion(),
    titleOf,
    failOn: readSeverity(args, 'fail-on'),
  });
  if (output === undefined) io.stdout.write(printed);
  else writeOutput(resolve(io.cwd, output), output, printed, io);
}

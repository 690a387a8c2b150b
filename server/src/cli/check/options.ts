// The options of `soap-notes check` and `soap-notes merge`, and what they mean.
import { defaultSettings, type Severity, settingsTable, severities } from '../../core/index';
import { todayOption } from '../arguments';
import { type Arguments, type ExitCode, exitCodes, type OptionSpec, UsageError } from '../command';
import type { CheckReport, Shard } from '../report';
import { reportFormats } from '../report-table';

/** `info` is short for `information`. */
const severityChoices = ['error', 'warning', 'information', 'info', 'hint'];

const isCount = (value: string): boolean => /^\d{1,9}$/.test(value);

/** Options of every command that ends in a report. */
export const reportOptions: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'NAME',
    choices: reportFormats.map((entry) => entry.name),
    default: 'text',
    help: 'How to print the findings.',
  },
  { name: 'output', value: 'FILE', help: 'Write the report to a file instead of printing it.' },
  {
    name: 'fail-on',
    value: 'SEVERITY',
    choices: [...severityChoices, 'never'],
    default: 'error',
    help: 'The least serious finding that gives exit code 1.',
  },
  {
    name: 'max-warnings',
    value: 'N',
    refuse: (value) => (isCount(value) ? undefined : 'takes a number, such as 0'),
    help: 'More warnings than this give exit code 1 too.',
  },
];

/** Options of `check` alone. */
export const checkOptions: readonly OptionSpec[] = [
  ...reportOptions,
  {
    name: 'level',
    value: 'SEVERITY',
    choices: severityChoices,
    default: defaultSettings.warningsLevel,
    help: 'The least serious finding to report.',
  },
  {
    name: 'only',
    value: 'RULES',
    help: 'Report these families or rules alone, parted by commas: red-flag,visits/minutes-over.',
  },
  { name: 'skip', value: 'RULES', help: 'Leave these families or rules out.' },
  {
    name: 'profile',
    value: 'ID',
    choices: Object.keys(settingsTable.profile.values),
    default: defaultSettings.profile,
    help: 'What a note must hold; `practice` does as practice.yaml says.',
  },
  todayOption,
  {
    name: 'staged',
    help: 'Check what is about to be committed, as staged, and what that changes in other notes.',
  },
  {
    name: 'since',
    value: 'REVISION',
    help: 'Check what changed since a commit, new files included, and what that changes in other notes.',
  },
  {
    name: 'stdin-filepath',
    value: 'FILE',
    help: 'With - as the path: read a note from standard input, as if it were this file.',
  },
  { name: 'file-list', value: 'FILE', help: 'Read paths from a file, one a line; - is standard input.' },
  {
    name: 'baseline',
    value: 'FILE',
    help: 'Leave out the findings that this file knows, so that only new ones count.',
  },
  { name: 'write-baseline', help: 'Write all findings of now to the baseline, and report none.' },
  { name: 'update-baseline', help: 'Take out of the baseline what is not found any more.' },
  {
    name: 'show-text',
    help: 'Let formats for CI carry messages and names too; by itself they carry rules and places.',
  },
  {
    name: 'shard',
    value: 'I/N',
    refuse: (value) => (readShard(value) === undefined ? 'takes a part such as 1/4' : undefined),
    help: 'Check one of N parts; soap-notes merge joins reports written with --format part.',
  },
  {
    name: 'jobs',
    value: 'N',
    refuse: (value) => (isCount(value) && value !== '0' ? undefined : 'takes a number from 1'),
    help: 'How many threads to use; otherwise as many as pay.',
  },
  { name: 'cache', help: 'Keep what was found for the next check even where there are few notes.' },
  { name: 'no-cache', help: 'Judge every client anew, and keep nothing for the next check.' },
];

/** The value of a severity option. */
export function readSeverity(args: Arguments, option: string): Severity | 'never' {
  const value = args.values.get(option);
  if (value === 'never') return 'never';
  if (value === 'info') return 'information';
  return severities.find((entry) => entry === value) ?? 'hint';
}

/** Reads `1/4`; undefined if it is no part. */
export function readShard(value: string): Shard | undefined {
  const parts = /^(\d{1,4})\/(\d{1,4})$/.exec(value);
  const [index, count] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts !== null && index >= 1 && index <= count ? { index, count } : undefined;
}

/** Throws a `UsageError` for options that do not go together. */
export function refuseMixtures(args: Arguments): void {
  const { switches, values } = args;
  const writes = switches.has('write-baseline') || switches.has('update-baseline');
  if (writes && !values.has('baseline'))
    throw new UsageError('--write-baseline and --update-baseline need --baseline: the file to write.');
  if (switches.has('cache') && switches.has('no-cache'))
    throw new UsageError('--cache and --no-cache do not go together: choose one.');
  if (switches.has('write-baseline') && switches.has('update-baseline'))
    throw new UsageError('--write-baseline and --update-baseline do not go together: choose one.');
  if (writes && values.has('shard'))
    throw new UsageError('A baseline is written over everything: leave --shard out.');
  if (writes && (values.has('only') || values.has('skip')))
    throw new UsageError('A baseline is written over every rule: leave --only and --skip out.');
  if (writes && (switches.has('staged') || values.has('since')))
    throw new UsageError('A baseline is written over all that is there: leave --staged and --since out.');
}

/** Exit codes of reports: a failure of ours first, then what could not be read, then what was found. */
export function toExitCode(report: CheckReport, args: Arguments): ExitCode {
  if (report.findings.some((finding) => finding.rule.startsWith('internal/'))) return exitCodes.internal;
  if (report.failures.length > 0) return exitCodes.usage;
  const failOn = readSeverity(args, 'fail-on');
  const least = failOn === 'never' ? -1 : severities.indexOf(failOn);
  const most = args.values.get('max-warnings');
  const warnings = report.findings.filter(({ severity }) => severity === 'warning').length;
  return (most !== undefined && warnings > Number(most)) ||
    report.findings.some((finding) => severities.indexOf(finding.severity) <= least)
    ? exitCodes.findings
    : exitCodes.clean;
}

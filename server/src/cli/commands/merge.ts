// `soap-notes merge`: joins the reports of several runs that each checked a part.
import { resolve } from 'node:path';
import { maximumReportBytes, readTextFile } from '../../io/files';
import { reportOptions, toExitCode } from '../check/options';
import { readPart } from '../check/parts';
import { createTitles } from '../check/titles';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import type { CliIo } from '../console';
import type { CheckReport } from '../report';
import { reportFormats } from '../report-table';
import { printReport } from './check';

export const merge: Command = {
  name: 'merge',
  operands: '<parts>',
  summary: 'Join the reports of a check that was shared out with --shard.',
  details: [
    'The parts are files written by soap-notes check --shard I/N --format part. All N have to be there. Exit codes are',
    'those of one check over everything.',
  ],
  options: reportOptions,
  examples: [
    'soap-notes merge part-1.json part-2.json part-3.json part-4.json',
    'soap-notes merge --format sarif --output findings.sarif part-*.json',
  ],
  run: runMerge,
};

function runMerge(args: Arguments, io: CliIo): ExitCode {
  const format = reportFormats.find((entry) => entry.name === args.values.get('format'));
  if (format === undefined || args.positionals.length === 0)
    throw new UsageError(
      'merge needs the parts: files that soap-notes check --shard I/N --format part has written.',
    );
  const parts = args.positionals.map((file) => {
    const read = readTextFile(resolve(io.cwd, file), maximumReportBytes);
    if (!read.ok) throw new UsageError(`${file} ${read.message}.`);
    const report = readPart(read.text);
    if (report === undefined)
      throw new UsageError(
        `${file} is no part of this version: write it with soap-notes check --format part.`,
      );
    return report;
  });
  const report = join(parts);
  printReport(report, format, args, io, createTitles(io.loadKnowledge()));
  for (const failure of report.failures) io.stderr.write(`soap-notes: ${failure}\n`);
  return toExitCode(report, args);
}

/** One report of all parts. Throws a `UsageError` if one is missing or there twice. */
function join(parts: readonly CheckReport[]): CheckReport {
  const count = parts[0]?.shard?.count ?? 1;
  const indexes = parts.map(({ shard }) => shard?.index ?? 1).sort((a, b) => a - b);
  if (parts.some(({ shard }) => (shard?.count ?? 1) !== count))
    throw new UsageError(
      'These parts come from checks that were shared out differently. Take the parts of one check.',
    );
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter(
    (index) => !indexes.includes(index),
  );
  if (missing.length > 0)
    throw new UsageError(`Part ${missing.join(', ')} of ${count} is missing. Name all of them.`);
  if (indexes.length > count) throw new UsageError('A part is named twice. Name each of them once.');
  const sum = (key: keyof CheckReport['checked']): number =>
    parts.reduce((total, { checked }) => total + checked[key], 0);
  const findings = parts.flatMap((part) => part.findings);
  const order = new Map(
    [...new Set(findings.map(({ file }) => file))].sort().map((file, index) => [file, index]),
  );
  return {
    // A file is in one part, whose order within the file stays.
    findings: findings
      .map((finding, index) => ({ finding, index }))
      .sort(
        (a, b) => (order.get(a.finding.file) ?? 0) - (order.get(b.finding.file) ?? 0) || a.index - b.index,
      )
      .map(({ finding }) => finding),
    checked: {
      notes: sum('notes'),
      records: sum('records'),
      clients: sum('clients'),
      context: 0,
      rules: parts[0]?.checked.rules ?? 0,
    },
    files: parts.flatMap(({ files }) => files).sort(),
    failures: [...new Set(parts.flatMap(({ failures }) => failures))],
    level: parts[0]?.level ?? 'hint',
    known: parts.reduce((total, { known }) => total + known, 0),
  };
}

// `soap-notes doctor`: looks at a practice's set-up, and says what is well, what is not, and what only people know.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { count, judgePrivacy } from '../../core/index';
import { findPathKind } from '../../io/files';
import { findGit } from '../../io/git-config';
import { findPracticeRoot, readPracticeSettings } from '../../io/practice';
import { gatherPrivacyFacts } from '../../io/privacy';
import { formatOption, todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, createPaint, type Paint, toPrintable } from '../console';
import { lookAtFiles } from '../doctor/files';
import type { DoctorLine } from '../doctor/report';
import { lookAtRepository } from '../doctor/repository';
import { lookAtSigning } from '../doctor/signing';
import { lookAtUnfinished } from '../doctor/unfinished';
import { lookAtVersions, readVersions } from '../doctor/versions';

export const doctor: Command = {
  name: 'doctor',
  operands: '[folder]',
  maximumOperands: 1,
  summary: 'Look at a practice’s set-up: files, git, privacy, signing, versions.',
  details: [
    'Everything is judged from this computer; nothing is looked up and nothing is changed. “ask” marks what only a',
    'person can answer, such as whether a repository is private. Paths may tell names; no text of a note is shown.',
  ],
  options: [formatOption('text', 'json'), todayOption],
  examples: ['soap-notes doctor', 'soap-notes doctor --format json ~/practice'],
  run: runDoctor,
};

function runDoctor(args: Arguments, io: CliIo): ExitCode {
  const asked = args.positionals[0] ?? '.';
  const path = resolve(io.cwd, asked);
  if (findPathKind(path) !== 'folder')
    throw new UsageError(`${asked} is no folder. Name the folder of a practice.`);
  const root = findPracticeRoot(realpathSync(path));
  if (root === undefined)
    throw new UsageError(
      'There is no practice here: no practice.yaml and no folder clients. Name its folder, or run soap-notes init.',
    );
  const lines = look(root, args.values.get('today') ?? io.today, io);
  const problems = lines.filter(({ level }) => level === 'problem').length;
  if (args.values.get('format') === 'json')
    io.stdout.write(`${JSON.stringify({ root, lines }, undefined, 2)}\n`);
  else io.stdout.write(print(root, lines, createPaint(io.stdout, io.env)));
  return problems > 0 ? exitCodes.findings : exitCodes.clean;
}

function look(root: string, today: string, io: CliIo): readonly DoctorLine[] {
  const versions = readVersions();
  const repository = findGit(root);
  return [
    ...lookAtFiles(root),
    ...lookAtUnfinished(root),
    ...lookAtRepository(root, repository),
    ...judgePrivacy(gatherPrivacyFacts(root, repository)),
    ...lookAtSigning(root, readPracticeSettings(root), versions.ssh !== undefined),
    ...lookAtVersions(versions, io.loadKnowledge(), today),
  ];
}

const mostPaths = 10;

function print(root: string, lines: readonly DoctorLine[], paint: Paint): string {
  const indent = ' '.repeat(23);
  const marks = {
    ok: paint.faint('ok     '),
    question: paint.yellow('ask    '),
    problem: paint.red('problem'),
  };
  const body = lines.flatMap(({ topic, level, message, advice, paths = [] }) => [
    `${marks[level]}  ${topic.padEnd(14)}${toPrintable(message)}`,
    ...paths.slice(0, mostPaths).map((path) => `${indent}  ${toPrintable(path)}`),
    ...(paths.length > mostPaths ? [`${indent}  and ${paths.length - mostPaths} more`] : []),
    ...(advice === undefined ? [] : [`${indent}${paint.faint(toPrintable(advice))}`]),
  ]);
  const of = (level: DoctorLine['level']): number => lines.filter((line) => line.level === level).length;
  const total = `${count(of('problem'), 'problem')}, ${count(of('question'), 'question')} for you.`;
  return `${[paint.bold(toPrintable(root)), ...body, '', total].join('\n')}\n`;
}

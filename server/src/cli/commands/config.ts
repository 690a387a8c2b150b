// `soap-notes config`: the settings that hold here, and where each of them came from.
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createLineIndex,
  findProfile,
  type KeyEntry,
  parsePractice,
  practiceKeyTable,
  settingsTable,
  toLinePosition,
  usualLimits,
} from '../../core/index';
import { findPathKind, listFolder, readTextFile } from '../../io/files';
import { findPracticeRoot, practiceFileNames } from '../../io/practice';
import { readVersion } from '../../io/version';
import { formatOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, createPaint, toPrintable } from '../console';

export const config: Command = {
  name: 'config',
  operands: '[folder]',
  maximumOperands: 1,
  summary: 'Print the settings that hold in a folder, and where each came from.',
  details: [
    'The command line takes settings from practice.yaml and from its own options; those of an editor hold in the editor',
    'alone. What is not set is shown with what holds then.',
  ],
  options: [
    { name: 'print', help: 'Print the settings, as without any option.' },
    formatOption('text', 'json'),
  ],
  examples: ['soap-notes config --print', 'soap-notes config --print --format json ~/practice'],
  run: runConfig,
};

/** A setting with its value in words; `from` is a file with its line, or `usual`. */
interface Row {
  readonly key: string;
  readonly value: string;
  readonly from: string;
}

function runConfig(args: Arguments, io: CliIo): ExitCode {
  const asked = args.positionals[0] ?? '.';
  const path = resolve(io.cwd, asked);
  if (findPathKind(path) === undefined)
    throw new UsageError(`${asked} does not exist. Name a practice, or a file in one.`);
  const root = findPracticeRoot(realpathSync(path));
  const rows = [...listPlaces(root), ...listSettings(root, io), ...listOptions()];
  if (args.values.get('format') === 'json') io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
  else {
    const paint = createPaint(io.stdout, io.env);
    const widths = [0, 1].map((column) =>
      Math.max(...rows.map(({ key, value }) => Math.min(40, [key, value][column]?.length ?? 0))),
    );
    for (const { key, value, from } of rows)
      io.stdout.write(
        `${toPrintable(`${key.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}`)}  ${paint.faint(toPrintable(from))}\n`,
      );
  }
  return exitCodes.clean;
}

const usual = 'usual';

function listPlaces(root: string | undefined): readonly Row[] {
  const own =
    root === undefined ? [] : listFolder(join(root, 'knowledge')).filter(({ kind }) => kind === 'knowledge');
  return [
    { key: 'version', value: readVersion(), from: 'this program' },
    root === undefined
      ? { key: 'practice', value: '(none)', from: 'no practice.yaml and no folder clients here or above' }
      : { key: 'practice', value: root, from: listPracticeFileNames(root)[0] ?? 'folder clients' },
    ...own.map(({ path }) => ({
      key: 'knowledge',
      value: path.slice((root ?? '').length + 1),
      from: 'the practice',
    })),
  ];
}

const listPracticeFileNames = (root: string): readonly string[] =>
  practiceFileNames.filter((name) => findPathKind(join(root, name)) === 'file');

/** The keys of practice.yaml, in the order of their table. */
function listSettings(root: string | undefined, io: CliIo): readonly Row[] {
  const name = root === undefined ? undefined : listPracticeFileNames(root)[0];
  const read = root === undefined || name === undefined ? undefined : readTextFile(join(root, name));
  if (read !== undefined && !read.ok) throw new UsageError(`${name} ${read.message}.`);
  const text = read?.text ?? '';
  const practice = parsePractice(text).value;
  const lines = createLineIndex(text);
  const rows = listKeys(practiceKeyTable, '').map((key): Row => {
    const values = practice.settings.get(key) ?? [];
    const [first] = values;
    if (first === undefined) return { key, value: usualValues.get(key) ?? '(not set)', from: usual };
    return {
      key,
      value: values.map(({ value }) => value).join(', '),
      from: `${name}:${toLinePosition(lines, first.span.start).line + 1}`,
    };
  });
  const profile = findProfile(io.loadKnowledge(), settingsTable.profile.default, practice);
  return rows.map((row) =>
    row.key === 'profile' && profile !== undefined && !profile.isChosen
      ? { ...row, value: profile.profile.id, from: `${usual}; what is missing is a hint only` }
      : row,
  );
}

/** What holds where practice.yaml says nothing. */
const usualValues: ReadonlyMap<string, string> = new Map([
  ['privacy', 'names'],
  ['signing.method', 'hash'],
  ...[...usualLimits].map(([key, value]) => [`checks.${key}`, String(value)] as const),
]);

const listKeys = (table: readonly KeyEntry[], prefix: string): readonly string[] =>
  table.flatMap(({ key, keys }) =>
    keys === undefined ? [`${prefix}${key}`] : listKeys(keys, `${prefix}${key}.`),
  );

/** What the options of `check` are without an option. */
const listOptions = (): readonly Row[] => [
  { key: 'check --level', value: settingsTable['warnings.level'].default, from: usual },
  { key: 'check --profile', value: settingsTable.profile.default, from: `${usual}: as practice.yaml says` },
];

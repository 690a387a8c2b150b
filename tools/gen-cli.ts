// Writes docs/cli.md, the page of all commands, from the table of commands.
import type { Command, OptionSpec } from '../server/src/cli/command';
import { commands } from '../server/src/cli/command-table';
import { closing } from '../server/src/cli/help';

/** The page for people: what there is at a glance, then each command with its options and examples. */
export function toCommandsPage(): string {
  return [
    '# The command line',
    '',
    'This page is generated from the commands in `server/src/cli` by `npm run gen`. `soap-notes <command> --help` says the same.',
    '',
    '| Command | What it does |',
    '|---|---|',
    ...commands.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${toCell(summary)} |`),
    '',
    ...closing.flatMap((sentence) => [sentence, '']),
    ...commands.flatMap(toSection),
  ].join('\n');
}

function toSection({ name, operands, summary, details, options, examples }: Command): readonly string[] {
  return [
    `## ${name}`,
    '',
    '```sh',
    `soap-notes ${name} ${options.length > 0 ? '[options] ' : ''}${operands}`.trim(),
    '```',
    '',
    [summary, ...details.filter((line) => !isVerbatim(line))].join(' '),
    '',
    ...toBlock(details.filter(isVerbatim)),
    ...(options.length === 0
      ? []
      : ['| Option | Default | What it does |', '|---|---|---|', ...options.map(toRow), '']),
    '```sh',
    ...examples,
    '```',
    '',
  ];
}

/** Details that are indented are set out as they stand. */
const isVerbatim = (line: string): boolean => line.startsWith('  ');

const toBlock = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['```', ...lines.map((line) => line.trim()), '```', ''];

function toRow({ name, value, choices, default: usual, help }: OptionSpec): string {
  const taken = choices?.join('\\|') ?? value;
  const option = `--${name}${taken === undefined ? '' : ` ${taken}`}`;
  return `| \`${option}\` | ${usual === undefined ? '' : `\`${usual}\``} | ${toCell(help)} |`;
}

/** Text in a table: a bar would end the cell, and what stands in angle brackets would be taken for a tag. */
const toCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '\\<');

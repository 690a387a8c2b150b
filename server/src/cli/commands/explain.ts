// `soap-notes explain`: what a rule, condition, technique, medication or red flag says, why, and on what source.
import type { Knowledge } from '../../core/index';
import { type Arguments, type Command, type ExitCode, exitCodes, UsageError } from '../command';
import { type CliIo, createPaint } from '../console';
import { findFormPage } from '../explain/form';
import { type Page, type PageKind, printPage } from '../explain/page';
import { findRequirementPage, profilePages } from '../explain/profile';
import { redFlagPages } from '../explain/red-flag';
import { rulePages } from '../explain/rule';
import { conditionPages, medicationClassPages, medicationPages, techniquePages } from '../explain/terms';
import { findNearest, toSuggestion } from '../suggest';

const kinds: readonly PageKind[] = [
  rulePages,
  redFlagPages,
  conditionPages,
  medicationPages,
  medicationClassPages,
  techniquePages,
  profilePages,
];

export const explain: Command = {
  name: 'explain',
  operands: '<id>',
  summary: 'Explain a rule, condition, technique, medication or red flag.',
  details: [
    'Takes the id that a finding shows, or a name or abbreviation as written in notes. Without one, it lists',
    'what can be explained.',
  ],
  options: [],
  examples: [
    'soap-notes explain dvt-deep-absolute',
    'soap-notes explain DVT',
    'soap-notes explain "deep tissue"',
  ],
  run: runExplain,
};

function runExplain(args: Arguments, io: CliIo): ExitCode {
  const kb = io.loadKnowledge();
  const wanted = args.positionals.join(' ').trim();
  if (wanted === '') {
    io.stdout.write(printKinds(kb));
    return exitCodes.clean;
  }
  const pages = findPages(kb, wanted);
  if (pages.length === 0)
    throw new UsageError(
      `Nothing is known as "${wanted}".${suggest(kb, wanted) || ' Run soap-notes explain for what can be explained.'}`,
    );
  const paint = createPaint(io.stdout, io.env);
  io.stdout.write(pages.map((page) => printPage(page, paint)).join('\n'));
  return exitCodes.clean;
}

/** Pages by id; where no id fits, by name. A finding's id, `family/name`, leads to what it rests on. */
function findPages(kb: Knowledge, wanted: string): readonly Page[] {
  const asked = wanted.toLowerCase();
  const finding = findingPattern.exec(asked);
  const [, family, name = ''] = finding ?? [];
  const byId =
    family === undefined
      ? kinds.map((kind) => kind.toPage(kb, asked))
      : [family === 'red-flag' ? redFlagPages.toPage(kb, `rf-${name}`) : rulePages.toPage(kb, name)];
  const pages = [...byId, findRequirementPage(kb, asked) ?? findFormPage(asked)].filter(
    (page) => page !== undefined,
  );
  if (pages.length > 0) return pages;
  const key = toKey(wanted);
  return kinds.flatMap((kind) =>
    kind
      .list(kb)
      .filter((entry) => entry.names.some((other) => toKey(other) === key))
      .map((entry) => kind.toPage(kb, entry.id))
      .filter((page) => page !== undefined),
  );
}

/** A finding's id: the contraindication of a rule, or a red flag without the `rf-` of its own id. */
const findingPattern = /^(contraindication|red-flag)\/(.+)$/;

const toKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

function suggest(kb: Knowledge, wanted: string): string {
  const entries = kinds.flatMap((kind) => kind.list(kb));
  const word = wanted.slice(wanted.lastIndexOf('/') + 1);
  const ids = findNearest(
    word.replace(/\s+/g, '-'),
    entries.map((entry) => entry.id),
  );
  if (ids.length > 0) return toSuggestion(ids);
  return toSuggestion(
    findNearest(
      wanted,
      entries.flatMap((entry) => entry.names),
    ),
  );
}

function printKinds(kb: Knowledge): string {
  const rows = kinds.map(
    (kind) => `  ${String(kind.list(kb).length).padStart(4)} ${kind.plural}: ${kind.what}`,
  );
  return `${['What can be explained, by id, name or abbreviation:', '', ...rows, '', ...toExamples()].join('\n')}\n`;
}

const toExamples = (): readonly string[] => [
  'Examples:',
  ...explain.examples.map((example) => `  ${example}`),
];

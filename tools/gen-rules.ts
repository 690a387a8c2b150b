// Writes docs/rules: a page for each rule, and an index by topic. The words are those of `soap-notes explain`.
import { join } from 'node:path';
import {
  createKnowledge,
  type ExampleReason,
  type Knowledge,
  type Rule,
  type RuleExample,
  type RulePart,
  wordAction,
  wordEachSource,
  wordLevel,
  wordReview,
  wordRule,
  wordTarget,
} from '../server/src/core';
import { compileKnowledge, readKnowledgeFiles } from './compile-knowledge';
import type { GeneratedFile } from './gen-editor';

/** The pages of all rules, and their index, as they should be. */
export function listRulePages(root: string): readonly GeneratedFile[] {
  const folder = join(root, 'knowledge');
  const kb = createKnowledge(compileKnowledge(folder));
  const topics = readKnowledgeFiles(folder)
    .filter(({ path }) => path.startsWith('rules/'))
    .map(({ path, text }) => ({
      title: toTitle(path.slice('rules/'.length, -'.yaml'.length)),
      rules: [...text.matchAll(/^ {2}- id: (\S+)$/gm)].flatMap((match) => kb.rules.get(match[1] ?? '') ?? []),
    }));
  return [
    { path: 'docs/rules/README.md', toText: () => toIndex(kb, topics) },
    ...topics.flatMap(({ title, rules }) =>
      rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, toText: () => toPage(kb, rule, title) })),
    ),
  ];
}

const toTitle = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

interface Topic {
  readonly title: string;
  readonly rules: readonly Rule[];
}

function toIndex(kb: Knowledge, topics: readonly Topic[]): string {
  return [
    '# The rules, by topic',
    '',
    'Each page says what a rule asks for, why, what is safer, what clears it, on what sources, and shows notes in which it speaks and notes in which it stays silent. A rule is a prompt with its source, not a verdict: the therapist judges. How rules are read: [How a rule is read](../rules.md).',
    '',
    'These pages are generated from `knowledge/rules/` by `npm run gen`.',
    ...topics.flatMap(({ title, rules }) => [
      '',
      `## ${title}`,
      '',
      '| Rule | Level | Action |',
      '|---|---|---|',
      ...rules.map(
        (rule) =>
          `| [${toCell(rule.title)}](${rule.id}.md) | ${wordLevel(rule)} | ${toCell(toShort(kb, rule))} |`,
      ),
    ]),
    '',
  ].join('\n');
}

/** The action, with the first things that it speaks of. */
function toShort(kb: Knowledge, rule: Rule): string {
  const action = wordAction(rule).replace(/[.:]$/, '');
  if (rule.targets.includes('all')) return action;
  const named = rule.targets.slice(0, 3).map((target) => wordTarget(kb, target).replace(/, such as .*$/, ''));
  return `${action.split('; ')[0] ?? action}: ${named.join(', ')}${rule.targets.length > 3 ? ' and more' : ''}`;
}

const toCell = (text: string): string => text.replaceAll('|', '\\|');

function toPage(kb: Knowledge, rule: Rule, topic: string): string {
  const sources = wordEachSource(kb, rule.sources).map(({ text, url }) =>
    url === undefined ? text : `[${text.replace(/[[\]]/g, '\\$&')}](${url})`,
  );
  const parts: readonly RulePart[] = [
    ...wordRule(kb, rule, (other) => `[${other.title}](${other.id}.md)`),
    {
      label: 'Sources',
      paragraphs: [`Confidence: ${rule.confidence}. ${toStrength(rule)}`, wordReview(rule)],
      items: sources,
      after: [],
    },
  ];
  return [
    `# ${rule.title}`,
    '',
    `\`contraindication/${rule.id}\` · [${topic}](README.md#${topic.toLowerCase().replaceAll(' ', '-')})`,
    ...parts.flatMap(({ label, paragraphs, items, after }) => [
      '',
      `## ${label}`,
      ...paragraphs.flatMap((text) => ['', text]),
      ...(items.length === 0 ? [] : ['', ...items.map((item) => `- ${item}`)]),
      ...after.flatMap((text) => ['', text]),
    ]),
    '',
    '## It speaks here',
    ...rule.examples.flags.flatMap((example) => ['', `**${toPlace(example)}**`, ...toBlocks(example)]),
    '',
    '## It stays silent here',
    ...rule.examples.allows.flatMap((example) => [
      '',
      `**${example.why === undefined ? 'Nothing to say' : reasonWords[example.why]}**`,
      ...toBlocks(example),
    ]),
    '',
  ].join('\n');
}

function toStrength({ bestSourceAuthority }: Rule): string {
  switch (bestSourceAuthority) {
    case 'high':
      return 'Its best source is peer-reviewed, official or of a professional body.';
    case 'medium':
      return 'Its best source is a trade journal, a named specialist or an institution.';
    case 'low':
      return 'Its best source is anonymous or commercial.';
    default:
      return 'It rests on general knowledge alone.';
  }
}

const toPlace = (example: RuleExample): string =>
  example.earlier.length > 0
    ? 'Known from an earlier note'
    : example.record === undefined
      ? 'Stated in the note'
      : 'Known from the client record';

const reasonWords: Readonly<Record<ExampleReason, string>> = {
  negated: 'Denied',
  historical: 'Long over',
  lapsed: 'Over by itself since the earlier note',
  stopped: 'No longer taken',
  'other-person': 'Another person',
  hypothetical: 'Only talked about',
  'other-region': 'Another place',
  'other-side': 'The other side',
  'other-technique': 'Another technique',
  'lighter-pressure': 'Lighter pressure',
  avoided: 'Left out',
  'other-position': 'Another position',
  cleared: 'Cleared',
  'wrong-phase': 'Another phase',
  'wrong-severity': 'Another severity',
  'other-trimester': 'Another trimester',
  'not-stated': 'Not said to be so',
  'below-threshold': 'Short of the threshold',
};

function toBlocks({ record, date, earlier, note }: RuleExample): readonly string[] {
  const block = (language: string, text: string) => ['', `\`\`\`${language}`, text.trimEnd(), '```'];
  return [
    ...(record === undefined ? [] : ['', 'Client record:', ...block('yaml', record)]),
    ...earlier.flatMap((entry) => ['', `Note of ${entry.date}:`, ...block('text', entry.note)]),
    ...(record === undefined && earlier.length === 0 && date === undefined
      ? []
      : ['', `Today's note${date === undefined ? '' : `, ${date}`}:`]),
    ...block('text', note),
  ];
}

// Writes docs/profiles.md: what each profile asks of a record, how seriously, by which rule and on what source.
import { join } from 'node:path';
import {
  createKnowledge,
  describeRequirement,
  type Knowledge,
  type Profile,
  type ProfileRequirement,
  requirementsOf,
} from '../server/src/core';
import { compileKnowledge } from './compile-knowledge';
import type { GeneratedFile } from './gen-editor';

/** The page of all profiles, as it should be. */
export const listProfilePages = (root: string): readonly GeneratedFile[] => [
  {
    path: 'docs/profiles.md',
    toText: () => toPage(createKnowledge(compileKnowledge(join(root, 'knowledge')))),
  },
];

const intro = `# What a record must hold

This page is generated from \`knowledge/profiles.yaml\` by \`npm run gen\`. It tells what rules ask for in our own words and is no legal advice: read the rule itself. Rows marked “to check” were not seen in the text of the rule.

A practice names its profile in \`practice.yaml\`:

\`\`\`yaml
profile: wa-us
\`\`\`

The setting \`soapNotes.profile\` and \`soap-notes check --profile wa-us\` go before it. A practice that names none gets the findings of \`generic\`, as hints and only once a note has come to its end.

## How it speaks

- Up to two things that are missing are named one by one, at their section or at the top: \`completeness/duration\`. From three on one finding names them all, the most serious first: \`completeness/missing\`.
- A note is being written until its treatment stands there and an assessment or a plan, and its day is not over. Until then what is missing is information.
- The fix adds the key, the field or the section without a value: no tool can know it. A label without a value is no answer. It is named quietly as \`completeness/empty\` while the note is open, and counts as missing once the note is signed. The consent of a guardian and for a sensitive area is asked for until it is there, and what was refused (“not breast”) is no consent.
- The client's name, contact and date of birth are asked for in the client record, once, and not in every note.
- What is there and does not do is said on its own: a consent that has ended, a client under 18 without a guardian's consent, work on a sensitive area without consent for it, work beyond the consent, an entry more than a day late without \`late-entry\`.
- Words count as well as fields: “no change”, “denies fever” and a measured value are a health update, “6/10 → 3/10” is a response. A note that says that no session was given is not asked for techniques, areas and response.
- An override with \`rule: completeness/duration\` answers one of them, in a note or for a client.

## What stands where

| thing | where |
|---|---|
| written consent | client record: \`consent: { signed, expires, sensitive-areas, areas, techniques }\` |
| consent for the session, or for a sensitive area each time | note: \`consent: written, 2026-11-20, breast\`, or a field \`Consent:\` |
| guardian of a client under 18 | client record: \`guardian: { name, consent }\` |
| day of writing, late entry | note: \`entered: 2026-11-22\`, \`late-entry: true\` |
| licence | note: \`licence:\`, or \`licences: [a.rivera MA60123456]\` in practice.yaml |
| why a sensitive area was worked | note: a field \`Rationale:\`, or words such as “because of the scar” |`;

function toPage(kb: Knowledge): string {
  return [
    intro,
    ...kb.data.profiles.filter(({ id }) => id !== 'none').map((profile) => toSection(kb, profile)),
    '## No profile: `none`\n\nNothing is asked for.',
    toSourceList(kb),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The sources of all profiles with title and year, and the targets of the links above. */
function toSourceList(kb: Knowledge): string {
  const named = new Set(
    kb.data.profiles.flatMap(({ requirements }) =>
      requirements.flatMap(({ sources }) =>
        sources.flatMap((source) => ('ref' in source ? [source.ref] : [])),
      ),
    ),
  );
  const entries = kb.data.sources.filter(({ id }) => named.has(id));
  return [
    '## Sources',
    entries
      .map(
        ({ id, title, year, note }) =>
          `- [${title}][${id}], ${year ?? 'undated'}${note === undefined ? '' : ` (${note})`}`,
      )
      .join('\n'),
    entries.flatMap(({ id, url }) => (url === undefined ? [] : [`[${id}]: ${url}`])).join('\n'),
  ].join('\n\n');
}

function toSection(kb: Knowledge, profile: Profile): string {
  const { requirements } = profile;
  const further = requirementsOf(kb, profile).slice(requirements.length);
  const facts = [
    profile.consent.written ? 'Consent has to be in writing.' : '',
    profile.consent.months === undefined ? '' : `It holds for ${profile.consent.months} months.`,
    profile.sensitive.regions.length === 0
      ? ''
      : `Sensitive areas: ${profile.sensitive.regions.map((id) => kb.regions.get(id)?.name.toLowerCase() ?? id).join(', ')}${profile.sensitive.eachSession ? ', with consent before each session' : ''}.`,
    further.length === 0
      ? ''
      : `As \`${profile.basis}\` asks too: ${further.map(({ id, level }) => `${describeRequirement(id)} (${level})`).join(', ')}.`,
    profile.notChecked.length === 0 ? '' : `Not checked: ${profile.notChecked.join(' ')}`,
  ].filter((text) => text !== '');
  return [
    `## ${profile.title}: \`${profile.id}\``,
    profile.about,
    [
      '| Asked for | When | Level | What | Source |',
      '|---|---|---|---|---|',
      ...requirements.map((row) => toRow(kb, row)),
    ].join('\n'),
    ...facts,
  ].join('\n\n');
}

const times: Readonly<Record<ProfileRequirement['when'], string>> = {
  each: 'each session',
  initial: 'first session',
  later: 'later sessions',
  condition: 'a complaint is treated',
  sensitive: 'a sensitive area is worked',
  minor: 'client under 18',
};

const toRow = (kb: Knowledge, row: ProfileRequirement): string =>
  `| ${describeRequirement(row.id)} (\`${row.id}\`) | ${times[row.when]} | ${row.level} | ${row.help} | ${toSources(kb, row)} |`;

function toSources(kb: Knowledge, { rule, sources, toCheck }: ProfileRequirement): string {
  const named = sources.flatMap((source) => {
    const entry = 'ref' in source ? kb.sources.get(source.ref) : undefined;
    return entry === undefined ? [] : [entry.url === undefined ? entry.title : `[${rule}][${entry.id}]`];
  });
  return `${named.length > 0 ? named.join(', ') : `${rule} (general knowledge)`}${toCheck ? ', to check' : ''}`;
}

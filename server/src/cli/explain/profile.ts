// The pages of completeness: a profile with all it asks for, and one requirement with everybody who asks for it.
import {
  describeRequirement,
  type Knowledge,
  type ProfileRequirement,
  requirementKinds,
  requirementsOf,
} from '../../core/index';
import { type Page, type PageKind, part } from './page';

export const profilePages: PageKind = {
  name: 'profile',
  plural: 'profiles',
  what: 'what a note and a client record must hold, by place or kind of work',
  list: (kb) => kb.data.profiles.map(({ id, title }) => ({ id, names: [title] })),
  toPage: (kb, id) => {
    const profile = kb.profiles.get(id);
    if (profile === undefined) return undefined;
    return {
      kind: 'profile',
      id,
      title: profile.title,
      parts: [
        part('What', profile.about),
        part(
          'Asks for',
          ...requirementsOf(kb, profile).map(
            (row) => `- ${describeRequirement(row.id)} (${row.level}): ${row.help} ${cite(kb, row)}`,
          ),
        ),
        part('Not checked', ...profile.notChecked),
      ],
    };
  },
};

/** The page of a finding such as `completeness/duration`: which profiles ask for it, and by which rule. */
export function findRequirementPage(kb: Knowledge, id: string): Page | undefined {
  const kind = requirementKinds.find((candidate) => `completeness/${candidate}` === id);
  if (kind === undefined) return undefined;
  const rows = kb.data.profiles.flatMap((profile) =>
    profile.requirements.flatMap((row) =>
      row.id === kind ? [`- ${profile.id} (${row.level}): ${row.help} ${cite(kb, row)}`] : [],
    ),
  );
  return {
    kind: 'finding',
    id,
    title: `Missing: ${describeRequirement(kind)}`,
    parts: [
      part('Asked for by', ...rows),
      part(
        'What to do',
        'Write it, or override the finding with a reason. How it is read: docs/profiles.md.',
      ),
    ],
  };
}

function cite(kb: Knowledge, { rule, sources, toCheck }: ProfileRequirement): string {
  const urls = sources.flatMap((source) => ('ref' in source ? (kb.sources.get(source.ref)?.url ?? []) : []));
  return `${rule}${urls.length === 0 ? ', general knowledge' : `, ${urls.join(', ')}`}${toCheck ? '; its text was not read in full, look it up' : ''}.`;
}

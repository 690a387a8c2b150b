// Which page of the documentation says what a code means: one for each rule, one for each family of checks.
import type { Knowledge } from '../knowledge/knowledge';

/** A page by its path below `docs/`, and the heading in it. */
export interface CodePage {
  readonly path: string;
  readonly anchor?: string;
}

/** Families of codes, with their page; the longest beginning that fits counts. */
const families: Readonly<Record<string, CodePage>> = {
  'client/': { path: 'format.md', anchor: 'a-client-record' },
  'completeness/': { path: 'profiles.md' },
  'file/': { path: 'format.md' },
  'internal/': { path: 'rules.md' },
  'knowledge/': { path: 'practice-knowledge.md' },
  'note/': { path: 'format.md' },
  'note/laterality-conflict': { path: 'rules.md', anchor: 'values-and-sides' },
  'practice/': { path: 'format.md' },
  'record/': { path: 'rules.md', anchor: 'values-and-sides' },
  'record/contradiction': { path: 'rules.md', anchor: 'across-visits' },
  'red-flag/': { path: 'rules.md', anchor: 'red-flags' },
  'signature/': { path: 'format.md', anchor: 'signing' },
  'value/': { path: 'rules.md', anchor: 'values-and-sides' },
  'visits/': { path: 'rules.md', anchor: 'across-visits' },
  'yaml/': { path: 'format.md' },
};

/** The page about a code, `family/name` or the id of a rule; undefined for a rule of a practice's own, and nonsense. */
export function pageOf(kb: Knowledge, code: string): CodePage | undefined {
  const id = code.startsWith('contraindication/') ? code.slice(code.indexOf('/') + 1) : code;
  if (kb.rules.has(id)) return { path: `rules/${id}.md` };
  if (kb.redFlags.has(id)) return families['red-flag/'];
  const [family] = Object.keys(families)
    .filter((known) => code === known || (known.endsWith('/') && code.startsWith(known)))
    .sort((a, b) => b.length - a.length);
  return family === undefined ? undefined : families[family];
}

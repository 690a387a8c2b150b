// Suggestions in front matter and client records: keys that are missing, and values by key.
import { listTerms } from '../knowledge/knowledge';
import type { TermKind } from '../knowledge/model';
import { clientKeyTable, type KeyEntry, noteKeyTable, practiceKeyTable } from '../note/keys';
import { overrideReasons } from '../note/model';
import { say, spoken } from '../text/say';
import type { View } from '../workspace/model';
import type { Completion } from './completion';
import type { CursorContext } from './context';

/** Lists suggestions for a place in YAML. */
export function completeYaml(
  view: View,
  at: Exclude<CursorContext, { kind: 'text' }>,
): readonly Completion[] {
  return at.kind === 'yaml-key' ? listKeys(view, at) : listValues(view, at);
}

const entryKeys: Readonly<Record<string, readonly string[]>> = {
  conditions: ['name', 'region', 'side', 'since', 'until', 'status', 'severity'],
  medications: ['name', 'since', 'until', 'dose'],
  surgeries: ['name', 'region', 'side', 'on'],
  clearances: ['for', 'by', 'on', 'until', 'allows', 'document'],
  overrides: ['rule', 'reason', 'note', 'until'],
  pregnancy: ['due'],
  consent: ['signed', 'expires', 'sensitive-areas', 'areas', 'techniques'],
  guardian: ['name', 'consent'],
  preferences: ['pressure', 'avoid'],
  plan: ['frequency', 'until', 'goals'],
};

const keyTables: Readonly<Record<View['kind'], readonly KeyEntry[]>> = {
  note: noteKeyTable,
  client: clientKeyTable,
  practice: practiceKeyTable,
  knowledge: [],
};

/** The keys that a table knows at the top, or below one of its keys. */
const keysBelow = (table: readonly KeyEntry[], parent: string | undefined): readonly KeyEntry[] =>
  table.find((entry) => entry.key === parent)?.keys ?? (parent === undefined ? table : []);

const item = (
  at: { readonly typed: Completion['replace'] },
  kind: Completion['kind'],
  label: string,
  insertText: string,
  order: number,
  detail?: string,
): Completion => ({
  label,
  kind,
  insertText,
  replace: at.typed,
  sort: String(order).padStart(4, '0'),
  filter: label,
  detail,
  discouraged: false,
  term: undefined,
});

function listKeys(view: View, at: Extract<CursorContext, { kind: 'yaml-key' }>): readonly Completion[] {
  if (at.indented && at.parent !== undefined) {
    const rows = keysBelow(keyTables[view.kind], at.parent);
    return rows.length > 0 && view.kind === 'practice'
      ? rows.map(({ key, help }, index) => item(at, 'key', key, `${key}: `, index, spoken(help)))
      : (entryKeys[at.parent] ?? []).map((key, index) => item(at, 'key', key, `${key}: `, index));
  }
  if (view.kind === 'knowledge') return [];
  const table = keyTables[view.kind];
  const entries =
    view.kind === 'note' ? (view.parsed.value.frontMatter?.entries ?? []) : view.parsed.value.entries;
  const present = new Set(entries.map((entry) => entry.key.value));
  return table
    .filter((entry) => !present.has(entry.key))
    .map((entry, index) => item(at, 'key', entry.key, `${entry.key}: `, index, spoken(entry.help)));
}

const valuesOf: Readonly<Record<string, readonly string[]>> = {
  side: ['left', 'right', 'bilateral'],
  status: ['active', 'resolved', 'history', 'suspected'],
  severity: ['mild', 'moderate', 'severe'],
  reason: overrideReasons,
  pressure: ['1/5', '2/5', '3/5', '4/5', '5/5'],
  allergies: ['none known'],
};

function listValues(view: View, at: Extract<CursorContext, { kind: 'yaml-value' }>): readonly Completion[] {
  const { key, parent } = at;
  if (key === 'client' && view.kind === 'note')
    return view.clientIds.map((id, index) => item(at, 'client', id, id, index, say`Client`));
  if (key === 'consent' && view.kind === 'note') {
    const date = view.session.date ?? view.today;
    return ['verbal', 'written'].map((form, index) =>
      item(at, 'value', `${form}, ${date}`, `${form}, ${date}`, index),
    );
  }
  if (key === 'duration')
    return ['30 min', '45 min', '60 min', '75 min', '90 min'].map((value, index) =>
      item(at, 'value', value, value, index),
    );
  if (key === 'date' && view.kind === 'note')
    return [item(at, 'value', view.today, view.today, 0, say`Today`)];
  if (key === 'rule')
    return view.kb.data.rules.map((rule, index) => item(at, 'value', rule.id, rule.id, index, rule.title));
  if (view.kind === 'practice' && key === 'profile')
    return view.kb.data.profiles.map(({ id, title, about }, index) =>
      item(at, 'value', id, id, index, `${title}. ${about}`),
    );
  const table = keysBelow(keyTables[view.kind], parent);
  const fixed = table.find((entry) => entry.key === key)?.values ?? valuesOf[key];
  if (fixed !== undefined) return fixed.map((value, index) => item(at, 'value', value, value, index));
  const kind = kindOfValue(key, parent);
  return kind === undefined ? [] : kind.flatMap((one) => terms(view, at, one));
}

function kindOfValue(key: string, parent: string | undefined): readonly TermKind[] | undefined {
  if (key === 'region' || key === 'avoid') return ['region'];
  if (key === 'for') return ['condition', 'medication'];
  if (key === 'allows') return ['technique'];
  const list = key === 'name' ? parent : key;
  if (list === 'conditions' || list === 'surgeries') return ['condition'];
  return list === 'medications' ? ['medication'] : undefined;
}

const terms = (
  view: View,
  at: Extract<CursorContext, { kind: 'yaml-value' }>,
  kind: TermKind,
): readonly Completion[] =>
  listTerms(view.kb, kind).map((term, index) => {
    const name = /^[A-Z][a-z]/.test(term.name)
      ? term.name.charAt(0).toLowerCase() + term.name.slice(1)
      : term.name;
    const typed = view.file.text.slice(at.typed.start, at.typed.end).toLowerCase();
    const phrase =
      typed === ''
        ? undefined
        : [...term.synonyms, ...term.abbreviations].find((candidate) =>
            candidate.toLowerCase().startsWith(typed),
          );
    return {
      ...item(at, kind, name, name, index, term.abbreviations[0]),
      filter: phrase !== undefined && !name.toLowerCase().startsWith(typed) ? phrase : name,
      term: { kind, id: term.id },
    };
  });

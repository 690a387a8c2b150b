// The ledger: every override of a practice, whether it still answers anything, and how noisy each rule is.
import type { CivilDate, OverrideEntry } from '../note/model';
import { plainRule } from '../rules/clearances';
import { compareText } from '../text/compare';
import type { Source } from '../text/span';
import type { NoteView, RecordView, View } from './model';

/** One override where it stands. */
export interface LedgerEntry {
  /** The rule's id without its family. */
  readonly rule: string;
  readonly reason: string | undefined;
  /** Who decided: what the override says, else the therapist of its note. */
  readonly therapist: string | undefined;
  readonly client: string | undefined;
  readonly on: CivilDate | undefined;
  readonly until: CivilDate | undefined;
  readonly state: 'in force' | 'ended' | 'unused' | 'unknown rule';
  /** Notes in which it answers a finding. */
  readonly answers: number;
  /** The therapist's own words, which may speak of the client. */
  readonly words: string | undefined;
  readonly at: Source;
}

/** A rule with what became of its findings, for finding out which rules cry wolf. */
export interface LedgerRule {
  readonly rule: string;
  readonly overrides: number;
  /** Overrides that call the rule's match or its weight wrong. */
  readonly disagreed: number;
  /** Findings that stand without an answer. */
  readonly open: number;
  /** Findings that an override answers. */
  readonly answered: number;
}

export interface Ledger {
  /** Sorted by rule, client and place. */
  readonly entries: readonly LedgerEntry[];
  /** The most overridden rule first. */
  readonly rules: readonly LedgerRule[];
}

const disagreeing: readonly string[] = ['wrong-match', 'not-clinically-significant'];

/** Makes the ledger of all notes and records of a practice as of a day. */
export function makeLedger(views: Iterable<View>, today: CivilDate): Ledger {
  const ledger = createLedger(today);
  for (const view of views) ledger.add(view);
  return ledger.make();
}

/** Makes a ledger view by view, and keeps none of them. */
export interface LedgerMaker {
  add(view: View): void;
  make(): Ledger;
}

/** An override before it is known whether it answers anything. */
type OpenEntry = Omit<LedgerEntry, 'state' | 'answers'> & { readonly isKnown: boolean };

/** Begins a ledger as of a day. */
export function createLedger(today: CivilDate): LedgerMaker {
  const used = new Map<string, number>();
  const counts = new Map<string, { open: number; answered: number }>();
  const found: OpenEntry[] = [];
  const countFindings = ({ findings }: NoteView): void => {
    for (const { rule, answeredBy } of findings) {
      const count = counts.get(plainRule(rule)) ?? { open: 0, answered: 0 };
      counts.set(plainRule(rule), count);
      if (answeredBy === undefined) count.open += 1;
      else {
        count.answered += 1;
        used.set(keyOf(answeredBy), (used.get(keyOf(answeredBy)) ?? 0) + 1);
      }
    }
  };
  const toOpen = (
    view: NoteView | RecordView,
    entry: OverrideEntry,
    client: string | undefined,
    usual: { readonly therapist: string | undefined; readonly on: CivilDate | undefined },
  ): OpenEntry => {
    const rule = plainRule(entry.rule.value.trim());
    return {
      rule,
      reason: entry.reason?.value,
      therapist: entry.by?.value ?? usual.therapist,
      client,
      on: entry.on?.value.from ?? usual.on,
      until: entry.until?.value.to,
      isKnown: view.kb.rules.has(rule) || view.kb.redFlags.has(rule),
      words: entry.note?.value,
      at: { uri: view.file.uri, span: entry.span },
    };
  };
  const close = ({ isKnown, ...entry }: OpenEntry): LedgerEntry => {
    const answers = used.get(keyOf(entry.at)) ?? 0;
    return {
      ...entry,
      state: !isKnown
        ? 'unknown rule'
        : entry.until !== undefined && entry.until < today
          ? 'ended'
          : answers > 0
            ? 'in force'
            : 'unused',
      answers,
    };
  };
  return {
    add(view) {
      if (view.kind === 'client')
        for (const entry of view.parsed.value.overrides)
          found.push(toOpen(view, entry, view.id, { therapist: undefined, on: undefined }));
      if (view.kind !== 'note') return;
      countFindings(view);
      const { note, date } = view.session;
      const usual = { therapist: note.frontMatter?.therapist?.value, on: date };
      for (const entry of note.frontMatter?.overrides ?? [])
        found.push(toOpen(view, entry, view.client.id, usual));
    },
    make() {
      const entries = found.map(close).sort(compareEntries);
      return { entries, rules: countRules(entries, counts) };
    },
  };
}

const keyOf = ({ uri, span }: Source): string => `${uri}#${span.start}`;

const compareEntries = (a: LedgerEntry, b: LedgerEntry): number =>
  compareText(a.rule, b.rule) ||
  compareText(a.client ?? '', b.client ?? '') ||
  compareText(a.at.uri, b.at.uri) ||
  a.at.span.start - b.at.span.start;

function countRules(
  entries: readonly LedgerEntry[],
  counts: ReadonlyMap<string, { readonly open: number; readonly answered: number }>,
): readonly LedgerRule[] {
  return [...new Set(entries.map(({ rule }) => rule))]
    .map((rule): LedgerRule => {
      const own = entries.filter((entry) => entry.rule === rule);
      return {
        rule,
        overrides: own.length,
        disagreed: own.filter(({ reason }) => disagreeing.includes(reason ?? '')).length,
        open: counts.get(rule)?.open ?? 0,
        answered: counts.get(rule)?.answered ?? 0,
      };
    })
    .sort((a, b) => b.overrides - a.overrides || b.disagreed - a.disagreed || compareText(a.rule, b.rule));
}

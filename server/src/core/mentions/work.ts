// What is worked out of one statement, step by step. What one statement needed serves the next: nothing large is made
// anew for each.
import type { CivilDate } from '../note/model';
import type { Verdict } from './decide';
import type { FindingPlace } from './finding-places';
import type { GuessedKind } from './guess-kind';
import type { Lexicon, PhraseMatch } from './lexicon';
import type { Mention } from './model';
import type { NamedRegions } from './named-regions';
import { Openings } from './openings';
import type { OwnedGroup } from './owned-regions';
import { type Clause, StatementParts, type Target } from './parts';
import { ReachedCues } from './reach';
import type { Chosen } from './resolve';
import type { Statement } from './statements';
import { Places, type Token } from './tokens';
import type { TimeAt } from './when';

/** A span to judge, and as what. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly kind: GuessedKind;
}

const none: readonly never[] = [];
const noBreaks: ReadonlySet<number> = new Set();
const noStatement: Statement = {
  span: { start: 0, end: 0 },
  label: undefined,
  section: undefined,
  context: undefined,
  checked: undefined,
  lead: undefined,
};
const noRegions: NamedRegions = { regions: none, assertions: none, sided: none };

/** A statement on its way from words to mentions. */
export class Work {
  text = '';
  statement = noStatement;
  date: CivilDate = '';
  lexicon: Lexicon;
  /** A span that is judged as well, and the same among the tokens. */
  wanted: Wanted | undefined;
  extra: Target | undefined;
  tokens: readonly Token[] = none;
  readonly openings = new Openings();
  phrases: readonly PhraseMatch[] = none;
  /** The tokens at which clauses begin, and the clauses: in order, without gaps. */
  breaks = noBreaks;
  clauses: readonly Clause[] = none;
  chosen: readonly Chosen[] = none;
  unsettled: Chosen[] = [];
  /** What was chosen and, behind it, the span asked about. */
  targets: readonly Target[] = none;
  readonly parts = new StatementParts();
  readonly reached = new ReachedCues();
  /** Goes with `targets`; `target` is that of the span asked about. */
  verdicts: readonly Verdict[] = none;
  target: Verdict | undefined;
  named = noRegions;
  times: readonly TimeAt[] = none;
  /** True once times were looked for: only they are counted from the date. */
  byDay = false;
  /** Of the findings among `chosen`, in their order. */
  places: readonly FindingPlace[] = none;
  /** The group of a technique by its first token; undefined without techniques. */
  groups: ReadonlyMap<number, OwnedGroup> | undefined;
  mentions: readonly Mention[] = none;
  readonly #places = new Places();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  begin(
    lexicon: Lexicon,
    text: string,
    statement: Statement,
    date: CivilDate,
    wanted: Wanted | undefined,
  ): void {
    // A statement whose judgement broke off may have left something.
    this.end();
    this.lexicon = lexicon;
    this.text = text;
    this.statement = statement;
    this.date = date;
    this.wanted = wanted;
  }

  /** Splits the statement into its words. */
  readWords(): void {
    this.tokens = this.#places.tokenize(this.text, this.statement.span);
  }

  /** Lets go of all that was worked out. */
  end(): void {
    this.text = '';
    this.statement = noStatement;
    this.wanted = undefined;
    this.extra = undefined;
    this.tokens = none;
    this.phrases = none;
    this.breaks = noBreaks;
    this.clauses = none;
    this.chosen = none;
    if (this.unsettled.length > 0) this.unsettled = [];
    this.targets = none;
    this.parts.clear();
    this.reached.clear();
    this.verdicts = none;
    this.target = undefined;
    this.named = noRegions;
    this.times = none;
    this.byDay = false;
    this.places = none;
    this.groups = undefined;
    this.mentions = none;
  }
}

// What the engine has to say about a document.
import type { Problem } from '../note/model';
import type { Settings } from '../settings';
import type { DocumentEdit } from '../text/edit';
import { once } from '../text/once';
import { say } from '../text/say';
import { compareSources, type Source, type Uri } from '../text/span';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** One finding: what (message), why (because, with places), what to do (fixes). */
export interface Finding {
  /** Stable id `family/kebab-name`, such as `contraindication/dvt-deep-absolute`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Source;
  /** One plain sentence, at most 140 characters. */
  readonly message: string;
  /** The statements that justify it, strongest first, each with its place. */
  readonly because: readonly Because[];
  readonly fixes: readonly Fix[];
  /** Of findings of one severity at one place the lowest stands first: who must be referred now reads that first. */
  readonly urgency?: number;
  /** The override that answers it and makes it information. */
  readonly answeredBy?: Source;
}

export interface Because {
  readonly at: Source;
  /** What that place says, in our words: `Client record: Deep vein thrombosis, left calf, since 2026-10-28`. */
  readonly text: string;
}

/** A change that answers the finding. */
export interface Fix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly DocumentEdit[];
}

const leastUrgent = 9;

/** The order of all results: document, place, severity, urgency, rule. */
export const compareFindings = (a: Finding, b: Finding): number =>
  compareSources(a.at, b.at) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (a.urgency ?? leastUrgent) - (b.urgency ?? leastUrgent) ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** A finding whose fixes are worked out when somebody asks for them: most findings are only read. */
export const withFixes = (
  { message, because, ...place }: Omit<Finding, 'fixes'>,
  fixes: () => readonly Fix[],
): Finding => withWords(place, { message: () => message, because: () => because, fixes });

/** What a finding says besides its rule and its place. */
type Words = Pick<Finding, 'message' | 'because' | 'fixes'>;

/** What stands for the words of a rule that failed. The error's own words may quote the note: they are not passed on. */
export const wordFailure = (name: string): string =>
  say`The check “${name}” failed, so its findings are missing. Please report it.`;

/**
 * A finding whose words are worked out when somebody asks for them: many are only counted, or told by rule and place.
 * Words that fail leave the finding where it is, and all others.
 */
export function withWords(
  { rule, severity, at, urgency, answeredBy }: Omit<Finding, keyof Words>,
  words: { readonly [K in keyof Words]: () => Words[K] },
): Finding {
  const message = once(() => orElse(words.message, () => wordFailure(rule)));
  const because = once(() => orElse(words.because, () => []));
  const fixes = once(words.fixes);
  return {
    rule,
    severity,
    at,
    get message() {
      return message();
    },
    get because() {
      return because();
    },
    get fixes() {
      return fixes();
    },
    ...(urgency === undefined ? {} : { urgency }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
  };
}

function orElse<T>(make: () => T, other: () => T): T {
  try {
    return make();
  } catch {
    return other();
  }
}

/** The same finding with some of its fixes. Its words are still worked out only when asked for. */
export const keepFixes = (finding: Finding, isKept: (fix: Fix) => boolean): Finding =>
  withWords(finding, {
    message: () => finding.message,
    because: () => finding.because,
    fixes: () => finding.fixes.filter(isKept),
  });

/** What a reader could not use as written, as findings of a document. */
export const findingsOf = (uri: Uri, problems: readonly Problem[]): readonly Finding[] =>
  problems.map(({ code, severity, span, message, replacement }) => ({
    rule: code,
    severity,
    at: { uri, span },
    message,
    because: [],
    fixes:
      replacement === undefined
        ? []
        : [
            {
              title: say`Write \`${replacement}\``,
              preferred: true,
              edits: [{ uri, edits: [{ span, newText: replacement }] }],
            },
          ],
  }));

/** The findings that the settings ask to see, sorted. */
export function shownFindings(findings: readonly Finding[], { warningsLevel }: Settings): readonly Finding[] {
  const lowest = severities.indexOf(warningsLevel);
  return findings.filter(({ severity }) => severities.indexOf(severity) <= lowest).sort(compareFindings);
}

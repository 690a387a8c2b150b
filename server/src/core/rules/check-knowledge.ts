// What there is to say about a file of the practice's own knowledge: mistakes, rules past their review, examples.
import type { Knowledge } from '../knowledge/knowledge';
import type { Rule } from '../knowledge/model';
import type { PracticeProblem } from '../knowledge/overlay';
import type { NarrowedField, OwnField } from '../knowledge/own-fields';
import { type PracticeFile, readPracticeFile } from '../knowledge/practice-file';
import { reviewDue } from '../knowledge/review';
import { findYamlDanger } from '../note/yaml-guard';
import type { Settings } from '../settings';
import type { Span, Uri } from '../text/span';
import { runExample } from './examples';
import { type Finding, shownFindings } from './finding';
import { wordFieldMistake } from './own-fields';
import { cut } from './words';

/** Reads a file of practice knowledge, once it is known to be safe to parse. Never throws. */
export function readKnowledgeFile(text: string): PracticeFile {
  const start: Span = { start: 0, end: 0 };
  const danger = findYamlDanger(text, start);
  if (danger === undefined) return readPracticeFile(text);
  const { code, span, message } = danger;
  return { items: [], problems: [{ code, severity: 'error', span, message }], at: () => start };
}

/** One example of a rule of the practice, with its outcome and place. */
export interface ExampleRun {
  readonly rule: string;
  readonly list: 'flags' | 'allows';
  /** Counts from 1. */
  readonly number: number;
  readonly span: Span;
  readonly passes: boolean;
  readonly said: string;
}

/** The rules of a file that count, with their place in it. */
const rulesOf = (
  kb: Knowledge,
  own: PracticeFile,
): readonly { readonly rule: Rule; readonly index: number }[] =>
  own.items.flatMap(({ list, index, entry }) => {
    const rule = list === 'rules' && 'id' in entry ? kb.rules.get(entry.id) : undefined;
    return rule === undefined ? [] : [{ rule, index }];
  });

/** Runs the examples of all rules of a file that count. */
export function runOwnExamples(kb: Knowledge, own: PracticeFile): readonly ExampleRun[] {
  return rulesOf(kb, own).flatMap(({ rule, index }) =>
    (['flags', 'allows'] as const).flatMap((list) =>
      rule.examples[list].map((example, place) => ({
        rule: rule.id,
        list,
        number: place + 1,
        span: own.at(['rules', index, 'examples', list, place]),
        ...runExample(kb, rule, example, list),
      })),
    ),
  );
}

/** Lists the findings of a file. `problems` are those that its overlay found; `kb` is the practice's knowledge. */
export function checkKnowledge(
  kb: Knowledge,
  uri: Uri,
  own: PracticeFile,
  problems: readonly PracticeProblem[],
  settings: Settings,
  today: string,
): readonly Finding[] {
  const say = (rule: string, severity: Finding['severity'], span: Span, message: string): Finding => ({
    rule,
    severity,
    at: { uri, span },
    message: cut(message),
    because: [],
    fixes: [],
  });
  const findings = [...own.problems, ...problems].map(({ code, severity, span, message }) =>
    say(code, severity, span, message),
  );
  for (const { list, index, entry } of own.items) {
    const field = list === 'fields' || 'field' in entry ? (entry as OwnField | NarrowedField) : undefined;
    const wrong = field === undefined ? undefined : wordFieldMistake(field);
    const at = own.at([list, index, list === 'fields' ? 'label' : 'field']);
    if (wrong !== undefined) findings.push(say('knowledge/entry', 'error', at, wrong));
  }
  for (const { list, span, passes, said } of runOwnExamples(kb, own)) {
    if (passes) continue;
    const asked = list === 'flags' ? 'The rule should speak here' : 'The rule should stay silent here';
    findings.push(say('knowledge/example', 'warning', span, `${asked}. ${said}`));
  }
  for (const { rule, index } of rulesOf(kb, own)) {
    const due = reviewDue(rule);
    if (due !== undefined && due < today)
      findings.push(
        say(
          'knowledge/review-due',
          'hint',
          own.at(['rules', index, 'reviewed']),
          `This rule was to be read again by ${due}. Read it against its sources and set the day.`,
        ),
      );
  }
  return shownFindings(findings, settings);
}

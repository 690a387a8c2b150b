// What is amiss with clearances and overrides themselves: they look like an answer and are none.
import type { Knowledge } from '../knowledge/knowledge';
import type { ClearanceEntry, Located, OverrideEntry } from '../note/model';
import { findNear } from '../text/distance';
import { say } from '../text/say';
import type { Uri } from '../text/span';
import { isComplete, plainRule } from './clearances';
import type { Finding } from './finding';
import { cut } from './words';

/** Lists clearances that nobody can rely on, and overrides that name no rule or lack what the rule asks for. */
export function listAnswerFindings(
  kb: Knowledge,
  uri: Uri,
  clearances: readonly ClearanceEntry[],
  overrides: readonly OverrideEntry[],
): readonly Finding[] {
  return [
    ...clearances
      .filter((entry) => !isComplete(entry))
      .map((entry) =>
        report(
          uri,
          'incomplete-clearance',
          entry.for,
          say`This clearance does not count yet: add who gave it (\`by\`) and when (\`on\`).`,
        ),
      ),
    ...overrides.flatMap((entry) => judgeOverride(kb, uri, entry)),
  ];
}

function judgeOverride(kb: Knowledge, uri: Uri, entry: OverrideEntry): readonly Finding[] {
  const id = plainRule(entry.rule.value.trim());
  const rule = kb.rules.get(id);
  // Other families, such as record/… and visits/…, are no rules of the knowledge base.
  if (rule === undefined) {
    if (entry.rule.value.includes('/') && !entry.rule.value.startsWith('contraindication/')) return [];
    if (kb.redFlags.has(id)) return [];
    const near = findNear(id, kb.rules.keys(), 3);
    const finding = report(
      uri,
      'unknown-rule',
      entry.rule,
      say`No rule has this id, so the override answers nothing.${near === undefined ? '' : say` Did you mean “${near}”?`}`,
    );
    if (near === undefined) return [finding];
    const edits = [{ uri, edits: [{ span: entry.rule.span, newText: near }] }];
    return [{ ...finding, fixes: [{ title: say`Write “${near}”`, preferred: true, edits }] }];
  }
  if (entry.reason === undefined)
    return [report(uri, 'incomplete-override', entry.rule, say`Say why: an override needs a \`reason\`.`)];
  const needsWords = rule.level === 'absolute' && entry.reason.value !== 'wrong-match';
  return needsWords && (entry.note?.value.trim() ?? '') === ''
    ? [
        report(
          uri,
          'incomplete-override',
          entry.rule,
          say`This rule is absolute: say why in words (\`note\`) before the override counts.`,
        ),
      ]
    : [];
}

const report = (uri: Uri, name: string, at: Located<string>, message: string): Finding => ({
  rule: `record/${name}`,
  severity: 'information',
  at: { uri, span: at.span },
  message: cut(message),
  because: [],
  fixes: [],
});

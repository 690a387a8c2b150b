// Fixes for contraindications: a gentler technique, written as avoided, a clearance, an override.
import type { TechniqueUse } from '../facts/model';
import { say } from '../text/say';
import { type Span, sliceSpan } from '../text/span';
import type { Fix } from './finding';
import { type Case, matchRules, type RuleMatch } from './match';
import { overrideFix, wrongMatchFix } from './override-fix';
import { clearanceFix, endInRecordFix, overrideInRecordFix, recordFix } from './record-fixes';

/** The fixes that answer a match at a technique, best first. */
export function fixesFor(at: Case, match: RuleMatch, use: TechniqueUse): readonly Fix[] {
  const { rule, fact } = match;
  return [
    ...saferFixes(at, match, use),
    ...avoidedFix(at, use),
    ...(fact === undefined ? [] : [...recordFix(at, fact), ...endInRecordFix(at, fact)]),
    ...(fact === undefined || rule.clearsWhen === '' ? [] : clearanceFix(at, rule, fact, use)),
    ...overrideFix(at, rule, fact),
    ...overrideInRecordFix(at, rule, fact),
    ...wrongMatchFix(at, match),
  ];
}

const most = 2;

/** Techniques that the rule names as safer and that meet nothing as serious for this client. */
function saferFixes(at: Case, match: RuleMatch, use: TechniqueUse): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const id of match.rule.saferAlternatives) {
    const technique = at.kb.techniques.get(id);
    if (technique === undefined || fixes.length >= most || id === use.id) continue;
    const meets = matchRules(at, { id, depth: technique.depth, regions: use.regions });
    if (
      meets.some(
        (other) =>
          other.severity === 'error' ||
          (other.rule.id === match.rule.id && other.severity === match.severity),
      )
    )
      continue;
    fixes.push({
      title: say`Use ${technique.name.toLowerCase()} instead (${wordWhy(technique.depth, meets)})`,
      preferred: fixes.length === 0,
      edits: [{ uri: at.session.uri, edits: [{ span: use.mention.span, newText: technique.name }] }],
    });
  }
  if (fixes.length > 0) return fixes;
  // Nothing is safe yet: what will be, once the doctor has cleared it, is named with that condition.
  for (const next of match.rule.whenClearedApply.flatMap((id) => at.kb.rules.get(id) ?? [])) {
    const technique = next.saferAlternatives
      .flatMap((id) => at.kb.techniques.get(id) ?? [])
      .find((entry) => entry.id !== use.id);
    if (technique === undefined) continue;
    return [
      {
        title: say`Plan ${technique.name.toLowerCase()} instead, once a doctor has cleared it`,
        preferred: false,
        edits: [{ uri: at.session.uri, edits: [{ span: use.mention.span, newText: technique.name }] }],
      },
    ];
  }
  return [];
}

/** Why a technique is safer here: its pressure, and what is still to be minded. */
function wordWhy(depth: string, meets: readonly RuleMatch[]): string {
  const [first] = meets;
  return first === undefined
    ? say`${depth} pressure; nothing known speaks against it`
    : say`${depth} pressure; mind: ${first.rule.title.charAt(0).toLowerCase()}${first.rule.title.slice(1)}`;
}

/** Writes the entry as one that was left out: `- Deep tissue: L calf` becomes `- Avoided: Deep tissue L calf`. */
function avoidedFix(at: Case, use: TechniqueUse): readonly Fix[] {
  const { text } = at.session.note;
  const line = lineOf(text, use.mention.span);
  const body = sliceSpan(text, line);
  const parts = /^(\s*(?:[-*•–]\s+|\d+[.)]\s+)?)(.*)$/s.exec(body);
  const marker = parts?.[1] ?? '';
  // Only where the technique leads its own line: elsewhere the edit would say more than was meant.
  if (line.start + marker.length !== use.mention.span.start) return [];
  const after = text.charAt(use.mention.span.end);
  const edits = [
    { span: { start: use.mention.span.start, end: use.mention.span.start }, newText: 'Avoided: ' },
  ];
  if (after === ':')
    edits.push({ span: { start: use.mention.span.end, end: use.mention.span.end + 1 }, newText: ',' });
  return [
    { title: say`Write as avoided (not done)`, preferred: false, edits: [{ uri: at.session.uri, edits }] },
  ];
}

function lineOf(text: string, at: Span): Span {
  const start = Math.max(text.lastIndexOf('\n', at.start - 1), text.lastIndexOf('\r', at.start - 1)) + 1;
  const end = text.slice(at.end).search(/[\r\n]/);
  return { start, end: end === -1 ? text.length : at.end + end };
}

// What to show for the place under the cursor: the finding first, then what the words mean.

import { isWithin } from '../knowledge/knowledge';
import { fieldById } from '../note/fields';
import type { Finding } from '../rules/finding';
import { findPracticeField } from '../rules/own-fields';
import { say, spoken } from '../text/say';
import { type Source, type Span, sliceSpan, touchesSpan } from '../text/span';
import type { NoteView, View } from '../workspace/model';
import { adviceOn, wordStrength } from './advice';
import { describeRule, describeTerm, escapeMarkdown, wordSources } from './describe';
import { hoverKnowledge } from './knowledge-help';
import { hoverSignature } from './signing';
import { findTermAt } from './term-at';

/** A hover as data. `because` are places that the front links to, in the order of the text's `[n]` marks. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  readonly because: readonly { readonly at: Source; readonly text: string }[];
}

/** What is known about the place at an offset; undefined if there is nothing to say. */
export function findHover(view: View, offset: number): Hover | undefined {
  const findings = view.findings.filter(
    (finding) =>
      touchesSpan(finding.at.span, offset) && /^(?:contraindication|red-flag)\//.test(finding.rule),
  );
  const spoken = findings.map((finding) => describeFinding(view, finding));
  if (view.kind === 'knowledge') return hoverKnowledge(view, offset);
  if (view.kind !== 'note') return view.kind === 'client' ? hoverName(view, offset) : undefined;
  const signed = hoverSignature(view, offset);
  if (signed !== undefined) return signed;
  const mention = [...view.session.mentions]
    .reverse()
    .find((candidate) => touchesSpan(candidate.span, offset));
  const described = mention === undefined ? undefined : describeTerm(view.kb, mention.kind, mention.id);
  const [first] = findings;
  if (first === undefined && described === undefined) return hoverField(view, offset);
  const parts = [
    ...spoken,
    ...(described === undefined ? [] : [described]),
    ...(mention?.kind === 'technique' && first === undefined ? praise(view, mention.id) : []),
  ];
  const span = first?.at.span ?? mention?.span ?? { start: offset, end: offset };
  return {
    span,
    markdown: parts.join('\n\n---\n\n'),
    because: findings.flatMap((finding) => finding.because.slice(0, 3)),
  };
}

/** What speaks for a technique with this client, with how sure it is and where it comes from. */
function praise(view: NoteView, technique: string): readonly string[] {
  const reasons = adviceOn(view).get(technique)?.indicatedFor ?? [];
  return reasons.slice(0, 2).map((reason) => {
    const { evidence, caution, sources, confidence } = reason.indication;
    return [
      say`*Used for:* ${escapeMarkdown(reason.condition)}, ${wordStrength(reason)}. ${escapeMarkdown(evidence)}`,
      ...(caution === undefined ? [] : [say`*Mind:* ${escapeMarkdown(caution)}`]),
      wordSources(view.kb, sources, confidence),
    ].join('\n\n');
  });
}

function describeFinding(view: View, finding: Finding): string {
  const id = finding.rule.slice(finding.rule.indexOf('/') + 1);
  const rule = finding.rule.startsWith('contraindication/') ? view.kb.rules.get(id) : undefined;
  const flag = view.kb.redFlags.get(`rf-${id}`);
  const reasons = finding.because.slice(0, 3).map((reason) => `- ${escapeMarkdown(reason.text)}`);
  const why = reasons.length === 0 ? [] : [reasons.join('\n')];
  if (rule !== undefined)
    return [
      `**${escapeMarkdown(finding.message)}**`,
      ...why,
      ...describeSites(view, finding),
      describeRule(view.kb, rule),
    ].join('\n\n');
  return [
    `**${escapeMarkdown(finding.message)}**`,
    ...why,
    ...(flag?.note === undefined ? [] : [escapeMarkdown(flag.note)]),
  ].join('\n\n');
}

/** What to mind at the endangerment sites where a technique of a rule for everybody was used. */
function describeSites(view: View, finding: Finding): readonly string[] {
  const rule = view.kb.rules.get(finding.rule.slice(finding.rule.indexOf('/') + 1));
  if (view.kind !== 'note' || !rule?.anyOf.some((cause) => 'anyClient' in cause)) return [];
  const places = view.session.techniques
    .filter((use) => use.mention.span.start === finding.at.span.start)
    .flatMap((use) => use.regions);
  return view.kb.data.endangermentSites
    .filter((site) => places.some((place) => isWithin(view.kb.regions, place.id, site.region)))
    .slice(0, 2)
    .map((site) => `*${escapeMarkdown(site.name)}:* ${escapeMarkdown(site.guidance)}`);
}

/** The help of a field's label. */
function hoverField(view: NoteView, offset: number): Hover | undefined {
  for (const section of view.parsed.value.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'field' || !touchesSpan(block.label, offset)) continue;
      const own = findPracticeField(view.kb, sliceSpan(view.file.text, block.label));
      const field = block.field === undefined ? undefined : fieldById(block.field);
      const name = field?.name ?? own?.label;
      if (name === undefined) continue;
      const asked = [
        ...(own !== undefined && own.values.length > 0 ? [say`One of: ${own.values.join(', ')}.`] : []),
        ...(own?.required === true ? [say`This practice asks for it in every note.`] : []),
        ...(own !== undefined && !own.shipped ? [say`A field of this practice.`] : []),
      ];
      const parts = [
        `**${escapeMarkdown(name)}**`,
        escapeMarkdown(spoken(field?.help ?? own?.help ?? '')),
        ...asked.map(escapeMarkdown),
      ];
      return { span: block.label, markdown: parts.join('\n\n'), because: [] };
    }
  }
  return undefined;
}

/** The name of a condition or medication in a client record. */
function hoverName(view: Extract<View, { kind: 'client' }>, offset: number): Hover | undefined {
  const term = findTermAt(view, offset);
  const markdown = term === undefined ? undefined : describeTerm(view.kb, term.kind, term.id);
  return term === undefined || markdown === undefined
    ? undefined
    : { span: term.span, markdown, because: [] };
}

// What was checked in a document, so that silence does not read as "safe".
import type { Finding } from '../rules/finding';
import type { View } from '../workspace/model';

export interface Summary {
  readonly rules: number;
  readonly facts: number;
  readonly client: string | undefined;
  readonly earlierSessions: number;
  readonly findings: Readonly<Record<Finding['severity'], number>>;
}

/** Counts findings by severity. */
export function countFindings(findings: readonly Finding[]): Summary['findings'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Says what was checked in a document. */
export function summarize(view: View): Summary {
  const note = view.kind === 'note' ? view : undefined;
  return {
    rules: view.kb.data.rules.length,
    facts: note?.client.facts.length ?? 0,
    client: note?.client.record === undefined ? undefined : note.client.id,
    earlierSessions: note?.client.earlier.length ?? 0,
    findings: countFindings(view.findings),
  };
}

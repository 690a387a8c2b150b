// The reasons of a finding: where its cause is stated, where it is stated again, and who says otherwise.
import type { Fact } from '../facts/model';
import { say } from '../text/say';
import type { Source } from '../text/span';
import type { Because } from './finding';
import type { Case } from './match';
import { explainFact, nameFact } from './words';

/** The statements behind a cause, the one that speaks first. Of those that repeat it one is enough to read. */
export function explainCause(at: Case, fact: Fact): readonly Because[] {
  const because: Because[] = [{ at: fact.source, text: explainFact(at.kb, fact, at.session.uri, at.date) }];
  if (fact.kind === 'finding') return because;
  const name = nameFact(at.kb, fact);
  for (const source of fact.against.slice(0, 2))
    because.push({ at: source, text: say`${nameDocument(at, source)} says otherwise: ${name}` });
  for (const source of fact.also.slice(0, 1))
    because.push({ at: source, text: say`${nameDocument(at, source)} says so too: ${name}` });
  return because;
}

/** Which document a statement stands in: `This note`, `Client record`, `Note of 2026-10-28`. */
function nameDocument(at: Case, { uri }: Source): string {
  if (uri === at.session.uri) return say`This note`;
  const earlier = at.client.earlier.find((session) => session.uri === uri);
  return earlier?.date === undefined ? say`Client record` : say`Note of ${earlier.date}`;
}

// What the rules say of each technique for this client, worked out once for a view.
import { contraindicationFor } from '../rules/contraindication';
import type { Finding } from '../rules/finding';
import type { NoteView } from '../workspace/model';

/** What is known of a technique for a client: a reason not to, or a reason for it. */
export interface Advice {
  /** The strongest rule against it, if any. */
  readonly against: Finding | undefined;
  /** Conditions of the client that it is used for, by name, strongest evidence first. */
  readonly indicatedFor: readonly { readonly condition: string; readonly strength: string }[];
}

const known = new WeakMap<NoteView, ReadonlyMap<string, Advice>>();
const strengths = ['high', 'moderate', 'mixed', 'low'];

/** Advice on every technique, by id. */
export function adviceOn(view: NoteView): ReadonlyMap<string, Advice> {
  const found = known.get(view);
  if (found !== undefined) return found;
  const at = {
    kb: view.kb,
    session: view.session,
    client: view.client,
    date: view.session.date ?? view.today,
  };
  const present = new Set(
    view.client.facts.flatMap((fact) => (fact.kind === 'condition' && !fact.historical ? [fact.id] : [])),
  );
  const reasons = new Map<string, { condition: string; strength: string }[]>();
  for (const indication of view.kb.data.indications) {
    for (const condition of indication.conditions) {
      if (!present.has(condition)) continue;
      for (const technique of indication.techniques) {
        const list = reasons.get(technique) ?? [];
        list.push({
          condition: view.kb.conditions.get(condition)?.name ?? condition,
          strength: indication.evidenceStrength,
        });
        reasons.set(technique, list);
      }
    }
  }
  const advice = new Map(
    view.kb.data.techniques.map((technique): readonly [string, Advice] => [
      technique.id,
      {
        against: contraindicationFor(at, technique.id),
        indicatedFor: (reasons.get(technique.id) ?? []).sort(
          (a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength),
        ),
      },
    ]),
  );
  known.set(view, advice);
  return advice;
}

// What the rules say of each technique for this client, worked out once for a view.

import type { EvidenceStrength, Indication } from '../knowledge/model';
import { contraindicationFor } from '../rules/contraindication';
import type { Finding } from '../rules/finding';
import { phrases } from '../text/say';
import type { NoteView } from '../workspace/model';

/** What is known of a technique for a client: a reason not to, or a reason for it. */
export interface Advice {
  /** The strongest rule against it, if any. */
  readonly against: Finding | undefined;
  /** What it is used for with this client, strongest evidence first. */
  readonly indicatedFor: readonly Reason[];
}

/** A condition of the client that a technique is used for, and what is known of its effect. */
export interface Reason {
  /** The condition's name inside a sentence. */
  readonly condition: string;
  readonly indication: Indication;
}

/** Advice by technique; each is worked out when it is first asked for. */
export interface AdviceBook {
  /** Undefined for a technique that the base does not know. */
  get(technique: string): Advice | undefined;
}

const known = new WeakMap<NoteView, AdviceBook>();
const strengths: readonly EvidenceStrength[] = ['high', 'moderate', 'mixed', 'low'];

const strengthWords: Readonly<Record<EvidenceStrength, string>> = phrases({
  high: 'high-certainty evidence',
  moderate: 'moderate-certainty evidence',
  mixed: 'mixed evidence',
  low: 'low-certainty evidence',
});

/** The strength of evidence in words that promise no more than there is: `low-certainty evidence`. */
export const wordStrength = ({ indication }: Reason): string => strengthWords[indication.evidenceStrength];

/** 0 for the strongest evidence; the larger the weaker. */
export const rankStrength = ({ indication }: Reason): number =>
  strengths.indexOf(indication.evidenceStrength);

/** Advice on the techniques for the client of a note. */
export function adviceOn(view: NoteView): AdviceBook {
  const found = known.get(view);
  if (found !== undefined) return found;
  const at = {
    kb: view.kb,
    session: view.session,
    client: view.client,
    date: view.session.date ?? view.today,
  };
  const present = new Set(
    view.client.facts.flatMap((fact) =>
      // What is over, or only suspected, is no reason to treat.
      fact.kind === 'condition' && !fact.historical && !fact.past && fact.certainty !== 'possible'
        ? [fact.id]
        : [],
    ),
  );
  const reasons = new Map<string, Reason[]>();
  for (const indication of view.kb.data.indications) {
    for (const condition of indication.conditions) {
      if (!present.has(condition)) continue;
      for (const technique of indication.techniques) {
        const list = reasons.get(technique) ?? [];
        list.push({
          condition: lowerFirst(view.kb.conditions.get(condition)?.name ?? condition),
          indication,
        });
        reasons.set(technique, list);
      }
    }
  }
  const advice = new Map<string, Advice>();
  const book: AdviceBook = {
    get(id) {
      if (!view.kb.techniques.has(id)) return undefined;
      const made = advice.get(id) ?? {
        against: contraindicationFor(at, id),
        indicatedFor: (reasons.get(id) ?? []).sort((a, b) => rankStrength(a) - rankStrength(b)),
      };
      advice.set(id, made);
      return made;
    },
  };
  known.set(view, book);
  return book;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

// What of a client needs care before any treatment, worked out from the newest note or the record alone.
import { recordFacts } from '../facts/timeline';
import type { CivilDate } from '../note/model';
import type { NoteView, RecordView } from '../workspace/model';
import { type Alert, alertsOf } from './client-summary';

/** A condition or medication with the strongest rule that speaks of it. */
export interface ClientAlert {
  readonly name: string;
  readonly level: Alert['level'];
}

/**
 * Lists the conditions and medications of a client that hold and that an absolute or a local rule speaks of, sorted by
 * level and name: as of the newest note, or by the record where there is no note. What is over, or not certain, is left
 * to the notes themselves.
 */
export function listClientAlerts(view: NoteView | RecordView, today: CivilDate): readonly ClientAlert[] {
  const { kb } = view;
  const facts =
    view.kind === 'note'
      ? view.client.facts
      : recordFacts(kb, { uri: view.file.uri, record: view.parsed.value }, today);
  const alerts = new Map<string, ClientAlert>();
  for (const fact of facts) {
    if (fact.kind === 'finding' || fact.certainty === 'possible') continue;
    if (fact.kind === 'condition' && (fact.historical || fact.past)) continue;
    const [strongest] = alertsOf(kb, fact);
    if (strongest === undefined || strongest.level === 'relative') continue;
    const name = (fact.kind === 'condition' ? kb.conditions : kb.medications).get(fact.id)?.name ?? fact.id;
    alerts.set(`${fact.kind}/${fact.id}`, { name, level: strongest.level });
  }
  return [...alerts.values()].sort((a, b) =>
    a.level !== b.level ? (a.level < b.level ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

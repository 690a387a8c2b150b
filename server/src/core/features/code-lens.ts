// The lines above a note: which session it is, how pain goes, what to mind, and the ways to the sessions beside it.
import { daysBetween } from '../note/values/calendar';
import { findPain } from '../rules/visits/pain';
import { say } from '../text/say';
import type { Source } from '../text/span';
import type { ClientEntry, NoteView } from '../workspace/model';
import { wordDaysLater } from './day-words';

/** One short line at the top of a note; `target` is where a click leads. */
export interface Lens {
  readonly kind: 'session' | 'pain' | 'alerts' | 'next';
  readonly title: string;
  readonly target: Source | undefined;
}

/** Scores that are shown; older ones say little about where it goes. */
const mostScores = 5;
const top = { start: 0, end: 0 };

/**
 * Lists the lenses of a note, at most four: `Session 3, 2 weeks after 2026-11-06` (to the earlier session),
 * `Pain 7 → 6 → 5`, `2 alerts` (to the first), `Next session 2026-12-04`. A note without a day or a client has none.
 */
export function listLenses(view: NoteView, entry: ClientEntry | undefined): readonly Lens[] {
  const { date } = view.session;
  if (date === undefined || entry === undefined) return [];
  const { earlier } = view.client;
  const last = earlier.at(-1);
  const days = last?.date === undefined ? undefined : daysBetween(last.date, date);
  const session: Lens = {
    kind: 'session',
    title:
      last === undefined || days === undefined
        ? say`Session ${earlier.length + 1}`
        : say`Session ${earlier.length + 1}, ${wordDaysLater(days)} ${last.date}`,
    target: last && { uri: last.uri, span: top },
  };
  const scores = [...earlier, view.session].flatMap(({ uri, note }) => {
    const pain = findPain(note);
    return pain === undefined ? [] : [{ ...pain, uri }];
  });
  const [first] = scores.slice(-mostScores);
  const pain: readonly Lens[] =
    first === undefined || scores.length < 2
      ? []
      : [
          {
            kind: 'pain',
            title: say`Pain ${scores
              .slice(-mostScores)
              .map(({ points }) => points)
              .join(' → ')}`,
            target: { uri: first.uri, span: first.span },
          },
        ];
  const alerts = view.findings.filter(
    ({ rule, severity, answeredBy }) =>
      /^(?:contraindication|red-flag)\//.test(rule) &&
      (severity === 'error' || severity === 'warning') &&
      answeredBy === undefined,
  );
  const next = entry.sessions.find((other) => other.uri !== view.file.uri && (other.date ?? '') > date);
  return [
    session,
    ...pain,
    ...(alerts[0] === undefined
      ? []
      : [
          {
            kind: 'alerts' as const,
            title: alerts.length === 1 ? say`1 alert` : say`${alerts.length} alerts`,
            target: alerts[0].at,
          },
        ]),
    ...(next === undefined
      ? []
      : [
          {
            kind: 'next' as const,
            title: say`Next session ${next.date}`,
            target: { uri: next.uri, span: top },
          },
        ]),
  ];
}

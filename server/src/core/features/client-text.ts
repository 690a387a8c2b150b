// One client over all sessions as plain text with Markdown headings, for reading in an editor and for screen readers.
import type { Change } from './changes';
import type { Alert, ClientOverview, KnownVisit } from './client-summary';
import type { Series } from './trends';

/** The summary of a client as text. Words of notes stand as they are: nothing here is a link or a heading by them. */
export function clientText(client: ClientOverview): string {
  const lines: string[] = [`# ${oneLine(client.name ?? client.id)}`, ''];
  const part = (heading: string, items: readonly string[]): void => {
    lines.push(
      `## ${heading}`,
      '',
      ...(items.length === 0 ? ['None noted.'] : items.map((item) => `- ${oneLine(item)}`)),
      '',
    );
  };
  lines.push(
    ...joined([
      ['As of', client.asOf],
      ['Born', client.born],
      ['First history', client.intake],
      ['Consent until', client.consent?.expires],
      ['Allergies', client.allergies.join(', ')],
      ['The client wants left out', client.avoid.join(', ')],
    ]),
    '',
  );
  if (client.sinceLastVisit.since !== undefined && client.sinceLastVisit.changes.length > 0)
    part(
      `Different today from the visit of ${client.sinceLastVisit.since}`,
      client.sinceLastVisit.changes.map(wordChange),
    );
  if (client.lastVisit.since !== undefined)
    part(
      `What the last visit brought since ${client.lastVisit.since}`,
      client.lastVisit.changes.map(wordChange),
    );
  part(
    'Conditions',
    client.conditions.map(({ name, severity, places, since, standing, isDisputed, alerts }) =>
      sentence([
        name,
        severity,
        places.map((place) => place.name).join(' and '),
        since && `since ${since}`,
        standings[standing],
        isDisputed && 'sources differ',
        wordAlerts(alerts),
      ]),
    ),
  );
  part(
    'Medications',
    client.medications.map(({ name, group, dose, since, standing, isDisputed, alerts }) =>
      sentence([
        group === undefined ? name : `${name} (${group})`,
        dose,
        since && `since ${since}`,
        standings[standing],
        isDisputed && 'sources differ',
        wordAlerts(alerts),
      ]),
    ),
  );
  part(
    'Clearances',
    client.clearances.map((known) =>
      sentence([
        `for ${known.for}`,
        known.by && `by ${known.by}`,
        known.on && `on ${known.on}`,
        known.until && `until ${known.until}`,
        known.allows.length > 0 && `allows ${known.allows.join(', ')}`,
        known.state,
      ]),
    ),
  );
  part(
    'Pain, 0–10',
    client.trends.pain.map((pain) => `${pain.date}: ${wordPain(pain.before, pain.after)}`),
  );
  part('Measures', [...client.trends.motions, ...client.trends.outcomes].map(wordSeries));
  const { plan } = client;
  part(
    'Plan',
    joined([
      ['Frequency', plan.frequency],
      ['Until', plan.until],
      ['Goals', plan.goals.join('; ')],
      ['Next session', plan.nextSession],
      ['Home care', plan.homeCare],
    ]),
  );
  part('Sessions', client.visits.map(wordVisit));
  part(
    'Overrides',
    client.ledger.map(({ rule, reason, therapist, on, until, state, words }) =>
      sentence([
        rule,
        reason,
        therapist && `by ${therapist}`,
        on && `on ${on}`,
        until && `until ${until}`,
        state,
        words,
      ]),
    ),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

const standings = {
  recorded: 'in the client file',
  noted: 'in a note only',
  possible: 'not certain',
  past: 'over',
} as const;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Part = string | undefined | false;

const sentence = (parts: readonly Part[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');

const joined = (facts: readonly (readonly [string, string | undefined])[]): readonly string[] =>
  facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}: ${oneLine(value)}`],
  );

const wordChange = ({ text, direction }: Change): string =>
  direction === undefined ? text : `${text} (${direction})`;

const wordAlerts = (alerts: readonly Alert[]): Part => {
  const [first] = alerts;
  return (
    first !== undefined && `rules: ${first.title}${alerts.length > 1 ? ` and ${alerts.length - 1} more` : ''}`
  );
};

/** Pain before and after in words: `6, then 3`. */
export const wordPain = (before: number | undefined, after: number | undefined): string =>
  before === undefined
    ? `then ${after ?? ''}`
    : after === undefined
      ? `${before}`
      : `${before}, then ${after}`;

function wordSeries({ name, unit, outOf, values }: Series): string {
  const end = unit === '°' ? '°' : unit === '%' ? ' %' : outOf === undefined ? '' : `/${outOf}`;
  return `${name}: ${values.map(({ date, value }) => `${value}${end} on ${date}`).join(', ')}`;
}

const wordVisit = ({
  date,
  complaint,
  painBefore,
  painAfter,
  therapist,
  minutes,
  signed,
}: KnownVisit): string =>
  sentence([
    date ?? 'no date',
    complaint,
    (painBefore !== undefined || painAfter !== undefined) && `pain ${wordPain(painBefore, painAfter)}`,
    therapist,
    minutes !== undefined && `${minutes} min`,
    signed ? 'signed' : 'not signed',
  ]);

// One client over all sessions as plain text with Markdown headings, for reading in an editor and for screen readers.

import { phrases, say, spoken } from '../text/say';
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
      ...(items.length === 0 ? [say`None noted.`] : items.map((item) => `- ${oneLine(item)}`)),
      '',
    );
  };
  lines.push(
    ...joined([
      [say`As of`, client.asOf],
      [say`Born`, client.born],
      [say`Intake`, client.intake],
      [say`Consent until`, client.consent?.expires],
      [say`Allergies`, client.allergies.join(', ')],
      [say`The client wants left out`, client.avoid.join(', ')],
    ]),
    '',
  );
  if (client.sinceLastVisit.since !== undefined && client.sinceLastVisit.changes.length > 0)
    part(
      say`Different today from the visit of ${client.sinceLastVisit.since}`,
      client.sinceLastVisit.changes.map(wordChange),
    );
  if (client.lastVisit.since !== undefined)
    part(
      say`What the last visit brought since ${client.lastVisit.since}`,
      client.lastVisit.changes.map(wordChange),
    );
  part(
    say`Conditions`,
    client.conditions.map(({ name, severity, places, since, standing, isDisputed, alerts }) =>
      sentence([
        name,
        severity,
        places.map((place) => place.name).join(say` and `),
        since && say`since ${since}`,
        standings[standing],
        isDisputed && say`sources differ`,
        wordAlerts(alerts),
      ]),
    ),
  );
  part(
    say`Medications`,
    client.medications.map(({ name, group, dose, since, standing, isDisputed, alerts }) =>
      sentence([
        group === undefined ? name : `${name} (${group})`,
        dose,
        since && say`since ${since}`,
        standings[standing],
        isDisputed && say`sources differ`,
        wordAlerts(alerts),
      ]),
    ),
  );
  part(
    say`Clearances`,
    client.clearances.map((known) =>
      sentence([
        say`for ${known.for}`,
        known.by && say`by ${known.by}`,
        known.on && say`on ${known.on}`,
        known.until && say`until ${known.until}`,
        known.allows.length > 0 && say`allows ${known.allows.join(', ')}`,
        spoken(known.state),
      ]),
    ),
  );
  part(
    say`Pain, 0–10`,
    client.trends.pain.map((pain) => `${pain.date}: ${wordPain(pain.before, pain.after)}`),
  );
  part(say`Measures`, [...client.trends.motions, ...client.trends.outcomes].map(wordSeries));
  const { plan } = client;
  part(
    say`Plan`,
    joined([
      [say`Frequency`, plan.frequency],
      [say`Until`, plan.until],
      [say`Goals`, plan.goals.join('; ')],
      [say`Next session`, plan.nextSession],
      [say`Home care`, plan.homeCare],
    ]),
  );
  part(say`Sessions`, client.visits.map(wordVisit));
  part(
    say`Overrides`,
    client.ledger.map(({ rule, reason, therapist, on, until, state, words }) =>
      sentence([
        rule,
        reason,
        therapist && say`by ${therapist}`,
        on && say`on ${on}`,
        until && say`until ${until}`,
        spoken(state),
        words,
      ]),
    ),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

const standings = phrases({
  recorded: 'in the client file',
  noted: 'in a note only',
  possible: 'not certain',
  past: 'over',
} as const);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Part = string | undefined | false;

const sentence = (parts: readonly Part[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');

const joined = (facts: readonly (readonly [string, string | undefined])[]): readonly string[] =>
  facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}: ${oneLine(value)}`],
  );

const wordChange = ({ text, direction }: Change): string =>
  direction === undefined ? text : `${text} (${spoken(direction)})`;

const wordAlerts = (alerts: readonly Alert[]): Part => {
  const [first] = alerts;
  return (
    first !== undefined &&
    say`rules: ${first.title}${alerts.length > 1 ? say` and ${alerts.length - 1} more` : ''}`
  );
};

/** Pain before and after in words: `6, then 3`. */
export const wordPain = (before: number | undefined, after: number | undefined): string =>
  before === undefined
    ? say`then ${after ?? ''}`
    : after === undefined
      ? `${before}`
      : say`${before}, then ${after}`;

function wordSeries({ name, unit, outOf, values }: Series): string {
  const end = unit === '°' ? '°' : unit === '%' ? ' %' : outOf === undefined ? '' : `/${outOf}`;
  return `${name}: ${values.map(({ date, value }) => say`${value}${end} on ${date}`).join(', ')}`;
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
    date ?? say`no date`,
    complaint,
    (painBefore !== undefined || painAfter !== undefined) && say`pain ${wordPain(painBefore, painAfter)}`,
    therapist,
    minutes !== undefined && say`${minutes} min`,
    signed ? say`signed` : say`not signed`,
  ]);

// The page of one client over all sessions.
import { listPlacesOfConditions } from '../features/body-map';
import type { Alert, ClientOverview, KnownVisit } from '../features/client-summary';
import type { Knowledge } from '../knowledge/knowledge';
import type { Practice } from '../note/model';
import { language, spoken } from '../text/say';
import type { Source } from '../text/span';
import { drawBodyMap } from './body-map';
import { listChangesAsHtml } from './change-list';
import { drawCharts } from './charts';
import { each, type Html, html } from './html';
import { type PageOptions, plainPage } from './note-page';
import { type Page, type PagePart, toFooter, toHeader, toPart } from './page';
import { linkTo, type Places } from './places';
import { table } from './table';
import { words } from './words';

/** The page of a client. */
export function clientPage(
  kb: Knowledge,
  client: ClientOverview,
  practice: Practice | undefined,
  options: PageOptions = plainPage,
): Page {
  const { places } = options;
  const name = client.name ?? client.id;
  return {
    title: words.summaryOf(name),
    lang: language(),
    parts: [
      toHeader(practice, words.summaryOf(name), [
        { name: words.date, value: words.asOf(client.asOf) },
        { name: words.born, value: client.born },
        { name: words.intake, value: client.intake },
        { name: words.consentUntil, value: client.consent?.expires },
        { name: words.allergies, value: listed(client.allergies) },
        { name: words.avoid, value: listed(client.avoid) },
      ]),
      ...changeParts(client, places),
      toPart('conditions', words.conditions, conditionTable(client, places)),
      toPart('medications', words.medications, medicationTable(client, places)),
      toPart('clearances', words.clearances, clearanceTable(client, places)),
      toPart(
        'body',
        words.bodyMap,
        drawBodyMap(listPlacesOfConditions(client.conditions), {
          kb,
          ...options,
          interactive: false,
          unfolded: !options.interactive,
        }),
      ),
      toPart('charts', words.charts, drawCharts(client.trends, places)),
      toPart('plan', words.plan, planList(client)),
      toPart('sessions', words.sessions, sessionTable(client.visits, places)),
      toPart('ledger', words.ledger, ledgerTable(client, places)),
      toFooter([words.disclaimer]),
    ],
  };
}

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ');

function changeParts(client: ClientOverview, places: Places): readonly PagePart[] {
  const { lastVisit, sinceLastVisit, visits } = client;
  const [newest] = visits;
  return [
    ...(sinceLastVisit.since === undefined || sinceLastVisit.changes.length === 0
      ? []
      : [
          toPart(
            'since',
            words.sinceLastVisit(sinceLastVisit.since),
            listChangesAsHtml(sinceLastVisit.changes, places),
          ),
        ]),
    ...(lastVisit.since === undefined
      ? []
      : [
          toPart(
            'changes',
            words.lastVisitBrought(newest?.date ?? '', lastVisit.since),
            listChangesAsHtml(lastVisit.changes, places),
          ),
        ]),
  ];
}

const shownAlerts = 3;

const alertList = (alerts: readonly Alert[]): string => {
  const shown = alerts.slice(0, shownAlerts).map(({ title }) => title);
  const left = alerts.length - shown.length;
  return [...shown, ...(left > 0 ? [words.more(left)] : [])].join('; ');
};

const standing = (known: {
  readonly standing: keyof typeof words.standing;
  readonly isDisputed: boolean;
}): string => [words.standing[known.standing], ...(known.isDisputed ? [words.disputed] : [])].join(', ');

const conditionTable = ({ conditions }: ClientOverview, places: Places): Html =>
  table(
    words.conditions,
    [words.name, words.where, words.since, words.standingHead, words.rules],
    conditions.map((known) => [
      linkTo(
        places,
        known.at,
        known.severity === undefined ? known.name : `${known.name}, ${known.severity}`,
      ),
      known.places.map(({ name }) => name).join('; '),
      known.since,
      standing(known),
      alertList(known.alerts),
    ]),
  );

const medicationTable = ({ medications }: ClientOverview, places: Places): Html =>
  table(
    words.medications,
    [words.name, words.group, words.dose, words.since, words.standingHead, words.rules],
    medications.map((known) => [
      linkTo(places, known.at, known.name),
      known.group,
      known.dose,
      known.since,
      standing(known),
      alertList(known.alerts),
    ]),
  );

const clearanceTable = ({ clearances }: ClientOverview, places: Places): Html =>
  table(
    words.clearances,
    [words.for, words.by, words.on, words.until, words.allows, words.state],
    clearances.map((known) => [
      linkTo(places, known.at, known.for),
      known.by,
      known.on,
      known.until,
      known.allows.length === 0 ? words.allowsAll : known.allows.join(', '),
      spoken(known.state),
    ]),
  );

function planList({ plan }: ClientOverview): Html {
  const facts = [
    [words.frequency, plan.frequency],
    [words.until, plan.until],
    [words.goals, listed(plan.goals)],
    [words.nextSession, plan.nextSession],
    [words.homeCare, plan.homeCare],
  ] as const;
  const known = facts.filter(([, value]) => value !== undefined);
  return known.length === 0
    ? html`<p class="quiet">${words.none}</p>`
    : html`<dl class="facts">${each(known, ([name, value]) => html`<div><dt>${name}</dt><dd class="words">${value}</dd></div>`)}</dl>${
        plan.notedOn !== undefined && html`<p class="quiet">${words.notedOn(plan.notedOn)}</p>`
      }`;
}

const painOf = ({ painBefore, painAfter }: KnownVisit): string =>
  painBefore !== undefined && painAfter !== undefined
    ? words.wentDown(painBefore, painAfter)
    : String(painBefore ?? painAfter ?? '');

const startOf = (uri: string): Source => ({ uri, span: { start: 0, end: 0 } });

const sessionTable = (visits: readonly KnownVisit[], places: Places): Html =>
  table(
    words.sessions,
    [
      words.date,
      words.complaint,
      words.painShort,
      words.therapist,
      words.duration,
      words.findings,
      words.signedShort,
    ],
    visits.map((visit) => [
      html`<span class="date">${linkTo(places, startOf(visit.uri), visit.date ?? '–')}</span>`,
      visit.complaint,
      html`<span class="date">${painOf(visit)}</span>`,
      visit.therapist,
      visit.minutes === undefined ? undefined : words.minutes(visit.minutes),
      visit.findings.error + visit.findings.warning,
      visit.signed ? words.yes : words.no,
    ]),
  );

const ledgerTable = ({ ledger }: ClientOverview, places: Places): Html =>
  table(
    words.ledger,
    [words.rule, words.reason, words.what, words.by, words.on, words.until, words.state],
    ledger.map((entry) => [
      linkTo(places, entry.at, entry.rule),
      entry.reason,
      entry.words,
      entry.therapist,
      entry.on,
      entry.until,
      spoken(entry.state),
    ]),
  );

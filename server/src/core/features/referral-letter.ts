// The draft of a letter to a physician, from what is known of a client. A therapist reads, corrects and signs it.
import type { CivilDate, Practice } from '../note/model';
import { findPracticeSetting, findPracticeSettings } from '../note/practice';
import type { ClientOverview, KnownCondition, KnownMedication } from './client-summary';
import { wordPain } from './client-text';

/** What the letter is written with. */
export interface LetterOptions {
  readonly practice: Practice | undefined;
  readonly today: CivilDate;
  /** Who writes; empty if nobody is named. */
  readonly therapist: string;
}

/** The draft. What only the therapist knows stands in square brackets; it diagnoses nothing and asks for the physician's view. */
export function draftReferral(client: ClientOverview, { practice, today, therapist }: LetterOptions): string {
  const name = oneLine(client.name ?? client.id);
  const setting = (path: string): string | undefined => findPracticeSetting(practice, path)?.value;
  const licence = findPracticeSettings(practice, 'licences')
    .find(({ value }) => therapist !== '' && value.startsWith(`${therapist} `))
    ?.value.slice(therapist.length + 1)
    .trim();
  const head = [
    practice?.name?.value,
    ...findPracticeSettings(practice, 'letterhead.address').map(({ value }) => value),
    setting('letterhead.phone'),
    setting('letterhead.email'),
  ].filter((line) => line !== undefined);
  const holding = client.conditions.filter(({ standing }) => standing !== 'past');
  const past = client.conditions.filter(({ standing }) => standing === 'past');
  const lines = [
    ...head,
    ...(head.length > 0 ? [''] : []),
    today,
    '',
    'To: [name and address of the physician]',
    '',
    `Regarding: ${name}${client.born === undefined ? '' : `, born ${client.born}`}`,
    '',
    'Dear [name],',
    '',
    courseOf(client),
    '',
    ...list('What is in our file as current:', [
      ...holding.map(wordCondition),
      ...client.medications.map(wordMedication),
    ]),
    ...list('In the past:', past.map(wordCondition)),
    ...list('Allergies:', client.allergies),
    ...list(
      'Clearances that we hold:',
      client.clearances
        .filter(({ state }) => state === 'in force')
        .map(({ for: what, by, on, until }) =>
          [`for ${what}`, by && `by ${by}`, on && `on ${on}`, until && `until ${until}`]
            .filter(Boolean)
            .join(', '),
        ),
    ),
    ...list('What was measured:', measures(client)),
    'I write to you because [what was observed or told, and when].',
    '',
    'Please let us know in writing:',
    '',
    '- whether massage may be given at present, and if not, from when',
    '- which areas or techniques to leave out, and how much pressure is safe',
    '- what to watch for, and until when your advice holds',
    '',
    '[The client agreed on … that this letter is sent.]',
    '',
    'With kind regards,',
    '',
    `${therapist === '' ? '[name]' : therapist}${licence === undefined ? '' : `, licence ${licence}`}`,
    '',
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function courseOf({ visits }: ClientOverview): string {
  const dated = visits.filter(({ date }) => date !== undefined);
  const [first, last] = [dated.at(-1), dated[0]];
  if (first === undefined || last === undefined)
    return 'This client has come to our practice for massage therapy.';
  const complaint = dated.map((visit) => visit.complaint).find((words) => words !== undefined);
  const count = dated.length === 1 ? 'once' : `${dated.length} times`;
  const span = first === last ? `on ${first.date}` : `between ${first.date} and ${last.date}`;
  const told =
    complaint === undefined ? '' : ` At the last of these visits the complaint was: ${oneLine(complaint)}.`;
  return `This client came to our practice for massage therapy ${count}, ${span}.${told}`;
}

const list = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [heading, '', ...items.map((item) => `- ${oneLine(item)}`), ''];

const doubts = { recorded: '', noted: '', possible: ', not certain', past: '' } as const;

const wordCondition = ({ name, places, since, standing }: KnownCondition): string =>
  `${[name, ...places.map((place) => place.name), ...(since === undefined ? [] : [`since ${since}`])].join(', ')}${doubts[standing]}`;

const wordMedication = ({ name, dose, since, standing }: KnownMedication): string =>
  `${[name, ...(dose === undefined ? [] : [dose]), ...(since === undefined ? [] : [`since ${since}`])].join(', ')}${doubts[standing]}`;

function measures({ trends: { pain, motions, outcomes } }: ClientOverview): readonly string[] {
  const [first, last] = [pain[0], pain.at(-1)];
  const words =
    first === undefined || last === undefined
      ? []
      : first === last
        ? [`pain ${wordPain(first.before, first.after)} of 10 on ${first.date}`]
        : [
            `pain ${wordPain(first.before, first.after)} of 10 on ${first.date}; ${wordPain(last.before, last.after)} of 10 on ${last.date}`,
          ];
  return [
    ...words,
    ...[...motions, ...outcomes].flatMap(({ name, unit, outOf, values }) => {
      const newest = values.at(-1);
      const end = unit === '°' ? '°' : unit === '%' ? ' %' : outOf === undefined ? '' : ` of ${outOf}`;
      return newest === undefined ? [] : [`${name} ${newest.value}${end} on ${newest.date}`];
    }),
  ];
}

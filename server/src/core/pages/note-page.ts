// The printable page of one session: letterhead, alerts with their basis, changes, body map, charts, and the note itself.
import { listBodyEntries } from '../features/body-map';
import { listChanges } from '../features/changes';
import { wordEachSource } from '../features/rule-words';
import { listTrends } from '../features/trends';
import { fieldById } from '../note/fields';
import type { Block, Field, Note } from '../note/model';
import { findPracticeSettings } from '../note/practice';
import { sectionTable } from '../note/sections';
import { formatPartial } from '../note/values/calendar';
import { plainRule } from '../rules/clearances';
import type { Finding } from '../rules/finding';
import { verifyNote } from '../signing/verify';
import { language } from '../text/say';
import { type Span, sliceSpan } from '../text/span';
import type { NoteView } from '../workspace/model';
import { drawBodyMap } from './body-map';
import { listChangesAsHtml } from './change-list';
import { drawCharts } from './charts';
import { each, type Html, html, nothing } from './html';
import { type Page, type PagePart, toFooter, toHeader, toPart } from './page';
import { linkTo, type Places } from './places';
import { words } from './words';

/** How a page is shown. */
export interface PageOptions {
  /** True where the host page answers to picks on the body map. */
  readonly interactive: boolean;
  readonly places: Places;
}

/** For a browser and for print: nothing leads anywhere. */
export const plainPage: PageOptions = { interactive: false, places: {} };

/** The page of a note. */
export function notePage(view: NoteView, options: PageOptions = plainPage): Page {
  const { session, client, practice } = view;
  const { note, date } = session;
  const front = note.frontMatter;
  const name = client.record?.record.name?.value ?? client.id;
  const therapist = front?.therapist?.value;
  const title = [words.sessionNote, date].filter((part) => part !== undefined).join(', ');
  const time = front?.date?.value.time;
  const born = client.record?.record.born;
  return {
    title: [name, title].filter((part) => part !== undefined).join(', '),
    lang: language(),
    parts: [
      toHeader(practice, title, [
        { name: words.client, value: name },
        { name: words.born, value: born && formatPartial(born.value) },
        { name: words.date, value: time === undefined ? date : `${date ?? ''} ${time}` },
        { name: words.therapist, value: therapist },
        { name: words.licence, value: licenceOf(view, therapist) },
        { name: words.duration, value: front?.durationMinutes && words.minutes(front.durationMinutes.value) },
        { name: words.type, value: front?.type?.value },
        { name: words.consent, value: front?.consent?.value },
      ]),
      toPart('alerts', words.alerts, listAlerts(view, options)),
      changesPart(view, options.places),
      toPart(
        'body',
        words.bodyMap,
        drawBodyMap(listBodyEntries(view), { kb: view.kb, ...options, unfolded: !options.interactive }),
      ),
      toPart(
        'charts',
        words.charts,
        drawCharts(listTrends(view.kb, [...client.earlier, session]), options.places),
      ),
      toPart(
        'note',
        words.noteText,
        html`${each(note.preamble, (block) => drawBlock(note, block))}${drawSections(note)}${drawSignatures(note)}`,
      ),
      toFooter([words.disclaimer]),
    ],
  };
}

/** The licence that the note states, else the one of the therapist in practice.yaml: `a.rivera MA60123456`. */
function licenceOf({ session, practice }: NoteView, therapist: string | undefined): string | undefined {
  const own = session.note.frontMatter?.licence?.value;
  if (own !== undefined || therapist === undefined) return own;
  const entry = findPracticeSettings(practice, 'licences').find(({ value }) =>
    value.startsWith(`${therapist} `),
  );
  return entry?.value.slice(therapist.length + 1).trim();
}

const alertFamilies = /^(?:contraindication|red-flag|signature)\//;

/** What speaks against a treatment, or for a referral, each with the statements and sources that it rests on. */
function listAlerts(view: NoteView, options: PageOptions): Html {
  const alerts = view.findings.filter(({ rule }) => alertFamilies.test(rule));
  return alerts.length === 0
    ? html`<p>${words.noAlerts}</p>`
    : html`<ul class="alerts">${each(alerts, (finding) => drawAlert(view, finding, options))}</ul>`;
}

function drawAlert({ kb }: NoteView, finding: Finding, { places, interactive }: PageOptions): Html {
  const { severity, message, because, answeredBy, at } = finding;
  const id = plainRule(finding.rule);
  const rule = finding.rule.startsWith('contraindication/') ? kb.rules.get(id) : undefined;
  const flag = kb.redFlags.get(`rf-${id}`) ?? kb.redFlags.get(id);
  const sources = wordEachSource(kb, rule?.sources ?? flag?.sources ?? []);
  const why = html`${rule !== undefined && html`<p>${rule.rationale}</p>`}${
    sources.length > 0 &&
    html`<p class="quiet">${words.source}: ${sources.map(({ text }) => text).join(' · ')}</p>`
  }`;
  return html`<li class="${severity}"><p><span class="level">${
    answeredBy === undefined ? words.severities[severity] : words.answered
  }</span>${linkTo(places, at, message)}</p>${
    because.length > 0 &&
    html`<ul aria-label="${words.rests}">${each(because, (reason) => html`<li>${linkTo(places, reason.at, reason.text)}</li>`)}</ul>`
  }${
    why.markup !== '' && (interactive ? html`<details><summary>${words.why}</summary>${why}</details>` : why)
  }</li>`;
}

function changesPart(view: NoteView, places: Places): PagePart {
  const { since, changes } = listChanges(view);
  return since === undefined
    ? toPart('changes', words.changesHead, html`<p>${words.firstVisit}</p>`)
    : toPart('changes', words.changes(since), listChangesAsHtml(changes, places));
}

const titleOf = (note: Note, id: string, title: Span): string =>
  sectionTable.find((section) => section.id === id)?.title ?? sliceSpan(note.text, title);

const drawSections = (note: Note): readonly Html[] =>
  each(
    note.sections,
    ({ id, title, blocks }) =>
      html`<h3>${titleOf(note, id, title)}</h3>${each(blocks, (block) => drawBlock(note, block))}`,
  );

const deepest = 12;

/** One field or text with what is nested below it. */
function drawBlock(note: Note, block: Block, depth = 0): Html {
  const box = block.checked === undefined ? nothing : html`${block.checked ? '☑ ' : '☐ '}`;
  const children =
    depth < deepest && block.children.length > 0
      ? html`<ul>${each(block.children, (child) => html`<li>${drawBlock(note, child, depth + 1)}</li>`)}</ul>`
      : nothing;
  const content =
    block.kind === 'text'
      ? html`${clean(sliceSpan(note.text, block.content))}`
      : html`<b>${labelOf(note, block)}</b>${block.heading !== true && ': '}${clean(sliceSpan(note.text, block.value))}`;
  return children === nothing
    ? html`<p class="words">${box}${content}</p>`
    : html`<div class="words"><p>${box}${content}</p>${children}</div>`;
}

const labelOf = (note: Note, { field, label }: Field): string =>
  sliceSpan(note.text, label)
    .replace(/[*_#]+/g, '')
    .trim() ||
  (fieldById(field ?? '')?.name ?? '');

/** Wrapped lines as one; emphasis marks of Markdown go. */
const clean = (text: string): string =>
  text
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Who signed what, and whether it still says so. */
function drawSignatures(note: Note): Html {
  const { main, addenda } = verifyNote(note);
  const stateOf = (part: typeof main, word: (by: string, at: string) => string): Html => {
    if (part.state === 'unsigned')
      return part === main ? html`<p class="quiet">${words.notSigned}</p>` : nothing;
    const by = part.signature?.by ?? '';
    return html`<p>${word(by, part.signature?.at ?? '')}${part.state !== 'valid' && html` <b>${words.changedSince}</b>`}</p>`;
  };
  return html`${stateOf(main, words.signed)}${each(addenda, (part) => stateOf(part, words.addendumSigned))}`;
}

// What the rules find, as FHIR: issues with what they rest on and how they were answered, and flags for referral.
import { plainRule } from '../../rules/clearances';
import type { Finding } from '../../rules/finding';
import { compareSources, overlapsSpan, type Source } from '../../text/span';
import type { NoteView } from '../../workspace/model';
import type { ExportedClient } from '../selection';
import { absent, contraindicated, flagClinical, issueSeverity } from './codes';
import { type Placed, patientOf } from './conditions';
import { isFinal } from './observations';
import { concept, type JsonMap, type Resource, refer, stableId } from './resource';
import { compositionOf } from './session';

/** Makes the issues of a session's contraindications. `placed` is what they may implicate. */
export function listIssues(
  client: ExportedClient,
  view: NoteView,
  placed: readonly Placed[],
): readonly Resource[] {
  return view.findings
    .filter(({ rule }) => rule.startsWith('contraindication/'))
    .map((finding, index) => toIssue(client, view, placed, finding, index));
}

function toIssue(
  client: ExportedClient,
  view: NoteView,
  placed: readonly Placed[],
  finding: Finding,
  index: number,
): Resource {
  const { rule: id, at, because, message, answeredBy } = finding;
  const rule = client.kb.rules.get(plainRule(id));
  const places = [at, ...because.map((reason) => reason.at)];
  const sources =
    rule?.sources.flatMap((one) => ('ref' in one ? [client.kb.sources.get(one.ref)] : [])) ?? [];
  return {
    resourceType: 'DetectedIssue',
    id: stableId(client.seed, 'issue', client.nameOf(view.file.uri), id, index),
    identifier: [{ value: id }],
    status: isFinal(view) ? 'final' : 'preliminary',
    code: concept(rule?.title ?? id, contraindicated),
    severity: severityOf(client, finding),
    patient: refer(patientOf(client)),
    identifiedDateTime: view.session.date,
    author: { display: 'soap-notes, by its rules' },
    implicated: placed
      .filter(({ sources }) => sources.some((one) => places.some((place) => isSame(one, place))))
      .map(({ resource }) => refer(resource)),
    // A message may quote the note, and what it rests on the record.
    evidence: [
      { code: [concept(rule?.rationale)], detail: [refer(compositionOf(client, view))] },
      ...(client.withoutNames ? [] : because.map(({ text }) => ({ code: [concept(text)] }))),
    ],
    detail: client.withoutNames ? undefined : message,
    reference: sources.find((source) => source?.url !== undefined)?.url,
    mitigation: answeredBy === undefined ? [] : [toMitigation(client, view, answeredBy)],
  };
}

/** How serious it was before anybody answered it. */
function severityOf({ kb }: ExportedClient, { rule: id, severity, answeredBy }: Finding): string {
  if (answeredBy === undefined) return issueSeverity[severity];
  return kb.rules.get(plainRule(id))?.level === 'absolute' ? 'high' : 'moderate';
}

/** The override that answers a finding: its reason, and in its own words unless names are left out. */
function toMitigation({ withoutNames }: ExportedClient, { client, session }: NoteView, at: Source): JsonMap {
  const entry = client.overrides.find(({ source }) => compareSources(source, at) === 0)?.entry;
  const words = withoutNames ? undefined : entry?.note?.value;
  const reason = entry?.reason?.value ?? 'no reason';
  const by = entry?.by?.value ?? session.note.frontMatter?.therapist?.value;
  return {
    action: concept(words === undefined ? `Override: ${reason}` : `Override: ${reason}. ${words}`),
    date: entry?.on?.value.precision === 'day' ? entry.on.value.from : session.date,
    author: withoutNames || by === undefined ? undefined : { display: by },
  };
}

const isSame = (a: Source, b: Source): boolean => a.uri === b.uri && overlapsSpan(a.span, b.span);

/** Makes a flag of every red flag of a session: a pattern that asks for a referral. */
export function listRedFlags(client: ExportedClient, view: NoteView): readonly Resource[] {
  return view.findings
    .filter(({ rule }) => rule.startsWith('red-flag/'))
    .map(({ rule: id, message, answeredBy }, index) => {
      const flag = client.kb.redFlags.get(`rf-${plainRule(id)}`) ?? client.kb.redFlags.get(plainRule(id));
      return {
        resourceType: 'Flag',
        id: stableId(client.seed, 'red-flag', client.nameOf(view.file.uri), id, index),
        identifier: [{ value: id }],
        status: answeredBy === undefined ? 'active' : 'inactive',
        category: [concept('Red flag', flagClinical)],
        code: concept(
          flag === undefined ? (client.withoutNames ? id : message) : `${flag.title}: ${flag.action}`,
        ),
        subject: refer(patientOf(client)),
        period: view.session.date === undefined ? { _start: absent } : { start: view.session.date },
      };
    });
}

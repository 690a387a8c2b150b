// What is asked of consent: on file and in date, for this session, for sensitive areas, and within what it covers.
import { readingsOf } from '../../facts/conditions';
import type { TechniqueUse } from '../../facts/model';
import { isWithin, type Knowledge } from '../../knowledge/knowledge';
import type { TermId } from '../../knowledge/model';
import type { CivilDate, ConsentEntry, Located } from '../../note/model';
import { addMonths } from '../../note/values/calendar';
import { sliceSpan } from '../../text/span';
import type { Because } from '../finding';
import { type Asked, type Insert, type Reply, type RequirementTable, replyOf, there } from './model';
import { entryAt } from './note-parts';

export const consent: RequirementTable<
  'consent' | 'session-consent' | 'sensitive-consent' | 'sensitive-rationale' | 'consent-scope'
> = {
  consent: {
    name: 'consent on file',
    place: 'top',
    reply: replyOfConsent,
    insert: ({ input }): Insert | undefined => {
      const { record } = input.client;
      if (record === undefined) return { kind: 'key', key: 'consent' };
      return record.record.entries.some((entry) => entry.key.value === 'consent')
        ? undefined
        : { kind: 'record', key: 'consent', lines: ['consent:', '  signed: '] };
    },
  },
  'session-consent': {
    name: 'consent for this session',
    sentence: 'Consent for this session is not recorded.',
    place: 'top',
    reply: (asked) => {
      const entry = entryAt(asked.input.session.note, 'consent');
      return replyOf(
        // Where there is no consent at all, that alone is said.
        !asked.isTreated ||
          !isOnFile(asked.input.client.record?.record.consent) ||
          wordsOfConsent(asked) !== '',
        entry?.key ?? asked.parts.empty('consent'),
      );
    },
    insert: () => ({ kind: 'key', key: 'consent' }),
  },
  'sensitive-consent': {
    name: 'consent for the sensitive area',
    place: 'treatment',
    reply: replyOfSensitive,
    insert: ({ parts }): Insert | undefined =>
      parts.empty('consent') === undefined
        ? { kind: 'field', section: 'subjective', label: 'Consent' }
        : undefined,
  },
  'sensitive-rationale': {
    name: 'reason for work on the sensitive area',
    sentence: 'Nothing says why the sensitive area was worked.',
    place: 'treatment',
    reply: (asked) => {
      if (sensitiveUses(asked).length === 0) return there;
      return replyOf(
        asked.parts.has('rationale') || rationaleWords.test(asked.parts.textOf('treatment', 'assessment')),
        asked.parts.empty('rationale'),
      );
    },
    insert: () => ({ kind: 'field', section: 'treatment', label: 'Rationale' }),
  },
  'consent-scope': { name: 'consent for this work', place: 'treatment', reply: replyOfScope },
};

const isOnFile = (entry: ConsentEntry | undefined): boolean =>
  entry?.signed !== undefined || entry?.expires !== undefined;

/** What the note itself says of consent: its front matter and its field. */
function wordsOfConsent({ input, parts }: Asked): string {
  const { note } = input.session;
  const written = parts.fields
    .filter(({ field, filled }) => field.field === 'consent' && filled)
    .map(({ field }) => sliceSpan(note.text, field.span).replace(/^[^:]*:/, ''));
  return [note.frontMatter?.consent?.value ?? '', ...written].join(' ').trim();
}

/** The last day on which a written consent holds: its own end, or the end that the rule sets, whichever is sooner. */
function endOf(entry: ConsentEntry, months: number | undefined): CivilDate | undefined {
  const ends = [
    entry.expires?.value.to,
    months === undefined || entry.signed === undefined ? undefined : addMonths(entry.signed.value.to, months),
  ].filter((end) => end !== undefined);
  return ends.sort()[0];
}

function replyOfConsent(asked: Asked): Reply {
  const { input, profile } = asked;
  const said = wordsOfConsent(asked);
  const isSaid = profile.consent.written ? /\bwritten\b|\bsigned\b|\bform\b/i.test(said) : said !== '';
  const { record } = input.client;
  const entry = record?.record.consent;
  if (isSaid) return there;
  if (
    record === undefined ||
    entry === undefined ||
    (entry.signed === undefined && entry.expires === undefined)
  ) {
    const stands =
      record === undefined
        ? entryAt(input.session.note, 'consent')?.filled === false
        : record.record.entries.some(({ key }) => key.value === 'consent');
    return stands
      ? { state: 'empty', at: entryAt(input.session.note, 'consent')?.key }
      : { state: 'missing' };
  }
  const at = { uri: record.uri, span: entry.span };
  const signed = entry.signed?.value.from;
  if (signed !== undefined && signed > input.date)
    return {
      state: 'wrong',
      message: `The consent on file is of ${signed}, after this session.`,
      because: [{ at, text: `Client record: consent signed ${signed}` }],
    };
  const end = endOf(entry, profile.consent.months);
  return end === undefined || input.date <= end
    ? there
    : {
        state: 'wrong',
        message: `The consent on file ended on ${end}.`,
        because: [
          {
            at,
            text: `Client record: consent${signed === undefined ? '' : ` signed ${signed}`}, until ${end}`,
          },
        ],
      };
}

/** Techniques that were done on a sensitive area of the profile. */
const sensitiveUses = ({ input, profile }: Asked): readonly { use: TechniqueUse; region: TermId }[] =>
  input.session.techniques.flatMap((use) => {
    const worked =
      use.status === 'done'
        ? use.regions.find(({ id }) =>
            profile.sensitive.regions.some((area) => isWithin(input.kb.regions, id, area)),
          )
        : undefined;
    return worked === undefined ? [] : [{ use, region: worked.id }];
  });

/** Why sensitive work was done: words that give a reason. */
const rationaleWords =
  /\brationale\b|\bbecause\b|\bindicat(?:ed|ion)|\bdue to\b|\breasons?\b|\bin order to\b|\bto (?:reduce|relieve|treat|release|address|improve|ease|mobili[sz]e)\b|\bfor (?:the )?(?:\w+ )?(?:scars?|scarring|lymph\w*|o?edema|swelling|adhesions?|pain|tension|fibrosis)\b/i;

const anyArea = /^(?:all|any|yes|agreed|every)\b/i;

/** True if words speak of a region by one of its names. */
function names(kb: Knowledge, words: string, region: TermId): boolean {
  const lower = words.toLowerCase();
  for (let id: TermId | undefined = region, steps = 0; id !== undefined && steps < 4; steps++) {
    const entry = kb.regions.get(id);
    if (entry === undefined) return false;
    if ([entry.name, ...entry.synonyms].some((name) => lower.includes(name.toLowerCase()))) return true;
    id = entry.parent;
  }
  return false;
}

function replyOfSensitive(asked: Asked): Reply {
  const { input, profile } = asked;
  const said = wordsOfConsent(asked);
  const allowed = input.client.record?.record.consent?.sensitiveAreas ?? [];
  const open = sensitiveUses(asked).filter(({ region }) => {
    if (/\bsensitive\b/i.test(said) || names(input.kb, said, region)) return false;
    if (profile.sensitive.eachSession) return true;
    return !allowed.some(({ value }) => anyArea.test(value.trim()) || names(input.kb, value, region));
  });
  const [first] = open;
  if (first === undefined) return there;
  const name = input.kb.regions.get(first.region)?.name.toLowerCase() ?? 'a sensitive area';
  const recorded: readonly Because[] = allowed.flatMap((area) =>
    input.client.record === undefined
      ? []
      : [
          {
            at: { uri: input.client.record.uri, span: area.span },
            text: 'Client record: consent for sensitive areas',
          },
        ],
  );
  return {
    state: 'wrong',
    at: first.use.mention.span,
    message: profile.sensitive.eachSession
      ? `Work on the ${name} without consent recorded in this session’s note.`
      : `Work on the ${name} without consent recorded for it.`,
    because: recorded,
  };
}

function replyOfScope({ input }: Asked): Reply {
  const { record } = input.client;
  const entry = record?.record.consent;
  if (record === undefined || entry === undefined) return there;
  const { kb } = input;
  const done = input.session.techniques.filter(({ status }) => status === 'done');
  const areas = idsOf(kb, entry.areas, 'region');
  const techniques = idsOf(kb, entry.techniques, 'technique');
  const foreign =
    techniques.length === 0
      ? undefined
      : done.find(({ id }) => !techniques.some((allowed) => isWithin(kb.techniques, id, allowed)));
  if (foreign !== undefined)
    return beyond(record.uri, entry, foreign, kb.techniques.get(foreign.id)?.name ?? foreign.id);
  if (areas.length === 0) return there;
  for (const use of done) {
    const place = use.regions.find(
      ({ id }) => id !== 'whole-body' && !areas.some((allowed) => isWithin(kb.regions, id, allowed)),
    );
    if (place !== undefined)
      return beyond(record.uri, entry, use, kb.regions.get(place.id)?.name ?? place.id);
  }
  return there;
}

const idsOf = (
  kb: Knowledge,
  list: readonly Located<string>[],
  kind: 'region' | 'technique',
): readonly TermId[] => list.flatMap(({ value }) => readingsOf(kb, value, kind).map(({ id }) => id));

const beyond = (uri: string, entry: ConsentEntry, use: TechniqueUse, name: string): Reply => ({
  state: 'wrong',
  at: use.mention.span,
  message: `${name} is not in the consent on file.`,
  because: [{ at: { uri, span: entry.span }, text: 'Client record: what the client agreed to' }],
});

// What is asked of consent: on file and in date, for this session, for sensitive areas, and within what it covers.
import { readingsOf } from '../../facts/conditions';
import type { TechniqueUse } from '../../facts/model';
import { isWithin, type Knowledge } from '../../knowledge/knowledge';
import type { TermId } from '../../knowledge/model';
import type { Profile } from '../../knowledge/profile';
import type { CivilDate, ConsentEntry, Located } from '../../note/model';
import { addMonths } from '../../note/values/calendar';
import { oncePer } from '../../text/once';
import { say } from '../../text/say';
import { sliceSpan } from '../../text/span';
import { type Asked, type Insert, type Reply, type RequirementTable, replyOf, there } from './model';
import { entryAt, type NoteParts, withoutRefusals } from './note-parts';

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
        entry?.filled === false ? entry.key : asked.parts.empty('consent'),
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

/** What the note itself says of consent: its front matter and its field, without what was refused. */
const wordsOfConsent = ({ parts }: Asked): string => consentIn(parts);

const consentIn = oncePer(({ note, fields }: NoteParts): string => {
  const written = fields
    .filter(({ field, filled }) => field.field === 'consent' && filled)
    .map(({ field }) => sliceSpan(note.text, field.span).replace(/^[^:]*:/, ''));
  return [note.frontMatter?.consent?.value ?? '', ...written].map(withoutRefusals).join(' ').trim();
});

/** True if the note says that the client consented, in the form that the rule asks for. */
const isConsent = ({ profile }: Asked, said: string): boolean =>
  profile.consent.written ? /\bwritten\b|\bsigned\b|\bform\b/i.test(said) : said !== '';

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
  const isSaid = isConsent(asked, wordsOfConsent(asked));
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
      message: say`The consent on file is of ${signed}, after this session.`,
      because: [{ at, text: say`Client record: consent signed ${signed}` }],
    };
  const end = endOf(entry, profile.consent.months);
  return end === undefined || input.date <= end
    ? there
    : {
        state: 'wrong',
        message: say`The consent on file ended on ${end}.`,
        because: [
          {
            at,
            text: say`Client record: consent${signed === undefined ? '' : say` signed ${signed}`}, until ${end}`,
          },
        ],
      };
}

interface SensitiveUse {
  readonly use: TechniqueUse;
  readonly region: TermId;
  /** The sensitive area of the profile that the region lies in. */
  readonly area: TermId;
}

/** Techniques that were done on a sensitive area of the profile. */
function sensitiveUses({ input, profile }: Asked): readonly SensitiveUse[] {
  const areas = sensitiveAreas(input.kb)(profile);
  if (areas.size === 0) return [];
  return input.session.techniques.flatMap((use) => {
    const region = use.status === 'done' ? use.regions.find(({ id }) => areas.has(id))?.id : undefined;
    const area = areas.get(region ?? '');
    return region === undefined || area === undefined ? [] : [{ use, region, area }];
  });
}

/** The regions that lie within a sensitive area of a profile, with the area. */
const sensitiveAreas = oncePer((kb: Knowledge) =>
  oncePer(({ sensitive }: Profile): ReadonlyMap<TermId, TermId> => {
    const areas = new Map<TermId, TermId>();
    for (const { id } of kb.data.regions) {
      const area = sensitive.regions.find((one) => isWithin(kb.regions, id, one));
      if (area !== undefined) areas.set(id, area);
    }
    return areas;
  }),
);

/** Why sensitive work was done: words that give a reason. */
const rationaleWords =
  /\brationale\b|\bbecause\b|\bindicat(?:ed|ion)|\bdue to\b|\breasons?\b|\bin order to\b|\bto (?:reduce|relieve|treat|release|address|improve|ease|mobili[sz]e)\b|\bfor (?:the )?(?:\w+ )?(?:scars?|scarring|lymph\w*|o?edema|swelling|adhesions?|pain|tension|fibrosis)\b/i;

const anyArea = /^(?:all|any|yes|agreed|every)\b/i;

/** True if words speak of a region by one of its names, or of the sensitive area that it lies in. */
function names(kb: Knowledge, words: string, { region, area }: SensitiveUse): boolean {
  const lower = words.toLowerCase();
  return [region, area].some((id) => {
    const entry = kb.regions.get(id);
    return (
      entry !== undefined &&
      [entry.name, ...entry.synonyms].some((name) => lower.includes(name.toLowerCase()))
    );
  });
}

function replyOfSensitive(asked: Asked): Reply {
  const { input, profile } = asked;
  const uses = sensitiveUses(asked);
  if (uses.length === 0) return there;
  const { record } = input.client;
  const said = wordsOfConsent(asked);
  const allowed = record?.record.consent?.sensitiveAreas ?? [];
  const [first] = uses.filter((use) => {
    if (isConsent(asked, said) && (/\bsensitive\b/i.test(said) || names(input.kb, said, use))) return false;
    if (profile.sensitive.eachSession) return true;
    return !allowed
      .map(({ value }) => withoutRefusals(value))
      .some((value) => anyArea.test(value) || names(input.kb, value, use));
  });
  if (first === undefined) return there;
  const name = input.kb.regions.get(first.region)?.name.toLowerCase() ?? say`a sensitive area`;
  return {
    state: 'wrong',
    at: first.use.mention.span,
    message: profile.sensitive.eachSession
      ? say`Work on the ${name} without consent recorded in this session’s note.`
      : say`Work on the ${name} without consent recorded for it.`,
    because: allowed.flatMap(({ span }) =>
      record === undefined
        ? []
        : [{ at: { uri: record.uri, span }, text: say`Client record: consent for sensitive areas` }],
    ),
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
  message: say`${name} is not in the consent on file.`,
  because: [{ at: { uri, span: entry.span }, text: say`Client record: what the client agreed to` }],
});

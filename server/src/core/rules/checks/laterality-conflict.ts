// One side in the complaint and only the other in the treatment or the assessment. It speaks only where the note, the
// record and earlier notes nowhere mention the other side of that place: a wrong alarm would teach people to look away.
import type { Session } from '../../facts/model';
import { isWithin, type Knowledge } from '../../knowledge/knowledge';
import type { TermId } from '../../knowledge/model';
import type { Mention } from '../../mentions/model';
import type { Side } from '../../note/model';
import { otherSideWord, sideWordNear } from '../../note/values/side-words';
import { listSides } from '../../note/values/sides';
import { oncePer } from '../../text/once';
import { say, spoken } from '../../text/say';
import { overlapsSpan, type Span, sliceSpan } from '../../text/span';
import type { Check, CheckInput } from '../check';
import { compareFindings, type Finding, type Fix } from '../finding';
import { lineAround } from '../values';
import { cut, namePlace } from '../words';

export const lateralityConflict: Check = { name: 'laterality-conflict', run: listConflicts };

/** A region with one side, and where it stands. */
interface NamedPlace {
  readonly id: TermId;
  readonly side: 'left' | 'right';
  readonly span: Span;
}

/** A place whose side is said by a word near it. */
interface SidedPlace extends NamedPlace {
  readonly word: Span;
}

const opposite = { left: 'right', right: 'left' } as const;

const complains =
  /\b(?:pain(?:ful)?|ach(?:e|es|ing|y)|sore(?:ness)?|tight(?:ness)?|stiff(?:ness)?|hurts?|hurting|complain(?:t|s)|c\/o|cc|strain(?:ed)?|sprain(?:ed)?|tender(?:ness)?|numb(?:ness)?|tingling|weak(?:ness)?|tension|sciatica|spasm|cramps?|tendin\w+|bursitis|impingement)\b/i;
/** Words with which work on the other side is meant, or the side that hurts was left alone for a reason. */
const onPurpose =
  /\b(?:contralateral|opposite|other side|uninvolved|unaffected|non-?affected|compar\w+|compensat\w+|balanc\w+|for symmetry|avoid\w*|contraindicat\w*|not treated|untreated|left alone|spared|kept off|no (?:work|pressure|massage) (?:on|to|over)|declin\w+|refus\w+|surger\w+|surgical|post-?op|s\/p|fracture\w*|cast|wound|bruis\w+|sunburn\w*|stitches|sutures|hx|history|years ago|old)\b/i;

/** The side is where the client lies or turns to, not where the work is: "R side-lying", "neck, to the left". */
const turnsBehind =
  /^[\s-]{0,2}(?:lateral|lat\b|rot|flex|ext\b|exten|side[\s-]?(?:ly|bend)|bend|turn|tilt|lying|recumbent)/i;
const liesBefore =
  /\b(?:lay|lying|lies|rest(?:ing|ed)|turn\w*|roll\w*)\son\s(?:the\s|her\s|his\s|their\s)?$/i;
const turnsBefore = /\b(?:to|toward|towards)\s(?:the\s)?$/i;

function listConflicts(input: CheckInput): readonly Finding[] {
  if (!namesBothSides(input)) return [];
  const complaints = placesIn(input, 'subjective').filter((place) => {
    const line = sliceSpan(input.session.note.text, lineAround(input.session.note.text, place.span));
    return complains.test(line) && !onPurpose.test(line);
  });
  if (complaints.length === 0) return [];
  const first = onceEach(complaints);
  return [...assessed(input, first), ...treated(input, first)].sort(compareFindings);
}

/** False where no place of the complaint has its other side named later, as in most notes: they need no closer look. */
function namesBothSides(input: CheckInput): boolean {
  const complained = onceEach(namedIn(input, 'subjective'));
  if (complained.length === 0) return false;
  const isOther = (place: NamedPlace): boolean =>
    complained.some((other) => other.side !== place.side && touches(input.kb, place.id, other.id));
  return onceEach(workedPlaces(input)).some(isOther) || onceEach(namedIn(input, 'assessment')).some(isOther);
}

/** The first statement of each place: a note may name one a thousand times. */
function onceEach<P extends NamedPlace>(places: readonly P[]): readonly P[] {
  if (places.length < 2) return places;
  const seen = { left: new Set<TermId>(), right: new Set<TermId>() };
  return places.filter(({ id, side }) => !seen[side].has(id) && seen[side].add(id));
}

/** The conditions that a note states, by where they stand. */
const conditionsOf = oncePer(
  ({ facts }: Session) =>
    new Map(
      facts.flatMap((fact) => (fact.kind === 'condition' ? [[fact.source.span.start, fact] as const] : [])),
    ),
);

/** Places with one stated side that are meant as they stand, in one section: regions, and where a condition sits. */
function namedIn({ kb, session }: CheckInput, section: string): readonly NamedPlace[] {
  const isMeant = ({ section: own, assertion }: Mention): boolean =>
    own === section && assertion === 'present';
  return session.mentions.filter(isMeant).flatMap((mention) => {
    if (mention.kind === 'region') return oneSided(mention.id, mention.side, mention.span);
    if (mention.kind !== 'condition') return [];
    const fact = conditionsOf(session).get(mention.span.start);
    const region = fact?.historical === false ? fact.regions[0] : undefined;
    // The usual place of a condition is no stated one where it has a middle: sciatica may hurt anywhere.
    const stated =
      region !== undefined &&
      (kb.regions.get(region.id)?.laterality === 'paired' ||
        sliceSpan(session.note.text, mention.span)
          .toLowerCase()
          .includes(kb.regions.get(region.id)?.name.toLowerCase() ?? region.id));
    return stated ? oneSided(region.id, region.side, mention.span) : [];
  });
}

const oneSided = (id: TermId, side: Side | undefined, at: Span): readonly NamedPlace[] =>
  side === undefined || side === 'bilateral' ? [] : [{ id, side, span: at }];

/** The places with one stated side that were worked. */
const workedPlaces = ({ session }: CheckInput): readonly NamedPlace[] =>
  session.techniques.flatMap(({ status, mention, regions }) =>
    status === 'done' && mention.section === 'treatment'
      ? regions.flatMap((region) => oneSided(region.id, region.side, region.span))
      : [],
  );

const placesIn = (input: CheckInput, section: string): readonly SidedPlace[] =>
  namedIn(input, section).flatMap((place) => withWord(input, place));

/** The place with the word that says its side; none where that word speaks of something else. */
function withWord(input: CheckInput, { id, side, span: at }: NamedPlace): readonly SidedPlace[] {
  const { text } = input.session.note;
  const word = sideWordNear(text, lineAround(text, at), at, side);
  if (word === undefined || turnsBehind.test(text.slice(word.end, word.end + 20))) return [];
  const before = text.slice(Math.max(0, word.start - 20), word.start);
  // "To L knee" says where the work is, "neck to the L" where it is turned.
  if (liesBefore.test(before) || (at.end <= word.start && turnsBefore.test(before))) return [];
  return [{ id, side, span: at, word }];
}

/** The treatment works only the side that nobody spoke of. */
function treated(input: CheckInput, complaints: readonly SidedPlace[]): readonly Finding[] {
  const { kb, session } = input;
  const { text } = session.note;
  const section = session.mentions.filter(
    (mention) => mention.kind === 'region' && mention.section === 'treatment',
  );
  const worked = workedPlaces(input)
    .flatMap((place) => withWord(input, place))
    .filter((place) => !onPurpose.test(sliceSpan(text, lineAround(text, place.span))));
  const findings: Finding[] = [];
  const answered = new Set<SidedPlace>();
  for (const place of onceEach(worked)) {
    const complaint = complaints.find(
      (other) => other.side !== place.side && touches(kb, place.id, other.id),
    );
    if (complaint === undefined || answered.has(complaint)) continue;
    // Work on the side that hurts, on both or on one that is not said settles it.
    const alsoThere = section.some(
      (mention) => mention.side !== place.side && related(kb, mention.id, complaint.id),
    );
    if (alsoThere || known(input, place, ['subjective', 'objective', 'assessment'])) continue;
    answered.add(complaint);
    const others = worked.filter((other) => other.side === place.side && touches(kb, other.id, complaint.id));
    findings.push(
      conflict(
        input,
        place,
        complaint,
        say`Only the ${namePlace(kb, place)} was treated, but the complaint is about the ${namePlace(kb, complaint)}. Check the side.`,
        others,
      ),
    );
  }
  return findings;
}

/** The assessment names the side that nobody complained of. */
function assessed(input: CheckInput, complaints: readonly SidedPlace[]): readonly Finding[] {
  const { kb, session } = input;
  const { text } = session.note;
  const places = placesIn(input, 'assessment').filter(
    (place) => !onPurpose.test(sliceSpan(text, lineAround(text, place.span))),
  );
  for (const place of onceEach(places)) {
    const complaint = complaints.find(
      (other) => other.side !== place.side && touches(kb, place.id, other.id),
    );
    if (complaint === undefined) continue;
    if (known(input, place, ['subjective', 'objective']) || known(input, complaint, ['assessment'])) continue;
    return [
      conflict(
        input,
        place,
        complaint,
        say`The assessment is about the ${namePlace(kb, place)}, the complaint about the ${namePlace(kb, complaint)}. Check the side.`,
        places.filter((other) => other.side === place.side && touches(kb, other.id, complaint.id)),
      ),
    ];
  }
  return [];
}

/** One of the two lies within the other; of what has a middle, such as the low back, only its own parts count. */
function touches(kb: Knowledge, a: TermId, b: TermId): boolean {
  if (a === b) return true;
  const [inner, outer] = isWithin(kb.regions, a, b) ? [a, b] : [b, a];
  if (!isWithin(kb.regions, inner, outer)) return false;
  return kb.regions.get(outer)?.laterality === 'paired' || kb.regions.get(inner)?.parent === outer;
}

/** Near enough for a mention of the side there to explain it: within, around, beside, or of the same limb. */
function related(kb: Knowledge, a: TermId, b: TermId): boolean {
  const [one, two] = [kb.regions.get(a), kb.regions.get(b)];
  return (
    isWithin(kb.regions, a, b) ||
    isWithin(kb.regions, b, a) ||
    (one?.limb !== undefined && one.limb === two?.limb) ||
    (one?.parent !== undefined && one.parent === two?.parent)
  );
}

/** How far a side may stand from the region that it belongs to. */
const near = 20;

/** Whether the side of a place is spoken of in these sections, or known from the record or earlier notes. */
function known(input: CheckInput, place: SidedPlace, sections: readonly string[]): boolean {
  const { kb, session, client } = input;
  const { note } = session;
  const stands = (side: Side | undefined): boolean => side === place.side || side === 'bilateral';
  const inRecord = client.facts.some(
    (fact) =>
      fact.kind === 'condition' &&
      (fact.source.uri !== session.uri || fact.source.span.start < (note.frontMatter?.span.end ?? 0)) &&
      fact.regions.some((region) => stands(region.side) && related(kb, region.id, place.id)),
  );
  if (inRecord) return true;
  const regions = session.mentions.filter((mention) => mention.kind === 'region');
  for (const section of note.sections) {
    if (!sections.includes(section.id)) continue;
    let from = 0;
    for (const found of listSides(note.text, section.span)) {
      if (!stands(found.value.side)) continue;
      while ((regions[from]?.span.end ?? Number.POSITIVE_INFINITY) < found.span.start - near) from += 1;
      // A side that belongs to another place says nothing here; one that belongs to none may mean this place.
      const owners = regions
        .slice(from, from + 8)
        .filter(
          (mention) =>
            stands(mention.side) &&
            overlapsSpan(lineAround(note.text, found.span), mention.span) &&
            Math.min(
              Math.abs(mention.span.start - found.span.end),
              Math.abs(found.span.start - mention.span.end),
            ) <= near,
        );
      if (owners.length === 0 || owners.some((owner) => related(kb, owner.id, place.id))) return true;
    }
  }
  return false;
}

/** The finding at the word for the side, with a fix for either place. */
function conflict(
  input: CheckInput,
  place: SidedPlace,
  complaint: SidedPlace,
  message: string,
  here: readonly SidedPlace[],
): Finding {
  const { kb, session } = input;
  const { text } = session.note;
  const change = (words: readonly Span[], title: string): Fix => ({
    title,
    preferred: false,
    edits: [
      {
        uri: session.uri,
        edits: [...new Map(words.map((word) => [word.start, word])).values()].map((word) => ({
          span: word,
          newText: otherSideWord(sliceSpan(text, word)),
        })),
      },
    ],
  });
  const there = ['subjective', 'objective', 'assessment']
    .flatMap((section) => placesIn(input, section))
    .filter((other) => other.side === complaint.side && touches(kb, other.id, complaint.id));
  return {
    rule: 'note/laterality-conflict',
    severity: 'warning',
    at: { uri: session.uri, span: place.word },
    message: cut(message),
    because: [
      { at: { uri: session.uri, span: complaint.span }, text: say`Complaint: ${namePlace(kb, complaint)}` },
    ],
    fixes: [
      change(
        here.map(({ word }) => word),
        say`Change to ${spoken(opposite[place.side])} here`,
      ),
      change(
        there.map(({ word }) => word),
        say`Change to ${spoken(opposite[complaint.side])} in the complaint`,
      ),
    ],
  };
}

// Puts together what a profile's questions are asked of: the note, earlier notes, the client's age, the kind of session.
import type { Profile } from '../../knowledge/profile';
import { listPainScores } from '../../note/values/pain';
import type { CheckInput } from '../check';
import type { Asked } from './model';
import { partsOfNote } from './note-parts';

/** What the questions of a profile are asked of. */
export function askNote(input: CheckInput, profile: Profile): Asked {
  const parts = partsOfNote(input.session.note);
  const { client, session } = input;
  const type = session.note.frontMatter?.type?.value;
  const subjective = parts.textOf('subjective');
  return {
    input,
    profile,
    parts,
    earlier: [...client.earlier].reverse().map(({ note }) => partsOfNote(note)),
    isInitial:
      type === 'initial' || (type === undefined && client.id !== undefined && client.earlier.length === 0),
    isForCondition:
      type !== 'wellness' &&
      (parts.has('complaint') ||
        listPainScores(subjective).length > 0 ||
        session.mentions.some(
          ({ section, kind, assertion }) =>
            section === 'subjective' && (kind === 'condition' || kind === 'sign') && assertion === 'present',
        )),
    isTreated:
      session.techniques.some(({ status }) => status === 'done') ||
      !noSession.test(parts.textOf('treatment', 'assessment', 'plan')),
    age: ageOn(client.record?.record.born?.value, input.date),
  };
}

// Words with which a note says that nothing was done today.
const noSession =
  /\b(?:no|without) (?:session|treatment|massage|hands-on|bodywork)\b|\bsession (?:was )?(?:not given|ended|cancell?ed|postponed|declined)\b|\bnot treated\b|\bdid not treat\b|\bno[ -]show\b/i;

/** Whole years from birth to a day. Of a birth known by its month or year only, the oldest age it can be. */
function ageOn(born: { readonly from: string } | undefined, date: string): number | undefined {
  if (born === undefined) return undefined;
  const years = Number(date.slice(0, 4)) - Number(born.from.slice(0, 4));
  const age = date.slice(5) < born.from.slice(5) ? years - 1 : years;
  return age < 0 || Number.isNaN(age) ? undefined : age;
}

// Puts together what a profile's questions are asked of: the note, the client's age, the kind of session.
import type { Profile } from '../../knowledge/profile';
import { listPainScores } from '../../note/values/pain';
import { once } from '../../text/once';
import type { CheckInput } from '../check';
import type { Asked } from './model';
import { partsOfNote } from './note-parts';

/** What the questions of a profile are asked of. */
export function askNote(input: CheckInput, profile: Profile): Asked {
  const parts = partsOfNote(input.session.note);
  const { client, session } = input;
  const type = session.note.frontMatter?.type?.value;
  return {
    input,
    profile,
    parts,
    isInitial:
      type === 'initial' || (type === undefined && client.id !== undefined && client.earlier.length === 0),
    isForCondition: once(
      () =>
        type !== 'wellness' &&
        (parts.has('complaint') ||
          session.mentions.some(
            ({ section, kind, assertion }) =>
              section === 'subjective' &&
              (kind === 'condition' || kind === 'sign') &&
              assertion === 'present',
          ) ||
          listPainScores(parts.textOf('subjective')).length > 0),
    ),
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

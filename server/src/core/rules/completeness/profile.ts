// Which profile holds for a note, and all that it asks for.
import type { Knowledge } from '../../knowledge/knowledge';
import type { Profile, ProfileRequirement } from '../../knowledge/profile';
import type { Practice } from '../../note/model';
import { editDistance } from '../../text/distance';
import { oncePer } from '../../text/once';

/** The profile of practices that name none. */
export const usualProfile = 'generic';

/** A profile, and whether anybody chose it. */
export interface ChosenProfile {
  readonly profile: Profile;
  readonly isChosen: boolean;
}

/** The profile that holds: the one that the settings name, else the practice, else the usual one. */
export function findProfile(
  kb: Knowledge,
  setting: string,
  practice: Practice | undefined,
): ChosenProfile | undefined {
  const chosen = kb.profiles.get(setting) ?? kb.profiles.get(practice?.profile?.value ?? '');
  if (chosen !== undefined) return { profile: chosen, isChosen: true };
  const usual = kb.profiles.get(usualProfile);
  return usual === undefined ? undefined : { profile: usual, isChosen: false };
}

/** All that a profile asks for: its own rows, then those of the profile it stands on. */
export const requirementsOf = (kb: Knowledge, profile: Profile): readonly ProfileRequirement[] =>
  requirementsIn(kb)(profile);

const requirementsIn = oncePer((kb: Knowledge) =>
  oncePer((profile: Profile): readonly ProfileRequirement[] => {
    const rows = [...profile.requirements];
    const basis = profile.basis === undefined ? undefined : kb.profiles.get(profile.basis);
    for (const row of basis?.requirements ?? []) if (!rows.some(({ id }) => id === row.id)) rows.push(row);
    return rows;
  }),
);

/** The profile whose id is nearest to a written one; undefined if none is near. */
export function findSimilarProfile(kb: Knowledge, written: string): string | undefined {
  const wanted = written.toLowerCase().replace(/[_\s]+/g, '-');
  if (wanted.length > 40) return undefined;
  const [best] = [...kb.profiles.keys()]
    .flatMap((id) => {
      // `washington` and `wa` name a place whose id begins with them or whose title does.
      const title = kb.profiles.get(id)?.title.toLowerCase() ?? '';
      const distance =
        title.startsWith(wanted) || (wanted.length >= 2 && id.startsWith(`${wanted}-`))
          ? 0
          : editDistance(wanted, id, 2);
      return distance === undefined || distance > 2 ? [] : [{ id, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
  return best?.id;
}

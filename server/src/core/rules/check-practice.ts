// What there is to say about practice.yaml itself.
import type { Knowledge } from '../knowledge/knowledge';
import type { Located, Parsed, Practice } from '../note/model';
import type { Settings } from '../settings';
import { say } from '../text/say';
import type { Uri } from '../text/span';
import { findSimilarProfile, usualProfile } from './completeness/profile';
import { type Finding, findingsOf, shownFindings } from './finding';
import { cut } from './words';

/** Lists the findings of a practice file: what could not be read, and a profile that nobody knows. */
export function checkPractice(
  kb: Knowledge,
  uri: Uri,
  { value, problems }: Parsed<Practice>,
  settings: Settings,
): readonly Finding[] {
  const findings: Finding[] = [...findingsOf(uri, problems)];
  if (value.profile !== undefined) findings.push(...wordUnknownProfile(kb, uri, value.profile));
  return shownFindings(findings, settings);
}

function wordUnknownProfile(kb: Knowledge, uri: Uri, profile: Located<string>): readonly Finding[] {
  if (kb.profiles.has(profile.value)) return [];
  const near = findSimilarProfile(kb, profile.value);
  return [
    {
      rule: 'practice/unknown-profile',
      severity: 'warning',
      at: { uri, span: profile.span },
      message: cut(
        near === undefined
          ? say`No profile has this id, so \`${usualProfile}\` holds. Write one of: ${[...kb.profiles.keys()].join(', ')}.`
          : say`No profile has this id, so \`${usualProfile}\` holds. Did you mean \`${near}\`?`,
      ),
      because: [],
      fixes:
        near === undefined
          ? []
          : [
              {
                title: say`Write “${near}”`,
                preferred: true,
                edits: [{ uri, edits: [{ span: profile.span, newText: near }] }],
              },
            ],
    },
  ];
}

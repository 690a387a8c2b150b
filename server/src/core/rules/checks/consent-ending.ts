// A consent on file that ends soon, so that it is renewed before it is missing.
import { daysBetween } from '../../note/values/calendar';
import { say } from '../../text/say';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { aboutVisits, limitOf, placeOf } from '../visits/notes';

export const consentEnding: Check = { name: 'consent-ending', run: listEnding };

function listEnding(input: CheckInput): readonly Finding[] {
  const expires = input.client.record?.record.consent?.expires;
  const uri = input.client.record?.uri;
  if (expires === undefined || uri === undefined) return [];
  const days = daysBetween(input.date, expires.value.to) ?? 0;
  // What has ended already is asked for by the profile.
  if (days < 0 || days > limitOf(input, 'consent-days')) return [];
  return [
    aboutVisits(
      'consent-ending',
      'information',
      placeOf(input, 'plan'),
      say`The client’s consent ends on ${expires.value.to}. Renew it at the next visit.`,
      [{ at: { uri, span: expires.span }, text: say`Client record: the end of the consent` }],
    ),
  ];
}

// The tables of keys that front matter, client records and practice files know, with help for completion and hover.
import { editDistance } from '../text/distance';
import { visitLimits } from './limits';
import { noteTypes } from './model';

export interface KeyEntry {
  readonly key: string;
  /** One line of help. */
  readonly help: string;
  /** The values it takes, where these are few. */
  readonly values?: readonly string[];
  /** The keys of the map that stands there, where it is one: `billing: { units: … }`. */
  readonly keys?: readonly KeyEntry[];
}

const shared: readonly KeyEntry[] = [
  {
    key: 'conditions',
    help: 'Conditions: a name, or a map with name, region, side, since, status, severity.',
  },
  { key: 'medications', help: 'Medications: a name, or a map with name, since, until, dose.' },
  { key: 'surgeries', help: 'Operations: a name, or a map with name, region, side, on.' },
  { key: 'allergies', help: 'Allergies: a list, or `none known`.' },
  {
    key: 'pregnancy',
    help: 'Pregnancy: `{ due: YYYY-MM-DD }`; weeks and trimester are worked out for each session.',
  },
  { key: 'clearances', help: 'Clearances by a doctor: for, by, on, until, allows, document.' },
  { key: 'overrides', help: 'Answers to findings: rule, reason, note, until.' },
];

export const noteKeyTable: readonly KeyEntry[] = [
  { key: 'client', help: 'The client’s id, as in the client record or its folder’s name.' },
  { key: 'date', help: 'The session’s day and time: 2026-11-20 14:00.' },
  { key: 'time', help: 'The time of day, where it does not stand behind the date.' },
  { key: 'therapist', help: 'Who gave the session.' },
  { key: 'duration', help: 'How long it took: 60 min.' },
  {
    key: 'type',
    help: 'What kind of session it was.',
    values: noteTypes,
  },
  { key: 'consent', help: 'How and when the client agreed: verbal, 2026-11-20.' },
  { key: 'entered', help: 'When the note was written, if not on the day of the session: 2026-11-22.' },
  {
    key: 'late-entry',
    help: 'Says that the note was written later than the day after the session.',
    values: ['true'],
  },
  { key: 'licence', help: 'The therapist’s licence or registration number.' },
  ...shared,
  {
    key: 'signed',
    help: 'Who closed the note, when, and the hash of its text. A signed note takes addenda only.',
  },
];

export const clientKeyTable: readonly KeyEntry[] = [
  { key: 'id', help: 'The id that notes name as `client:`. Without it the folder’s name counts.' },
  {
    key: 'former-ids',
    help: 'Ids that the client had before. Signed notes keep the id that they were signed with.',
  },
  { key: 'name', help: 'The client’s name.' },
  { key: 'born', help: 'Date of birth: 1984-03-12.' },
  { key: 'intake', help: 'The day of the first history.' },
  ...shared,
  { key: 'consent', help: 'Written consent: signed, expires, sensitive-areas, areas, techniques.' },
  { key: 'guardian', help: 'For a client under 18: the name of the guardian, and when they consented.' },
  { key: 'preferences', help: 'What the client likes: pressure, and regions to avoid.' },
  { key: 'plan', help: 'The treatment plan: frequency, until, goals.' },
  { key: 'contact', help: 'How to reach the client.' },
  { key: 'notes', help: 'Anything else to remember.' },
];

/** A new setting of a practice is a row here; checks read it by its path: `findPracticeSetting(practice, 'billing.units')`. */
export const practiceKeyTable: readonly KeyEntry[] = [
  { key: 'name', help: 'The name of the practice.' },
  { key: 'profile', help: 'The rules that say what a note must hold: where the practice is, or `wellness`.' },
  {
    key: 'letterhead',
    help: 'What stands at the head of printed pages beside the name.',
    keys: [
      { key: 'address', help: 'The address; a list for several lines: [12 River Road, Bend].' },
      { key: 'phone', help: 'The telephone number.' },
      { key: 'email', help: 'The address for mail.' },
      { key: 'website', help: 'The address of the website.' },
    ],
  },
  { key: 'licences', help: 'Licence numbers by therapist: [a.rivera MA60123456].' },
  {
    key: 'privacy',
    help: '`opaque-ids` asks for file and folder names without people’s names.',
    values: ['opaque-ids', 'names'],
  },
  {
    key: 'billing',
    help: 'Checks of billed units: `{ rule: 8-minute, codes: [97124, 97140] }`. Without a rule codes are not looked at.',
    keys: [
      { key: 'rule', help: 'How units follow from minutes.', values: ['8-minute'] },
      {
        key: 'codes',
        help: 'The timed codes that the practice bills; usually 97124, 97140, 97112 and 97110. Others in a note are pointed out.',
      },
    ],
  },
  {
    key: 'checks',
    help: 'Limits of the checks across visits.',
    keys: visitLimits.map(({ key, help, usual }) => ({ key, help: `${help}; usually ${usual}.` })),
  },
  {
    key: 'signing',
    help: 'How notes are signed: `{ method: ssh, key, allowed-signers }` adds signatures with SSH keys.',
    keys: [
      { key: 'method', help: 'Hashes alone, or with signatures by SSH keys.', values: ['hash', 'ssh'] },
      { key: 'key', help: 'The key file of whoever signs here; of a key in the agent the public one.' },
      { key: 'allowed-signers', help: 'The list of people and their public keys, as ssh-keygen has it.' },
    ],
  },
];

export const noteKeys: readonly string[] = noteKeyTable.map(({ key }) => key);
export const clientKeys: readonly string[] = clientKeyTable.map(({ key }) => key);
export const practiceKeys: readonly string[] = practiceKeyTable.map(({ key }) => key);

// Words for what a key holds that are spelled like no key, or like another one.
const otherWords: ReadonlyMap<string, string> = new Map([
  ['site', 'region'],
  ['place', 'region'],
  ['area', 'region'],
  ['location', 'region'],
  ['body-part', 'region'],
  ['laterality', 'side'],
]);

/** The known key that an unknown one most likely stands for: another word for it, or at most two letters off and alone so. */
export function findSimilarKey(key: string, known: readonly string[]): string | undefined {
  const wanted = key.toLowerCase().replace(/[_\s]/g, '-');
  if (wanted.length > 40) return undefined;
  const meant = otherWords.get(wanted);
  if (meant !== undefined && known.includes(meant)) return meant;
  let best: string | undefined;
  let bestDistance = wanted.length <= 4 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate);
    if (distance !== undefined && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

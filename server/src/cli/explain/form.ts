// The page of a finding about form: nothing clinical, so its family says all there is to say beyond its message.
import { type Page, part } from './page';

/** The families of findings that are about form, and what each is about. */
const families: ReadonlyMap<string, string> = new Map([
  ['note', 'the form of a note: its front matter, sections and fields'],
  ['record', 'a name in a note or client record that is not known, so that nothing can be checked about it'],
  ['client', 'the form of a client record'],
  ['practice', 'the form of practice.yaml'],
  [
    'completeness',
    'what a note or its client record must hold by the profile of the practice: docs/profiles.md',
  ],
  ['value', 'a value that cannot be read as it is written'],
  ['yaml', 'YAML that was not read, or not all of it'],
  ['file', 'a file that could not be read, or whose text may not be the one that the editor shows'],
  ['internal', 'a check that failed, so that its findings are missing: please report it'],
]);

/** The page of a finding's id such as `note/missing-date`; undefined for the id of anything clinical. */
export function findFormPage(id: string): Page | undefined {
  const about = families.get(id.slice(0, id.indexOf('/')));
  if (about === undefined) return undefined;
  return {
    kind: 'finding',
    id,
    title: 'About form, nothing clinical',
    parts: [
      part('What', `It is about ${about}.`),
      part('What to do', 'Its message says what to do. How notes and records are written: docs/format.md.'),
    ],
  };
}

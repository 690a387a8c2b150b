// Reads a client record: what holds across sessions.

import { say } from '../text/say';
import { span } from '../text/span';
import {
  readClearances,
  readConditions,
  readConsent,
  readGuardian,
  readMedications,
  readOverrides,
  readPlan,
  readPregnancy,
  readSurgeries,
} from './entries';
import { clientKeys } from './keys';
import type { ClientRecord, Parsed } from './model';
import { Reader, toEntries } from './reader';
import { readYaml, type YamlNode } from './yaml-read';

const PREFERENCE_KEYS = ['pressure', 'avoid', 'music', 'temperature', 'note'];

/** Reads `client.yaml`. Total: what cannot be read is a problem with its place, the rest is read all the same. */
export function parseClientRecord(text: string): Parsed<ClientRecord> {
  const { root, problems } = readYaml(text, span(0, text.length));
  const reader = new Reader('client');
  const map = root?.kind === 'map' ? root : undefined;
  if (root && !map) {
    reader.report(
      'error',
      'wrong-type',
      root.span,
      say`Write \`key: value\` lines, such as \`name: …\` and \`conditions: […]\`.`,
    );
  }
  const fields = map ? reader.fields(map, clientKeys) : new Map<string, YamlNode | undefined>();
  const born = reader.date(fields.get('born'));
  const preferences = reader.map(fields.get('preferences'));
  const value: ClientRecord = {
    text,
    id: reader.text(fields.get('id')),
    formerIds: reader.texts(fields.get('former-ids')),
    name: reader.text(fields.get('name')),
    born,
    intake: reader.date(fields.get('intake')),
    entries: toEntries(map),
    conditions: readConditions(reader, fields.get('conditions'), born?.value),
    medications: readMedications(reader, fields.get('medications')),
    surgeries: readSurgeries(reader, fields.get('surgeries')),
    allergies: reader.texts(fields.get('allergies')),
    pregnancy: readPregnancy(reader, fields.get('pregnancy')),
    clearances: readClearances(reader, fields.get('clearances')),
    overrides: readOverrides(reader, fields.get('overrides')),
    consent: readConsent(reader, fields.get('consent')),
    guardian: readGuardian(reader, fields.get('guardian')),
    plan: readPlan(reader, fields.get('plan')),
    avoid: preferences ? reader.texts(reader.fields(preferences, PREFERENCE_KEYS).get('avoid')) : [],
  };
  return { value, problems: [...problems, ...reader.problems] };
}

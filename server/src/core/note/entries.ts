// The entries that front matter and client records share: conditions, medications, surgeries, clearances and more.

import { say } from '../text/say';
import { span } from '../text/span';
import {
  type ClearanceEntry,
  type ConditionEntry,
  type ConditionStatus,
  type ConsentEntry,
  type GuardianEntry,
  type Located,
  type MedicationEntry,
  type OverrideEntry,
  overrideReasons,
  type PartialDate,
  type PlanEntry,
  type PregnancyEntry,
  type SurgeryEntry,
} from './model';
import { type Fields, isNone, type Reader } from './reader';
import { parsePartialDate } from './values/dates';
import { readSidedRegion, sideForms } from './values/sided-region';
import type { YamlMap, YamlNode } from './yaml-read';

const STATUSES: Readonly<Record<string, ConditionStatus>> = {
  current: 'active',
  present: 'active',
  ongoing: 'active',
  chronic: 'active',
  acute: 'active',
  past: 'history',
  historical: 'history',
  old: 'history',
  healed: 'resolved',
  cured: 'resolved',
  over: 'resolved',
  inactive: 'resolved',
  possible: 'suspected',
  suspect: 'suspected',
  unconfirmed: 'suspected',
};

/** Reads `region:` and `side:`. A side may stand in the region as well ("L calf"); the key counts where both are there. */
function readPlace(reader: Reader, fields: Fields): Pick<ConditionEntry, 'region' | 'side'> {
  const written = reader.text(fields.get('region'));
  const key = reader.choice(fields.get('side'), ['left', 'right', 'bilateral'], sideForms);
  if (written === undefined) return { region: undefined, side: key };
  const { region, side } = readSidedRegion(written);
  if (key !== undefined && side !== undefined && key.value !== side.value)
    reader.report(
      'warning',
      'side-conflict',
      key.span,
      say`The region says ${side.value} and \`side:\` says ${key.value}. \`side:\` counts; correct the one that is wrong.`,
    );
  return { region, side: key ?? side };
}

/** What an entry is about: its span, its name, and the values of its map (none for a bare name). */
interface Named {
  readonly at: { readonly start: number; readonly end: number };
  readonly name: Located<string>;
  readonly fields: Fields;
}

/** Reads `DVT`, `{ name: DVT, … }` or, as it comes out of a stray colon, `DVT: left calf`. */
function readNamed(reader: Reader, node: YamlNode, known: readonly string[]): Named | undefined {
  if (node.kind === 'scalar') {
    return { at: node.span, name: { value: node.text, span: node.span }, fields: new Map() };
  }
  const map = reader.map(node);
  if (!map) return undefined;
  const key = known[0] ?? 'name';
  const stray = strayName(map, known);
  if (stray) {
    reader.report('hint', 'missing-name', stray.span, say`Write \`${key}: …\` and the other keys below it.`);
    return { at: map.span, name: stray, fields: new Map() };
  }
  const fields = reader.fields(map, known);
  const name = reader.text(fields.get(key));
  if (name) return { at: map.span, name, fields };
  reader.report(
    'warning',
    'missing-name',
    map.span,
    say`This entry has no \`${key}:\` and cannot be checked. Add one.`,
  );
  return undefined;
}

/** For `- DVT: left calf`, a map with one unknown key: the whole of it is the name. */
function strayName(map: YamlMap, known: readonly string[]): Located<string> | undefined {
  const [pair, second] = map.pairs;
  if (!pair || second || known.includes(pair.key.text.toLowerCase())) return undefined;
  if (pair.value && pair.value.kind !== 'scalar') return undefined;
  const rest = pair.value ? `: ${pair.value.text}` : '';
  return {
    value: `${pair.key.text}${rest}`,
    span: span(pair.key.span.start, pair.value?.span.end ?? pair.key.span.end),
  };
}

const CONDITION_KEYS = ['name', 'region', 'side', 'since', 'until', 'status', 'severity', 'note'];

/** Reads `conditions:`. `born` places a condition that has been there since childhood. */
export function readConditions(
  reader: Reader,
  node: YamlNode | undefined,
  born?: PartialDate,
): readonly ConditionEntry[] {
  return reader.items(node).flatMap((item) => {
    const named = readNamed(reader, item, CONDITION_KEYS);
    if (!named) return [];
    const { at, name, fields } = named;
    return {
      span: at,
      name,
      ...readPlace(reader, fields),
      since: readSince(reader, fields.get('since'), born),
      until: reader.date(fields.get('until')),
      status: reader.choice(fields.get('status'), ['active', 'resolved', 'history', 'suspected'], STATUSES),
      severity: reader.text(fields.get('severity')),
      note: reader.text(fields.get('note')),
    };
  });
}

const CHILDHOOD = /^(?:childhood|birth|infancy|adolescence|teens|congenital|always)$/i;

/** A date, or `childhood`: the first eighteen years where the birth date is known, else long ago. */
function readSince(
  reader: Reader,
  node: YamlNode | undefined,
  born: PartialDate | undefined,
): Located<PartialDate> | undefined {
  if (node?.kind !== 'scalar' || !CHILDHOOD.test(node.text)) return reader.date(node);
  const value = parsePartialDate(born?.from.slice(0, 4) ?? '', { reference: undefined })?.value;
  const first = Number(value?.from.slice(0, 4) ?? 1900);
  const last = Math.min(9999, value ? first + 18 : first);
  return {
    value: { from: `${first}-01-01`, to: `${last}-12-31`, precision: 'decade' },
    span: node.span,
  };
}

const MEDICATION_KEYS = ['name', 'since', 'until', 'dose', 'for', 'note'];

export function readMedications(reader: Reader, node: YamlNode | undefined): readonly MedicationEntry[] {
  return reader.items(node).flatMap((item) => {
    const named = readNamed(reader, item, MEDICATION_KEYS);
    if (!named) return [];
    const { at, name, fields } = named;
    return {
      span: at,
      name,
      since: reader.date(fields.get('since')),
      until: reader.date(fields.get('until')),
      dose: reader.text(fields.get('dose')),
    };
  });
}

const SURGERY_KEYS = ['name', 'region', 'side', 'on', 'note'];

export function readSurgeries(reader: Reader, node: YamlNode | undefined): readonly SurgeryEntry[] {
  return reader.items(node).flatMap((item) => {
    const named = readNamed(reader, item, SURGERY_KEYS);
    if (!named) return [];
    const { at, name, fields } = named;
    return {
      span: at,
      name,
      ...readPlace(reader, fields),
      on: reader.date(fields.get('on')),
    };
  });
}

const CLEARANCE_KEYS = ['for', 'by', 'on', 'until', 'allows', 'document', 'note'];

export function readClearances(reader: Reader, node: YamlNode | undefined): readonly ClearanceEntry[] {
  return reader.items(node).flatMap((item) => {
    const named = readNamed(reader, item, CLEARANCE_KEYS);
    if (!named) return [];
    const { at, name, fields } = named;
    return {
      span: at,
      for: name,
      by: reader.text(fields.get('by')),
      on: reader.date(fields.get('on')),
      until: reader.date(fields.get('until')),
      allows: reader.texts(fields.get('allows')),
      document: reader.text(fields.get('document')),
    };
  });
}

const OVERRIDE_KEYS = ['rule', 'reason', 'note', 'until', 'phrase', 'by', 'on'];

export function readOverrides(reader: Reader, node: YamlNode | undefined): readonly OverrideEntry[] {
  return reader.items(node).flatMap((item) => {
    const named = readNamed(reader, item, OVERRIDE_KEYS);
    if (!named) return [];
    const { at, name, fields } = named;
    return {
      span: at,
      rule: name,
      reason: reader.choice(fields.get('reason'), overrideReasons),
      note: reader.text(fields.get('note')),
      until: reader.date(fields.get('until')),
      phrase: reader.text(fields.get('phrase')),
      by: reader.text(fields.get('by')),
      on: reader.date(fields.get('on')),
    };
  });
}

const PREGNANCY_KEYS = ['due', 'note'];

/** Reads `pregnancy: { due: 2027-04-02 }`, or the due date alone. */
export function readPregnancy(reader: Reader, node: YamlNode | undefined): PregnancyEntry | undefined {
  if (node === undefined || (node.kind === 'scalar' && /^(?:no|none|false|n\/a)$/i.test(node.text))) {
    return undefined;
  }
  const due =
    node.kind === 'map'
      ? reader.date(reader.fields(node, PREGNANCY_KEYS).get('due'))
      : reader.date(reader.scalar(node));
  if (due) return { span: node.span, due };
  if (node.kind === 'map') {
    reader.report(
      'warning',
      'missing-due',
      node.span,
      say`Add \`due: YYYY-MM-DD\`, so that weeks can be counted.`,
    );
  }
  return undefined;
}

const CONSENT_KEYS = ['signed', 'expires', 'sensitive-areas', 'areas', 'techniques', 'document', 'note'];

const PLAN_KEYS = ['frequency', 'until', 'goals', 'note'];

/** Reads `plan: { frequency, until, goals }`. */
export function readPlan(reader: Reader, node: YamlNode | undefined): PlanEntry | undefined {
  const map = reader.map(node);
  if (map === undefined) return undefined;
  const fields = reader.fields(map, PLAN_KEYS);
  return {
    span: map.span,
    frequency: reader.text(fields.get('frequency')),
    until: reader.date(fields.get('until')),
    goals: reader.texts(fields.get('goals')),
  };
}

/** Reads `consent: { signed, expires }`, or the day it was signed alone. */
export function readConsent(reader: Reader, node: YamlNode | undefined): ConsentEntry | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') {
    const match = /\d{4}-\d{2}-\d{2}/.exec(node.text);
    const value = parsePartialDate(match?.[0] ?? node.text, reader.dates)?.value;
    return {
      span: node.span,
      signed: value && { value, span: node.span },
      expires: undefined,
      sensitiveAreas: [],
      areas: [],
      techniques: [],
    };
  }
  const map = reader.map(node);
  if (!map) return undefined;
  const fields = reader.fields(map, CONSENT_KEYS);
  return {
    span: map.span,
    signed: reader.date(fields.get('signed')),
    expires: reader.date(fields.get('expires')),
    sensitiveAreas: reader.texts(fields.get('sensitive-areas')),
    areas: reader.texts(fields.get('areas')),
    techniques: reader.texts(fields.get('techniques')),
  };
}

const GUARDIAN_KEYS = ['name', 'consent', 'contact', 'note'];

/** Reads `guardian: { name, consent }`, or the name alone. */
export function readGuardian(reader: Reader, node: YamlNode | undefined): GuardianEntry | undefined {
  if (node === undefined || isNone(node)) return undefined;
  if (node.kind === 'scalar')
    return { span: node.span, name: { value: node.text, span: node.span }, consent: undefined };
  const map = reader.map(node);
  if (!map) return undefined;
  const fields = reader.fields(map, GUARDIAN_KEYS);
  return {
    span: map.span,
    name: reader.text(fields.get('name')),
    consent: reader.date(fields.get('consent')),
  };
}

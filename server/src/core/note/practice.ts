// Reads practice.yaml: the settings of a practice, as the table of its keys says.

import { say } from '../text/say';
import { span } from '../text/span';
import { type KeyEntry, practiceKeyTable } from './keys';
import type { Located, Parsed, Practice } from './model';
import { Reader, toEntries } from './reader';
import { readYaml, type YamlMap, type YamlNode } from './yaml-read';

type Settings = Map<string, readonly Located<string>[]>;

/** Reads `practice.yaml`. Total, like every reader here. */
export function parsePractice(text: string): Parsed<Practice> {
  const { root, problems } = readYaml(text, span(0, text.length));
  const reader = new Reader('practice');
  const map = root?.kind === 'map' ? root : undefined;
  if (root && !map) {
    reader.report('error', 'wrong-type', root.span, say`Write \`key: value\` lines, such as \`name: …\`.`);
  }
  const settings: Settings = new Map();
  if (map) readSettings(reader, map, practiceKeyTable, '', settings);
  const first = (path: string): Located<string> | undefined => settings.get(path)?.[0];
  const value: Practice = {
    text,
    name: first('name'),
    opaqueIds: first('privacy')?.value === 'opaque-ids',
    profile: first('profile'),
    settings,
    entries: toEntries(map),
  };
  return { value, problems: [...problems, ...reader.problems] };
}

/** The value of a practice's setting by its path, such as `billing.units`; of a list the first. */
export const findPracticeSetting = (
  practice: Practice | undefined,
  path: string,
): Located<string> | undefined => practice?.settings.get(path)?.[0];

/** All values of a practice's setting by its path; none where it is not set. */
export const findPracticeSettings = (
  practice: Practice | undefined,
  path: string,
): readonly Located<string>[] => practice?.settings.get(path) ?? [];

/** Reads the values of a map into `settings`, each under its path. */
function readSettings(
  reader: Reader,
  map: YamlMap,
  table: readonly KeyEntry[],
  prefix: string,
  settings: Settings,
): void {
  const fields = reader.fields(
    map,
    table.map(({ key }) => key),
  );
  for (const entry of table) {
    const node = fields.get(entry.key);
    if (node === undefined) continue;
    const path = `${prefix}${entry.key}`;
    if (entry.keys === undefined) settings.set(path, readValues(reader, node, entry));
    else {
      const inner = reader.map(node);
      if (inner) readSettings(reader, inner, entry.keys, `${path}.`, settings);
    }
  }
}

function readValues(reader: Reader, node: YamlNode, { values }: KeyEntry): readonly Located<string>[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((one) => (values === undefined ? reader.text(one) : reader.choice(one, values)) ?? []);
}

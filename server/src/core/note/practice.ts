// Reads practice.yaml: the settings of a practice.
import { span } from '../text/span';
import { practiceKeys } from './keys';
import type { Parsed, Practice } from './model';
import { Reader, toEntries } from './reader';
import { readYaml, type YamlNode } from './yaml-read';

/** Reads `practice.yaml`. Total, like every reader here. */
export function parsePractice(text: string): Parsed<Practice> {
  const { root, problems } = readYaml(text, span(0, text.length));
  const reader = new Reader('practice');
  const map = root?.kind === 'map' ? root : undefined;
  if (root && !map) {
    reader.report('error', 'wrong-type', root.span, 'Write `key: value` lines, such as `name: …`.');
  }
  const fields = map ? reader.fields(map, practiceKeys) : new Map<string, YamlNode | undefined>();
  const privacy = reader.choice(fields.get('privacy'), ['opaque-ids', 'names']);
  const value: Practice = {
    text,
    name: reader.text(fields.get('name')),
    opaqueIds: privacy?.value === 'opaque-ids',
    entries: toEntries(map),
  };
  return { value, problems: [...problems, ...reader.problems] };
}

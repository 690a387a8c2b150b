// FHIR bundles: valid by the official schema, whole in themselves, the same every time, and true to what is known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Choice,
  createWorkspace,
  defaultSettings,
  selectClients,
  toBundle,
  type Workspace,
} from '../../../server/src/core';
import { exampleDay, loadExamples } from '../../support/examples';
import { listSchemaErrors } from '../../support/fhir';
import { loadKnowledge } from '../../support/knowledge';
import { projectRoot } from '../../support/sources';

type Json = Readonly<Record<string, unknown>>;
interface Bundle {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Json }[];
}

const choice: Choice = {
  named: new Set<string>(),
  clients: [],
  since: undefined,
  until: undefined,
  withoutNames: false,
  today: exampleDay,
};

function bundlesOf(workspace: Workspace, more: Partial<Choice> = {}): readonly Bundle[] {
  const named = new Set(workspace.list());
  return [...selectClients(workspace, { ...choice, named, ...more })].map(
    (client) => toBundle(client) as unknown as Bundle,
  );
}

/** The bundle of one client with a record and notes. */
function bundleOf(files: Readonly<Record<string, string>>, more: Partial<Choice> = {}): Bundle {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: exampleDay });
  for (const [path, text] of Object.entries(files)) workspace.set(`file:///p/${path}`, text);
  const [bundle] = bundlesOf(workspace, more);
  if (bundle === undefined) throw new Error('no client');
  return bundle;
}

const resources = (bundle: Bundle, kind: string): readonly Json[] =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === kind);

const { workspace: examples } = loadExamples();
const all = bundlesOf(examples);

describe('the example practice', () => {
  test('gives a bundle for each client that the official schema of R4 takes', () => {
    expect(all.length).toBeGreaterThan(8);
    for (const bundle of all) expect(listSchemaErrors(bundle)).toEqual([]);
  });

  test('passes it without names too, and holds none of them', () => {
    const without = bundlesOf(examples, { withoutNames: true });
    for (const bundle of without) expect(listSchemaErrors(bundle)).toEqual([]);
    const text = JSON.stringify(without);
    const said = [
      'Lopez',
      'maria-lopez',
      'tremblay',
      'Hale',
      'Riverbend',
      'soap.md',
      '1984-03-12',
      'sit 2 h',
    ];
    expect(said.filter((words) => JSON.stringify(all).includes(words))).toEqual(said);
    expect(said.filter((words) => text.includes(words))).toEqual([]);
  });

  test('refers to nothing that is not in the bundle, and names nothing twice', () => {
    for (const bundle of all) {
      const own = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
      const referred = [...JSON.stringify(bundle).matchAll(/"reference":"(urn:uuid:[^"]+)"/g)];
      expect(own.size).toBe(bundle.entry.length);
      expect(referred.filter(([, address]) => !own.has(address ?? ''))).toEqual([]);
    }
  });
});

test('the schema refuses what is wrong, so that passing it says something', () => {
  const [bundle] = all;
  const [first] = bundle?.entry ?? [];
  const broken = { ...bundle, entry: [{ ...first, resource: { ...first?.resource, birthdate: '1984' } }] };
  expect(listSchemaErrors(broken)).not.toEqual([]);
  expect(listSchemaErrors({ ...bundle, type: 'sack' })).not.toEqual([]);
});

const record = `id: rosa
name: Rosa Almeida
born: 1984
conditions:
  - { name: DVT, region: calf, side: left, since: 2026-10-28, severity: severe }
  - { name: scoliosis, severity: since Anna left }
  - { name: low back pain, status: resolved, since: 2019 }
medications:
  - { name: Xarelto, since: 2026-10-29, dose: 20 mg daily }
allergies: [nut oils]
consent: { signed: 2026-03-06, expires: 2026-10-01 }
preferences: { avoid: [feet] }
clearances:
  - { for: low back pain, by: Dr. Osei, on: 2026-03-01, allows: [effleurage] }
`;

const note = `---
client: rosa
date: 2026-11-20 14:00
therapist: a.rivera
overrides:
  - { rule: dvt-deep-absolute, reason: wrong-match, note: "It was the <right> calf & healed" }
---

## Subjective
- Family history: father had gout.
- Neck pain 6/10. Possible fibromyalgia. No diabetes. If she had cancer she would say so.
## Family history
- Mother had a stroke.
## Objective
- BP 128/82, HR 72, T 36.8 °C, NDI 18/50
- ROM: L cervical rotation 45/80°
## Treatment
- Deep tissue: L calf, 10 min, pressure 4/5
- Response: pain 6/10 → 3/10
## Plan
- Weekly
`;

describe('what a record and a note say', () => {
  const files = { 'clients/rosa/client.yaml': record, 'clients/rosa/2026-11-20.soap.md': note };
  const bundle = bundleOf(files);
  const conditions = resources(bundle, 'Condition');
  const named = (name: string): unknown => conditions.find(({ code }) => JSON.stringify(code).includes(name));

  test('passes the schema, and is the same every time', () => {
    expect(listSchemaErrors(bundle)).toEqual([]);
    expect(JSON.stringify(bundleOf(files))).toBe(JSON.stringify(bundle));
  });

  test('conditions carry how sure they are, their code and place', () => {
    expect(named('Deep vein thrombosis')).toMatchObject({
      clinicalStatus: { coding: [{ code: 'active' }] },
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      severity: { text: 'severe', coding: [{ code: '24484000' }] },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I82.4' }] },
      bodySite: [{ text: 'left calf' }],
      onsetDateTime: '2026-10-28',
    });
    expect(named('ibromyalgia')).toMatchObject({ verificationStatus: { coding: [{ code: 'provisional' }] } });
    expect(named('ow back pain')).toMatchObject({ clinicalStatus: { coding: [{ code: 'resolved' }] } });
  });

  test('what is denied, feared or another’s is no condition; the family’s is family history', () => {
    const text = JSON.stringify(conditions);
    expect(['iabetes', 'ancer', 'troke', 'out'].filter((words) => text.includes(words))).toEqual([]);
    const family = JSON.stringify(resources(bundle, 'FamilyMemberHistory'));
    expect(['troke', 'out'].filter((words) => !family.includes(words))).toEqual([]);
  });

  test('measured values have LOINC codes and UCUM units where they are known', () => {
    const rows = resources(bundle, 'Observation').map((one) => {
      const { code, valueQuantity, component } = one as {
        readonly code: { readonly text: string; readonly coding?: readonly { readonly code: string }[] };
        readonly valueQuantity?: { readonly value: number; readonly code: string };
        readonly component?: readonly { readonly valueQuantity: { readonly value: number } }[];
      };
      const value = valueQuantity ?? {
        value: component?.map((part) => part.valueQuantity.value).join('/'),
        code: '',
      };
      return [code.text, code.coding?.[0]?.code ?? '', value.value, value.code];
    });
    expect(rows).toEqual([
      ['Blood pressure', '85354-9', '128/82', ''],
      ['Heart rate', '8867-4', 72, '/min'],
      ['Body temperature', '8310-5', 36.8, 'Cel'],
      ['Pain before treatment, 0–10', '72514-3', 6, '{score}'],
      ['Pain after treatment, 0–10', '72514-3', 3, '{score}'],
      ['Left neck rotation, range of motion', '', 45, 'deg'],
      ['Neck Disability Index', '', 18, '{score}'],
    ]);
  });

  test('an issue names its rule, what it implicates and how it was answered', () => {
    const issues = resources(bundle, 'DetectedIssue');
    expect(issues).toContainEqual(
      expect.objectContaining({
        identifier: [{ value: 'contraindication/dvt-deep-absolute' }],
        severity: 'high',
        mitigation: [
          expect.objectContaining({
            action: { text: 'Override: wrong-match. It was the <right> calf & healed' },
            author: { display: 'a.rivera' },
          }),
        ],
        implicated: expect.arrayContaining([expect.objectContaining({ type: 'Condition' })]),
      }),
    );
  });

  test('the composition holds the words of each section, and refers to what they say', () => {
    const [composition] = resources(bundle, 'Composition');
    expect(composition).toMatchObject({
      status: 'preliminary',
      type: { coding: [{ code: '11506-3' }] },
      date: '2026-11-20',
      author: [{ display: 'a.rivera' }],
    });
    const sections = composition?.section as readonly {
      readonly title: string;
      readonly text: { readonly div: string };
      readonly code: { readonly coding: readonly { readonly code: string }[] };
      readonly entry?: readonly unknown[];
    }[];
    expect(sections.map(({ code }) => code.coding[0]?.code)).toEqual([
      '61150-9',
      '10157-6',
      '61149-1',
      '62387-6',
      '18776-5',
    ]);
    expect(sections[3]?.text.div).toBe(
      '<div xmlns="http://www.w3.org/1999/xhtml"><p>- Deep tissue: L calf, 10 min, pressure 4/5<br/>- Response: pain 6/10 → 3/10</p></div>',
    );
    expect(sections[3]?.entry?.length).toBeGreaterThan(0);
  });

  test('a severity in free words goes where names go', () => {
    expect(JSON.stringify(bundle)).toContain('since anna left');
    expect(JSON.stringify(bundleOf(files, { withoutNames: true }))).not.toContain('anna');
  });

  test('medicines, allergies, consent and flags come from the record', () => {
    expect(resources(bundle, 'MedicationStatement')).toMatchObject([
      { status: 'active', dosage: [{ text: '20 mg daily' }], effectivePeriod: { start: '2026-10-29' } },
    ]);
    expect(resources(bundle, 'AllergyIntolerance')).toMatchObject([{ code: { text: 'nut oils' } }]);
    expect(resources(bundle, 'Consent')).toMatchObject([{ status: 'inactive', dateTime: '2026-03-06' }]);
    const flags = JSON.stringify(resources(bundle, 'Flag'));
    expect(flags).toContain('Leave out: feet');
    expect(flags).toContain('Cleared: low back pain; by Dr. Osei; allows effleurage');
  });

  test('a note without a day and a client without notes pass the schema', () => {
    const undated = bundleOf({ 'a.soap.md': '## Subjective\nDVT L calf <b>\u0007\n## Plan\n' });
    const alone = bundleOf({ 'clients/rosa/client.yaml': record });
    expect([undated, alone].map(listSchemaErrors)).toEqual([[], []]);
    expect(JSON.stringify(undated)).toContain('data-absent-reason');
    expect(resources(alone, 'Condition')).toHaveLength(3);
  });
});

test('no two people share an id: of one name in two practices, or numbered in two exports', () => {
  const bundles = ['North', 'South'].flatMap((name) =>
    [false, true].map((withoutNames) =>
      bundleOf(
        { 'practice.yaml': `name: ${name}\n`, 'clients/a/2026-11-20.soap.md': `## Plan\n- ${name}\n` },
        { withoutNames },
      ),
    ),
  );
  const ids = bundles.map((bundle) => resources(bundle, 'Patient')[0]?.id);
  expect(new Set(ids).size).toBe(4);
});

test('a range of days takes the sessions of these days', () => {
  const [bundle] = bundlesOf(examples, {
    clients: ['maria-lopez'],
    since: '2026-10-09',
    until: '2026-11-06',
  });
  expect(resources(bundle ?? { entry: [] }, 'Composition').map(({ date }) => date)).toEqual([
    '2026-10-09',
    '2026-10-23',
    '2026-11-06',
  ]);
});

test('the documentation names every LOINC and SNOMED code that is used', () => {
  const source = readFileSync(join(projectRoot, 'server/src/core/exchange/fhir/codes.ts'), 'utf8');
  const docs = readFileSync(join(projectRoot, 'docs/exchange.md'), 'utf8');
  const codes = [...source.matchAll(/(?:loinc|snomed)\(\s*'([\d-]+)'/g)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !docs.includes(code))).toEqual([]);
});

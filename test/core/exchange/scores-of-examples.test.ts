// Ruth Adeyemi scores her tiredness at every visit, and her pain at two: what is shown and exported holds the pain alone.
import { expect, test } from 'vitest';
import { selectClients, summarizeClient, toBundle, toTables } from '../../../server/src/core';
import { exampleDay, loadExamples } from '../../support/examples';

const { workspace } = loadExamples();
const exported = () =>
  selectClients(workspace, {
    named: new Set(workspace.list()),
    clients: ['ruth-adeyemi'],
    since: undefined,
    until: undefined,
    withoutNames: false,
    today: exampleDay,
  });
const pains = [
  ['2026-08-05', 2],
  ['2026-10-14', 3],
];

test('her overview holds the pain of two visits', () => {
  const client = workspace.clients().find(({ id }) => id === 'ruth-adeyemi');
  const visits = (client && summarizeClient(client, workspace.view, exampleDay)?.visits) ?? [];
  expect(visits).toHaveLength(5);
  expect(
    visits.flatMap(({ date, painBefore }) => (painBefore === undefined ? [] : [[date, painBefore]])).sort(),
  ).toEqual(pains);
});

test('so do her tables', () => {
  const measures = toTables(exported()).find(({ name }) => name === 'measures')?.rows ?? [];
  expect(
    measures.flatMap(([, date, name, value]) => (/^Pain/.test(`${name}`) ? [[date, value]] : [])),
  ).toEqual(pains);
});

test('and her FHIR bundle', () => {
  const [client] = exported();
  const observations = client
    ? (JSON.stringify(toBundle(client)).match(/"Pain before treatment/g) ?? [])
    : [];
  expect(observations.length).toBe(pains.length);
});

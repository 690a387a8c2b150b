// The report formats: each against its official form, none with a word of a note unless asked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import {
  type Element,
  gitlabSchema,
  listJunitProblems,
  loadSarifSchema,
  rdjsonSchema,
  readWorkflowCommand,
} from '../schemas/reports';
import { createFolder } from '../support/folders';
import { clotPractice, runCli } from './run-cli';

const practice = {
  ...clotPractice,
  'practice.yaml': 'name: Riverbend\nprivacy: names\n',
  'clients/bo/2026-11-01.soap.md':
    'S: Bo planted roses; calves sore, DVT L calf\nTx: deep tissue L calf, petrissage back; prone\nP: INR 99\n',
} as const;
const check = async (folder: string, ...argv: readonly string[]) =>
  (await runCli(folder, ['check', ...argv])).out;
const report = (format: string, ...argv: readonly string[]) =>
  check(createFolder(practice), '--format', format, ...argv);

/** Words that only the notes and records have, and what messages say of a client. */
const secret = /roses|sore|Deep tissue: L calf|left|2026-10-28|Riverbend/;
const codeFormats = ['github', 'gitlab', 'junit', 'part', 'rdjsonl', 'sarif'];

describe.each(codeFormats)('%s', (format) => {
  test('carries rules and places, no words of a note', async () => {
    const out = await report(format);
    expect(out).toMatch(/contraindication\/dvt-/);
    expect(out).toContain('clients/maria-lopez/2026-11-20.soap.md');
    expect(out).not.toMatch(secret);
    expect(out).not.toContain('refer now: deep vein thrombosis');
  });

  test('carries messages where they are asked for', async () => {
    expect(await report(format, '--show-text')).toContain('refer now: deep vein thrombosis');
  });

  test('does not name a folder after a client unless the practice says how its folders are called', async () => {
    const { 'practice.yaml': _, ...files } = clotPractice;
    const folder = createFolder(files);
    const { out, err } = await runCli(folder, ['check', '--format', format]);
    expect(out).not.toContain('lopez');
    expect(out).toMatch(/clients(?:\/|%2F)client-[0-9a-f]{6}(?:\/|%2F)2026-11-20\.soap\.md/);
    expect(err).toContain('privacy: opaque-ids');
    expect((await runCli(folder, ['check', '--format', format, '--show-text'])).out).toContain('maria-lopez');
    const opaque = createFolder({
      'clients/c-0017/client.yaml': 'id: c-0017\nconditions: [DVT]\n',
      'clients/c-0017/2026-11-20.soap.md': 'Tx: deep tissue calf\n',
    });
    const shown = await runCli(opaque, ['check', '--format', format]);
    expect(shown.out).toContain('clients/c-0017/2026-11-20.soap.md');
    expect(shown.err).toBe('');
  });
});

test('sarif keeps to the schema of SARIF 2.1.0', async () => {
  const validate = loadSarifSchema();
  for (const argv of [[], ['--show-text'], ['--only', 'knowledge']]) {
    const log = JSON.parse(await report('sarif', ...argv));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  }
  const { runs } = JSON.parse(await report('sarif', '--show-text'));
  const results: readonly { ruleId: string; ruleIndex: number; relatedLocations?: unknown }[] =
    runs[0].results;
  expect(results.length).toBeGreaterThan(3);
  for (const { ruleId, ruleIndex } of results) expect(runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(results.some(({ relatedLocations }) => relatedLocations !== undefined)).toBe(true);
  expect(validate({ ...JSON.parse(await report('sarif')), version: '2.0' })).toBe(false);
});

test('gitlab keeps to the Code Quality form, and no two findings share a fingerprint', async () => {
  const rows: readonly { fingerprint: string }[] = JSON.parse(await report('gitlab'));
  expect(gitlabSchema(rows), JSON.stringify(gitlabSchema.errors)).toBe(true);
  expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(rows.length);
});

test('rdjsonl keeps to the Reviewdog form and counts columns in bytes', async () => {
  for (const row of (await report('rdjsonl')).trimEnd().split('\n'))
    expect(rdjsonSchema(JSON.parse(row)), JSON.stringify(rdjsonSchema.errors)).toBe(true);
  const folder = createFolder({ 'a.soap.md': 'S: DVT L calf\nTx: été 🙂 deep tissue L calf\n' });
  const [row = ''] = (await check(folder, '--format', 'rdjsonl', '--level', 'error')).split('\n');
  expect(JSON.parse(row).location.range).toEqual({
    start: { line: 2, column: Buffer.byteLength('Tx: été 🙂 ') + 1 },
    end: { line: 2, column: Buffer.byteLength('Tx: été 🙂 deep tissue') + 1 },
  });
});

test('github writes workflow commands that its runner reads back', async () => {
  const rows = (await report('github', '--show-text')).trimEnd().split('\n').map(readWorkflowCommand);
  expect(rows.length).toBeGreaterThan(3);
  for (const { command, properties, message } of rows) {
    expect(['error', 'warning', 'notice']).toContain(command);
    expect(Object.keys(properties).sort()).toEqual(['col', 'endColumn', 'endLine', 'file', 'line', 'title']);
    expect(message).not.toBe('');
  }
  const odd = createFolder({
    'practice.yaml': 'privacy: names\n',
    'clients/a,b: 5%/n.soap.md': 'S: DVT\nTx: deep tissue calf\n',
  });
  const [row = ''] = (await check(odd, '--format', 'github', '--level', 'error')).split('\n');
  expect(readWorkflowCommand(row).properties.file).toBe('clients/a,b: 5%/n.soap.md');
});

test('junit keeps to the schema of Jenkins, counts rightly, and escapes', async () => {
  const folder = createFolder({
    'practice.yaml': 'privacy: names\n',
    'clients/<a & "b">/n.soap.md': 'S: DVT\nTx: deep tissue calf\n',
    'clients/<a & "b">/bad.soap.md': Buffer.from([0xff]),
    'clients/quiet/n.soap.md': '## Treatment\n- Effleurage: back, 10 min, light\n',
  });
  for (const xml of [await report('junit'), await check(folder, '--format', 'junit', '--level', 'error')]) {
    const root = readXml(xml);
    expect(root.name).toBe('testsuites');
    expect(listJunitProblems(root)).toEqual([]);
    const suites = root.children;
    const sum = (key: string) => suites.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
    const cases = suites.flatMap(({ children }) => children);
    expect([Number(root.attributes.tests), sum('tests')]).toEqual([cases.length, cases.length]);
    const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
    expect([Number(root.attributes.failures), sum('failures')]).toEqual([failed.length, failed.length]);
  }
  const names = readXml(await check(folder, '--format', 'junit', '--level', 'error')).children.map(
    ({ attributes }) => attributes.name,
  );
  expect(names).toEqual([
    'clients/<a & "b">/n.soap.md',
    'clients/quiet/n.soap.md',
    'practice.yaml',
    'not read',
  ]);
});

/** Parses XML as strictly as XML asks. */
function readXml(xml: string): Element {
  const parser = sax.parser(true, { trim: true });
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: { children: Element[]; text: string }[] = [root];
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [] as Element[],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.onclosetag = () => open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('no element');
  return first;
}

test('jsonl has the rows of json, one a line', async () => {
  const rows = (await report('jsonl'))
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row));
  expect(rows).toEqual(JSON.parse(await report('json')));
});

test('text shows the line and marks the words; a long line is cut around them', async () => {
  const folder = createFolder({
    'a.soap.md': `S: DVT L calf\nTx:\t${'then '.repeat(60)}deep tissue L calf ${'x '.repeat(200)}\n`,
  });
  const lines = (await check(folder, '--level', 'error')).split('\n');
  const [shown = '', marks = ''] = lines.slice(1, 3);
  expect(shown).toMatch(/^ {2}2 \| ….*deep tissue L calf.*…$/);
  expect(shown.length).toBeLessThan(120);
  expect(marks).toMatch(/^ {4}\| +\^{11}$/);
  expect(marks.indexOf('^')).toBe(shown.indexOf('deep tissue'));
});

test('--output writes the report and nothing else', async () => {
  const folder = createFolder(clotPractice);
  const { code, out } = await runCli(folder, ['check', '--format', 'json', '--output', 'findings.json']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(await check(folder, '--format', 'json', '--file-list', '-')).toBe('[]\n');
  const { out: printed } = await runCli(folder, ['check', '--format', 'json']);
  expect(readFileSync(join(folder, 'findings.json'), 'utf8')).toBe(printed);
});

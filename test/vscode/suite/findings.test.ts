// Findings in the editor: what is marked, why, how soon, and what marks nothing.
import { strict as assert } from 'node:assert';
import { type Diagnostic, DiagnosticSeverity, type TextEditor, workspace } from 'vscode';
import {
  closeEditors,
  exampleFile,
  findingsAt,
  idOf,
  keepMeasurement,
  openExample,
  openNote,
  rangeOf,
  replace,
  waitForFindings,
} from './support';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const clot = 'contraindication/dvt-deep-absolute';

describe('findings', () => {
  afterEach(closeEditors);

  it('marks deep tissue on a calf with a clot, and leads to the line of the record', async () => {
    const { document } = await openExample(note);
    const findings = await waitForFindings(document.uri, (found) => found.some((one) => idOf(one) === clot));
    const finding = findingsAt(findings, rangeOf(document, 'Deep tissue')).find((one) => idOf(one) === clot);
    assert.ok(finding);
    assert.equal(finding.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(finding.range), 'Deep tissue');
    const place = finding.relatedInformation?.[0]?.location;
    assert.equal(place?.uri.toString(), exampleFile('clients/maria-lopez/client.yaml').toString());
    const record = await workspace.openTextDocument(place.uri);
    assert.match(record.lineAt(place.range.start.line).text, /name: DVT/);
  });

  it('marks it soon after it is typed, and once', async () => {
    const editor = await openExample(note);
    const { document } = editor;
    const isMarked = (found: readonly Diagnostic[]) =>
      found.some((one) => document.getText(one.range) === 'Deep tissue');
    await waitForFindings(document.uri, isMarked);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await replace(editor, rangeOf(document, 'Deep tissue: L calf'), 'Talked about the calf');
      await waitForFindings(document.uri, (found) => !isMarked(found));
      const start = performance.now();
      await replace(editor, rangeOf(document, 'Talked about the calf'), 'Deep tissue: L calf');
      const found = await waitForFindings(document.uri, isMarked);
      times.push(performance.now() - start);
      assert.equal(new Set(found.map(toKey)).size, found.length, 'no finding is there twice');
    }
    const median = times.sort((a, b) => a - b)[2] ?? 0;
    keepMeasurement(`from typing to the finding, median of ${times.length}: ${median.toFixed(0)} ms`);
  });

  it('marks a note that stands alone', async () => {
    const { document } = await openNote(toNote('DVT L calf, dx 10/28'));
    await waitForFindings(document.uri, (found) => found.some((one) => idOf(one) === clot));
  });

  it('marks nothing where the clot is denied, ruled out or of someone else', async () => {
    const stated = 'DVT L calf, dx 10/28';
    const editor = await openNote(toNote(stated));
    const { uri } = editor.document;
    for (const words of ['no DVT', 'mother had DVT', 'DVT ruled out']) {
      await waitForFindings(uri, (found) => found.some((one) => idOf(one) === clot));
      await say(editor, stated, words);
      await waitForFindings(uri, (found) => !found.some((one) => idOf(one).startsWith('contraindication/')));
      await say(editor, words, stated);
    }
  });
});

function toKey(finding: Diagnostic): string {
  return JSON.stringify([idOf(finding), finding.range, finding.message]);
}

function toNote(subjective: string): string {
  return `---\ndate: 2026-11-20\n---\n\n## Subjective\n- ${subjective}\n\n## Treatment\n- Deep tissue: L calf, 10 min\n`;
}

function say(editor: TextEditor, before: string, after: string): Promise<void> {
  return replace(editor, rangeOf(editor.document, before), after);
}

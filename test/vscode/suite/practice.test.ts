// The practice as a whole: the same findings in the Problems panel as at the command line, and after a restart.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { commands, type Diagnostic, DiagnosticSeverity, extensions, languages, type Uri } from 'vscode';
import {
  closeEditors,
  exampleFile,
  extensionId,
  idOf,
  isOurs,
  openExample,
  waitFor,
  waitForFindings,
} from './support';

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const clot = 'contraindication/dvt-deep-absolute';

describe('the practice', () => {
  afterEach(closeEditors);

  it('has the same findings in the Problems panel as at the command line', async () => {
    const expected = listAtCommandLine();
    assert.ok(expected.length > 10, `${expected.length} findings`);
    await commands.executeCommand('soapNotes.checkPractice');
    await waitFor(() => listShown().length >= expected.length);
    assert.deepEqual(listShown(), expected);
    // VS Code asks for all findings again every two seconds: they must not be added to those that are there.
    await waitFor(() => listShown().length !== expected.length, 3_000);
    assert.deepEqual(listShown(), expected);
  });

  it('is checked again after a restart of the server', async () => {
    const { document } = await openExample(note);
    await waitForFindings(document.uri, (found) => found.some((one) => idOf(one) === clot));
    await commands.executeCommand('soapNotes.restartServer');
    await waitForFindings(document.uri, (found) => found.some((one) => idOf(one) === clot));
  });
});

/** What the Problems panel shows of this extension. */
function listShown(): readonly string[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, findings]) => findings.filter(isOurs).map((finding) => toLine(uri, finding)))
    .sort();
}

interface Reported {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** What `soap-notes check` reports for the folder that is open. */
function listAtCommandLine(): readonly string[] {
  const cli = join(extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist', 'cli.cjs');
  const output = execFileSync(
    process.execPath,
    [cli, 'check', '--format', 'json', '--fail-on', 'never', '.'],
    {
      cwd: exampleFile('.').fsPath,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    },
  );
  const reported: readonly Reported[] = JSON.parse(output);
  return reported
    .map(({ file, line, column, endLine, endColumn, severity, rule, message }) =>
      [file, `${line}:${column}-${endLine}:${endColumn}`, severity, rule, message].join(' '),
    )
    .sort();
}

function toLine(uri: Uri, finding: Diagnostic): string {
  const { start, end } = finding.range;
  const severities = {
    [DiagnosticSeverity.Error]: 'error',
    [DiagnosticSeverity.Warning]: 'warning',
    [DiagnosticSeverity.Information]: 'information',
    [DiagnosticSeverity.Hint]: 'hint',
  };
  return [
    uri.path.slice(exampleFile('').path.replace(/\/?$/, '/').length),
    `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
    severities[finding.severity],
    idOf(finding),
    finding.message,
  ].join(' ');
}

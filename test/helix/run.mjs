// The set-up for Helix that docs/editors.md has, without Helix: its file is read, the server that it names is started as
// Helix would start it, and asked as Helix asks: with diagnostics pushed and positions in UTF-8 or UTF-32 offered too.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createHome, installProgram, needProgram, readSetUp } from '../../tools/hosts/program.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, run } from '../../tools/run/process.mjs';

const outcomes = [];
const check = async (title, body) => {
  try {
    await body();
    outcomes.push({ title });
  } catch (error) {
    outcomes.push({ title, error: error.stack });
  }
};
const expectThat = (holds, words) => {
  if (!holds) throw new Error(words);
};

/** Python knows TOML, as Node.js does not. */
async function readToml(text, folder) {
  const path = join(folder, 'languages.toml');
  writeFileSync(path, text);
  const program = 'import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))';
  return JSON.parse(await run(needProgram('python3'), ['-c', program, path]));
}

const within = (promise, what) =>
  Promise.race([
    promise,
    new Promise((_, reject) =>
      setTimeout(() => reject(new Error(`waited in vain for ${what}`)), 30_000).unref(),
    ),
  ]);

exitOnSignals();
try {
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const settings = await readToml(readSetUp('toml'), scratch);
  const [language] = settings.language;
  const server = settings['language-server'][language['language-servers'][0]];

  await check('the language has what Helix asks for, and takes notes alone', () => {
    expectThat(language.name === 'soap-note' && typeof language.scope === 'string', 'no name or scope');
    const globs = language['file-types'].map(({ glob }) => glob);
    expectThat(globs.join() === '*.soap.md,*.soap', `file types: ${globs}`);
    expectThat(language.roots.includes('practice.yaml'), 'practice.yaml is no root');
  });

  const child = spawn(server.command, server.args, {
    cwd: practice,
    env: { ...process.env, ...createHome(scratch), PATH: installProgram(scratch) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let found;
  const published = new Promise((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      found = params.diagnostics;
      if (found.some(({ severity }) => severity === 1)) resolve();
    });
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const note = join(practice, 'clients', 'maria-lopez', '2026-11-20.soap.md');
  const text = readFileSync(note, 'utf8');
  const uri = pathToFileURL(note).href;

  await check('the command of the set-up starts a server', async () => {
    const rootUri = pathToFileURL(practice).href;
    const { capabilities } = await within(
      connection.sendRequest('initialize', {
        processId: process.pid,
        clientInfo: { name: 'helix' },
        rootUri,
        workspaceFolders: [{ uri: rootUri, name: 'practice' }],
        capabilities: {
          general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
          workspace: { configuration: true, workspaceFolders: true },
          textDocument: { publishDiagnostics: {}, completion: {}, hover: {} },
        },
      }),
      'the server',
    );
    expectThat(capabilities.completionProvider !== undefined, 'no completion');
    await connection.sendNotification('initialized', {});
  });

  const line = text.split('\n').findIndex((one) => one.includes('Deep tissue: L calf'));
  await check('deep tissue on a calf with a clot is an error', async () => {
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: language.name, version: 1, text },
    });
    await within(published, 'findings');
    expectThat(
      found.some(({ range, severity }) => range.start.line === line && severity === 1),
      'no error there',
    );
  });

  await check('techniques are completed', async () => {
    const end = { line: line + 1, character: 0 };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: end, end }, text: '- Myof\n' }],
    });
    const position = { line: line + 1, character: 6 };
    const answer = await within(
      connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
      'completions',
    );
    const labels = (answer.items ?? answer).map(({ label }) => label);
    expectThat(
      labels.some((label) => /myofascial/i.test(label)),
      `${labels.length} others`,
    );
  });

  await check('the server ends when asked to', async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await within(connection.sendRequest('shutdown'), 'the answer to shutdown');
    await connection.sendNotification('exit');
    const code = await within(ended, 'its end');
    expectThat(code === 0, `exit code ${code}`);
  });
  endWithOutcomes(outcomes);
} catch (error) {
  endWith(error);
}

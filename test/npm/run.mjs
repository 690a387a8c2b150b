// The npm package without VS Code and without a network: packed, installed in an empty folder, and run.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createHome } from '../../tools/hosts/program.mjs';
import { createScratch } from '../../tools/hosts/server.mjs';
import { endWithOutcomes } from '../../tools/run/outcomes.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals, npm, RunError, run } from '../../tools/run/process.mjs';

const outcomes = [];
async function check(title, body) {
  try {
    await body();
    outcomes.push({ title });
  } catch (error) {
    outcomes.push({ title, error: `${error.stack}\n${error.output ?? ''}` });
  }
}
const expectThat = (holds, words) => {
  if (!holds) throw new Error(words);
};

exitOnSignals();
try {
  const scratch = createScratch();
  const practice = join(scratch, 'practice');
  cpSync(join(root, 'examples'), practice, { recursive: true });
  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  const [packed] = JSON.parse(
    await npm(['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', scratch]),
  );
  const tarball = join(scratch, packed.filename);
  const env = { ...createHome(scratch), npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  await npm(['install', '--no-audit', '--no-fund', tarball], { cwd: empty, env });
  const program = join(empty, 'node_modules', '.bin', 'soap-notes');

  await check('the package holds what runs, and no sources', () => {
    const paths = packed.files.map(({ path }) => path);
    const needed = ['dist/cli.cjs', 'dist/server.cjs', 'dist/knowledge.json', 'README.md', 'LICENSE'];
    expectThat(
      needed.every((path) => paths.includes(path)),
      `it lacks one of ${needed}`,
    );
    const odd = paths.filter((path) => /^(?:server|test|tools|examples|node_modules|bench)\//.test(path));
    expectThat(odd.length === 0, `it holds ${odd.slice(0, 5)}`);
  });

  await check('it brings no other package along', () => {
    const { packages } = JSON.parse(readFileSync(join(empty, 'package-lock.json'), 'utf8'));
    const names = Object.keys(packages).filter((name) => name !== '');
    expectThat(names.join() === 'node_modules/soap-notes', `installed: ${names}`);
  });

  await check('npx runs it: the clot of the example practice is found', async () => {
    const args = [
      '--no',
      '--',
      'soap-notes',
      'check',
      '--level',
      'error',
      join(practice, 'clients', 'maria-lopez'),
    ];
    const failure = await npm(['exec', ...args], { cwd: empty, env }).then(
      () => undefined,
      (error) => error,
    );
    expectThat(
      failure instanceof RunError && failure.output.includes('contraindication/dvt-'),
      failure?.output ?? 'nothing',
    );
  });

  await check(
    'the hook that init sets up stops deep tissue on a clot, until a clearance is recorded',
    async () => {
      const repository = join(scratch, 'repository');
      mkdirSync(repository);
      const PATH = `${join(empty, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
      const inside = { cwd: repository, env: { ...env, PATH, GIT_CONFIG_NOSYSTEM: '1' } };
      const git = (...args) =>
        run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], inside);
      const commit = async () => {
        await git('add', '--all');
        return git('commit', '--quiet', '--message', 'a session').then(
          () => '',
          (error) => error.output,
        );
      };
      await git('init', '--quiet');
      await run(program, ['init', '--ci', 'both'], inside);
      const nothing = await commit();
      expectThat(nothing === '', `a practice without notes: ${nothing}`);
      const record = join(repository, 'clients', 'c-1', 'client.yaml');
      mkdirSync(dirname(record), { recursive: true });
      const clot = 'id: c-1\nconditions:\n  - { name: DVT, region: calf, side: left, since: 2026-10-28 }\n';
      writeFileSync(record, clot);
      writeFileSync(
        join(repository, 'clients', 'c-1', '2026-11-20.soap.md'),
        '---\nclient: c-1\ndate: 2026-11-20\n---\n\n## Treatment\n- Deep tissue: L calf, 10 min\n',
      );
      const stopped = await commit();
      expectThat(stopped.includes('contraindication/dvt-'), `the commit was not stopped: ${stopped}`);
      writeFileSync(
        record,
        `${clot}clearances:\n  - { for: DVT, by: Dr. Osei, on: 2026-11-10, until: 2027-03-01, allows: [deep tissue] }\n`,
      );
      const passed = await commit();
      expectThat(passed === '', `the commit was stopped: ${passed}`);
      const doctor = await run(program, ['doctor'], inside);
      expectThat(doctor.includes('Each commit is checked before it is made.'), doctor);
    },
  );

  await check('it knows its version and its commands', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expectThat((await run(program, ['--version'])).trim() === version, 'another version');
    expectThat((await run(program, ['--help'])).includes('check [paths]'), 'no help');
  });

  await check('its language server answers and ends', async () => {
    const child = spawn(program, ['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill());
    const send = (message) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      output += part;
      if (output.includes('"id":1') && !output.includes('"id":2')) send({ id: 2, method: 'shutdown' });
      if (output.includes('"id":2')) send({ method: 'exit' });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const timer = setTimeout(() => child.kill(), 30_000);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    clearTimeout(timer);
    expectThat(code === 0 && output.includes('"capabilities"'), `exit code ${code}\n${output}`);
  });
  endWithOutcomes(outcomes, [
    `The package is ${(packed.size / 1e6).toFixed(2)} MB, unpacked ${(packed.unpackedSize / 1e6).toFixed(2)} MB.`,
  ]);
} catch (error) {
  endWith(error);
}

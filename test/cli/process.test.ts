// The command line as a process of its own: exit code, pipes that close, no noise.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePractice } from '../../bench/synthetic-practice';
import { compactKnowledge } from '../../server/src/core/knowledge/compact';
import { createFolder } from '../support/folders';
import { commitAll, git } from '../support/git';
import { loadKnowledge } from '../support/knowledge';
import { createRepository } from '../support/repositories';
import { projectRoot } from '../support/sources';
import { clotPractice } from './run-cli';

const run = promisify(execFile);
let folder: string;
let bundle: string;

const shell = async (command: string) =>
  run('bash', ['-c', `set -o pipefail; ${command.replace('SOAP-NOTES', `node ${bundle}`)}`]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );

describe('the process', () => {
  beforeAll(async () => {
    folder = join(projectRoot, 'out', `cli-${process.pid}`);
    bundle = join(folder, 'cli.cjs');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'knowledge.json'), JSON.stringify(compactKnowledge(loadKnowledge().data)));
    writeFileSync(join(folder, 'soap-notes'), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`, {
      mode: 0o755,
    });
    await build({
      entryPoints: [join(projectRoot, 'server/src/cli/main.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
    });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows its help', async () => {
    const { code, stdout, stderr } = await shell('SOAP-NOTES --help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: soap-notes');
  });

  test('is quiet when the reader has gone', async () => {
    expect(await shell('SOAP-NOTES --help | true')).toMatchObject({ code: 0, stderr: '' });
  });

  test('hands its exit code to the shell', async () => {
    expect((await shell(`cd ${createFolder({})} && SOAP-NOTES check`)).code).toBe(2);
  });

  test.each(['README', 'init'])(
    'the hook of %s stops deep tissue on a clot, and lets it pass once a clearance is recorded',
    async (way) => {
      const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
      const hook = /`\.git\/hooks\/pre-commit`[^`]*```sh\n([^`]+)```/.exec(readme)?.[1] ?? '';
      const record = 'clients/maria-lopez/client.yaml';
      const note = 'clients/maria-lopez/2026-11-20.soap.md';
      const practice = createRepository({
        'practice.yaml': 'name: Practice\n',
        [record]: clotPractice[record],
      });
      if (way === 'init') expect((await shell(`cd ${practice} && SOAP-NOTES init`)).code).toBe(0);
      commitAll(practice);
      if (way === 'README') {
        mkdirSync(join(practice, '.git/hooks'), { recursive: true });
        writeFileSync(join(practice, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
      }
      const commit = () =>
        run('git', ['commit', '--all', '--message', 'session'], {
          cwd: practice,
          env: {
            ...process.env,
            PATH: `${folder}:${process.env.PATH ?? ''}`,
            GIT_CONFIG_GLOBAL: '/dev/null',
          },
        }).then(
          () => '',
          ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
        );
      writeFileSync(join(practice, note), clotPractice[note]);
      git(practice, 'add', note);
      expect(await commit()).toContain(`${note}:7:3: error: `);
      expect(git(practice, 'status', '--porcelain')).toContain(note);
      writeFileSync(
        join(practice, record),
        `${clotPractice[record]}clearances:\n  - { for: DVT, by: Dr. Osei, on: 2026-11-19, allows: [deep tissue] }\n`,
      );
      expect(await commit()).toBe('');
      expect(git(practice, 'log', '--format=%s')).toBe('session\nchange\n');
    },
  );

  test('other threads find the same, and so does the cache, which holds no words', async () => {
    const files = Object.fromEntries(
      [...makePractice(loadKnowledge(), { clients: 4, notes: 16 })].map(({ path, text }) => [path, text]),
    );
    const practice = createFolder(files);
    const check = (options: string) =>
      shell(`cd ${practice} && SOAP-NOTES check --format part --fail-on never ${options}`);
    const alone = await check('--jobs 1 --no-cache');
    expect(JSON.parse(alone.stdout).findings.length).toBeGreaterThan(10);
    expect(await check('--jobs 2 --cache')).toEqual(alone);
    const cache = readFileSync(join(practice, '.soap-notes/check.cache'), 'utf8');
    expect(cache).not.toMatch(/effleurage|Petrissage|tissue|pain|ada-|name/i);
    expect(await check('')).toEqual(alone);
  });

  test.runIf(process.platform !== 'win32')('a file and a folder that may not be read are said', async () => {
    const practice = createFolder({ ...clotPractice, 'clients/bo/a.soap.md': 'S: well\n' });
    chmodSync(join(practice, 'clients/maria-lopez/2026-11-20.soap.md'), 0o000);
    chmodSync(join(practice, 'clients/bo'), 0o000);
    chmodSync(practice, 0o755);
    // An administrator reads everything, so this is somebody else.
    const become = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups ' : '';
    const { code, stderr } = await shell(`cd ${practice} && ${become}SOAP-NOTES check --fail-on never`);
    chmodSync(join(practice, 'clients/bo'), 0o755);
    expect(code).toBe(2);
    expect(stderr).toContain('soap-notes: clients/bo: cannot be read; check its permissions.\n');
    expect(stderr).toContain('2026-11-20.soap.md: cannot be read; check its permissions.\n');
  });

  test.runIf(process.platform !== 'win32')(
    'a command that is killed in the middle is put back by the next one; until then the doctor names it',
    async () => {
      const practice = createFolder(clotPractice);
      const tell = (): readonly string[] =>
        readdirSync(practice, { recursive: true, encoding: 'utf8' })
          .filter((path) => !path.startsWith('.git'))
          .sort();
      const before = tell();
      // Kills the process at the moment at which the folder has its new name and the journal still stands.
      const killer = join(folder, 'killer.cjs');
      writeFileSync(
        killer,
        `const fs = require('node:fs');
        const rename = fs.renameSync;
        fs.renameSync = (from, to) => {
          rename(from, to);
          if (to.endsWith('c-1042')) process.kill(process.pid, 'SIGKILL');
        };`,
      );
      const { code } = await shell(
        `cd ${practice} && NODE_OPTIONS="--require=${killer}" SOAP-NOTES rename-client maria-lopez c-1042`,
      );
      expect(code).not.toBe(0);
      expect(readdirSync(join(practice, 'clients'))).toEqual(['c-1042']);
      const { stdout } = await shell(`cd ${practice} && SOAP-NOTES doctor`);
      expect(stdout).toMatch(/problem +writing +A command was ended in the middle of its changes\./);
      const { stderr } = await shell(`cd ${practice} && SOAP-NOTES due`);
      expect(stderr).toBe(
        'soap-notes: an earlier command was ended in the middle, and what it had changed was put back as it was.\n',
      );
      expect(tell()).toEqual(before);
      for (const [path, text] of Object.entries(clotPractice))
        expect(readFileSync(join(practice, path), 'utf8')).toBe(text);
    },
  );

  test.runIf(process.platform === 'linux')(
    'a disk that is full is said, and leaves what was there',
    async () => {
      const practice = createFolder({ ...clotPractice, 'findings.json': 'old\n' });
      // No file may grow: writing fails as on a full disk.
      const { code, stderr } = await shell(
        `cd ${practice} && ulimit -f 0 && SOAP-NOTES check --format json --output findings.json`,
      );
      expect(code).toBe(2);
      expect(stderr).toBe(
        'soap-notes: findings.json cannot be written: the disk is full. Nothing was changed; free some space and try again.\n',
      );
      expect(readFileSync(join(practice, 'findings.json'), 'utf8')).toBe('old\n');
      expect(readdirSync(practice).sort()).toEqual(['.git', 'clients', 'findings.json', 'practice.yaml']);
    },
  );
});

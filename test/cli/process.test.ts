// The command line as a process of its own: exit code, pipes that close, no noise.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder } from '../support/folders';
import { projectRoot } from '../support/sources';

const run = promisify(execFile);
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
    bundle = join(projectRoot, 'out', `cli-${process.pid}.cjs`);
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
    rmSync(bundle, { force: true });
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
    const folder = createFolder({});
    expect((await shell(`cd ${folder} && SOAP-NOTES check`)).code).toBe(2);
  });
});

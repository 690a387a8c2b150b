// `soap-notes lsp`: which arguments reach the language server.
import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli';

describe('the server is started with its own arguments', () => {
  test.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['--stdio'], ['--stdio']],
    [['--socket=5007'], ['--socket=5007']],
    [['--stdio', '--clientProcessId=12'], ['--stdio']],
  ])('%j', async (given, passed) => {
    const started: (readonly string[])[] = [];
    const { code } = await runCli('/', ['lsp', ...given], {
      serve: (argv) => {
        started.push(argv);
        return Promise.resolve(0);
      },
    });
    expect({ code, started }).toEqual({ code: 0, started: [passed] });
  });
});

test.each([
  [['lsp', '--stdio', '--socket', '5007'], 'lsp takes one of --stdio, --socket, --pipe, --node-ipc.'],
  [['lsp', '--sdtio'], 'Unknown option --sdtio for lsp. Did you mean --stdio?'],
])('%j is refused', async (argv, message) => {
  const { code, err } = await runCli('/', argv);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

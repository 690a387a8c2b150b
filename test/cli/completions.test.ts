// Completion scripts: made from the table of commands, and read by bash. test/shells asks the shells themselves.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/command-table';
import { runCli } from './run-cli';

const print = async (shell: string): Promise<string> => (await runCli('/', ['completions', shell])).out;

test.each(['bash', 'fish', 'zsh'])('%s: every command and option is in the script', async (shell) => {
  const script = await print(shell);
  for (const { name, options } of commands) {
    expect(script).toContain(name);
    for (const option of options)
      expect(script).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
  }
});

describe('in bash', () => {
  /** What bash offers for the words of a line. */
  const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
    const line = `${await print('bash')}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _soap_notes; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['--norc', '-c', line, 'bash', 'soap-notes', ...words], {
      encoding: 'utf8',
    });
    return out.trim().split('\n');
  };

  test.each<[readonly string[], readonly string[]]>([
    [['led'], ['ledger']],
    [
      ['ledger', '--by', ''],
      ['rule', 'therapist', 'client'],
    ],
    [['ledger', '--by', '=', 'th'], ['therapist']],
    [
      ['ledger', '--by', '='],
      ['rule', 'therapist', 'client'],
    ],
    [['ledger', '--sh'], ['--show-text']],
    [['help', 'led'], ['ledger']],
  ])('%j', async (words, offered) => {
    expect(await complete(...words)).toEqual(offered);
  });
});

test('another shell is refused in one line', async () => {
  const { code, err } = await runCli('/', ['completions', 'tcsh']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'soap-notes: Name a shell, one of bash, fish, zsh: soap-notes completions bash.\n',
  });
});

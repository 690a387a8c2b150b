// The command line as a whole: help, version, colour, unknown commands, crashes without note text.
import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/command-table';
import { readVersion } from '../../server/src/io/version';
import { createFolder } from '../support/folders';
import { clotPractice, runCli } from './run-cli';

const colourStart = '\u001b[';

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists every command', async (argument) => {
    const { code, out, err } = await runCli('/', [argument]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of commands) expect(out).toContain(`\n  ${command.name}`);
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    '%s --help names its options and an example',
    async (name, command) => {
      const { code, out } = await runCli('/', [name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: soap-notes ${name}`);
      for (const option of command.options) expect(out).toContain(`--${option.name}`);
      expect(command.examples.every((example) => out.includes(example))).toBe(true);
      expect((await runCli('/', ['help', name])).out).toBe(out);
    },
  );

  test('lines of help fit a terminal of 120 columns', async () => {
    const texts = await Promise.all([
      runCli('/', ['--help']),
      ...commands.map(({ name }) => runCli('/', [name, '-h'])),
    ]);
    expect(texts.flatMap(({ out }) => out.split('\n')).filter((line) => line.length > 120)).toEqual([]);
  });

  test.each([['--version'], ['-V']])('%s', async (argument) => {
    expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/);
    expect(await runCli('/', [argument])).toEqual({ code: 0, out: `${readVersion()}\n`, err: '' });
  });
});

describe('refusals', () => {
  test('no command: the help on standard error', async () => {
    const { code, out, err } = await runCli('/', []);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: soap-notes <command>');
  });

  test.each([
    ['chekc', 'Unknown command "chekc". Did you mean check?'],
    ['frobnicate', 'Unknown command "frobnicate". The commands are check, '],
    ['--json', 'Unknown option --json. Put the command first, as in: soap-notes check --json'],
  ])('%s', async (argument, message) => {
    const { code, err } = await runCli('/', [argument]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test.each([
    [['check', '--formt', 'json'], 'Did you mean --format?'],
    [['check', '--format', 'jsno'], 'not "jsno". Did you mean json?'],
    [['check', '--level', 'warnin'], 'not "warnin". Did you mean warning?'],
    [['check', '--profile', 'wa-uss'], 'Did you mean wa-us?'],
    [['help', 'signn'], 'Unknown command "signn". Did you mean sign?'],
    [['impact', 'dvt-deep-absolut'], 'Did you mean dvt-deep-absolute?'],
    [['explain', 'dvt-deep-absolut'], 'Did you mean'],
    [['client', 'maria-lopes'], 'Did you mean maria-lopez?'],
    [['new', 'maria-lopes'], 'Did you mean maria-lopez?'],
    [['rename-client', 'maria-lopes', 'x'], 'Did you mean maria-lopez?'],
    [['search', '--technique', 'swedsh'], 'Did you mean'],
  ])('%j is answered with what may have been meant', async (argv, message) => {
    const { code, err } = await runCli(createFolder(clotPractice), argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('control characters in an argument do not reach the terminal', async () => {
    const { err } = await runCli('/', [`${colourStart}2Jchek`]);
    expect(err).not.toContain('\u001b');
  });
});

describe('a crash', () => {
  const secret = 'Maria has a clot';
  const loadKnowledge = (): never => {
    throw new TypeError(secret);
  };

  test('exit code 3, one line, nothing of the message', async () => {
    const result = await runCli(createFolder(clotPractice), ['check'], { loadKnowledge });
    expect(result).toMatchObject({ code: 3, out: '' });
    expect(result.err).toMatch(/^soap-notes: internal error \(TypeError\)\. .+\n$/);
  });

  test('where it was, on demand, still without the message', async () => {
    const { err } = await runCli(createFolder(clotPractice), ['check'], {
      loadKnowledge,
      env: { SOAP_NOTES_DEBUG: '1' },
    });
    expect(err).toMatch(/\n {4}at /);
    expect(err).not.toContain(secret);
  });
});

describe('colour', () => {
  test.each([
    ['on a terminal', true, {}, true],
    ['not in a pipe', false, {}, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
  ] as const)('%s', async (_, terminal, env, coloured) => {
    const { out } = await runCli(createFolder(clotPractice), ['check'], { terminal, env });
    expect(out.includes(colourStart)).toBe(coloured);
  });

  test('never in JSON', async () => {
    const argv = ['check', '--format', 'json'];
    const { out } = await runCli(createFolder(clotPractice), argv, { terminal: true });
    expect(out).not.toContain(colourStart);
  });
});

// `soap-notes lsp`: the language server, for any editor.
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import type { CliIo } from '../console';

export const lsp: Command = {
  name: 'lsp',
  operands: '',
  maximumOperands: 0,
  summary: 'Start the language server, for any editor that speaks LSP.',
  details: [
    'Editors start it and talk to it over standard input and output. docs/editors.md has set-ups for Neovim, Helix and',
    'Emacs. Notes are *.soap.md and *.soap files; client.yaml and practice.yaml are checked too.',
  ],
  options: [
    { name: 'stdio', help: 'Talk over standard input and output, as without any option.' },
    { name: 'socket', value: 'PORT', help: 'Connect to this port of this computer.' },
    { name: 'pipe', value: 'NAME', help: 'Connect to this pipe or Unix socket.' },
    { name: 'node-ipc', help: 'Talk over the channel of a Node.js parent.' },
    { name: 'clientProcessId', value: 'ID', help: 'What some clients add; it changes nothing.' },
  ],
  examples: ['soap-notes lsp --stdio'],
  run: runLsp,
};

function runLsp(args: Arguments, io: CliIo): Promise<ExitCode> {
  const chosen = ['stdio', 'node-ipc'].filter((name) => args.switches.has(name));
  const named = ['socket', 'pipe'].flatMap((name) => {
    const value = args.values.get(name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
  if (chosen.length + named.length > 1)
    throw new UsageError('lsp takes one of --stdio, --socket, --pipe, --node-ipc.');
  return io.serve([...chosen.map((name) => `--${name}`), ...named]);
}

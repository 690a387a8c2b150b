// The language server's process: `server.cjs --stdio`, `--node-ipc`, `--socket=<port>` or `--pipe=<name>`.
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Knowledge } from '../core/index';
import { toFileUri } from '../io/files';
import { loadKnowledgeFile } from '../io/knowledge-file';
import { readVersion } from '../io/version';
import { readWords } from '../io/words';
import { nodeDisk } from './node-disk';
import { serverNodeOptions } from './protocol';
import { startServer } from './server';
import { findTransport } from './transport';
import { endWith, watchInput } from './watchdog';

function loadKnowledge(): Knowledge {
  try {
    return loadKnowledgeFile(process.env.SOAP_NOTES_KNOWLEDGE);
  } catch {
    return endWith('its knowledge file is missing or broken; build or install again');
  }
}

/** Starts the server; the answer ends the process when the client has gone: well only if it had said so. */
function serve(reader: MessageReader, writer: MessageWriter): () => never {
  const { tools } = startServer(createConnection(ProposedFeatures.all, reader, writer), {
    knowledge: loadKnowledge(),
    version: readVersion(),
    disk: nodeDisk,
    now: () => new Date(),
    docs: toFileUri(join(__dirname, '..', 'docs')),
    wordsOf: (language) => readWords(join(__dirname, '..', 'l10n', `server.${language}.json`)),
  });
  return () => process.exit(tools.state.phase === 'stopped' ? 0 : 1);
}

function serveStreams(input: Readable, output: Writable): void {
  const reader = new StreamMessageReader(input);
  watchInput(input, reader);
  const end = serve(reader, new StreamMessageWriter(output));
  input.once('end', end);
  input.once('close', end);
}

// VS Code starts the server with these; its own runtime takes none later. Any other editor starts it as it is.
if (process.versions.electron === undefined)
  for (const option of serverNodeOptions) setFlagsFromString(option);

const transport = findTransport(process.argv.slice(2));
switch (transport.kind) {
  case 'stdio':
    // Whatever writes to the console must not write into the protocol.
    console.log = console.error;
    serveStreams(process.stdin, process.stdout);
    break;
  case 'ipc':
    process.once('disconnect', serve(new IPCMessageReader(process), new IPCMessageWriter(process)));
    break;
  case 'socket': {
    const socket = connect(transport.to);
    socket.once('error', () => endWith('the editor’s socket cannot be reached'));
    socket.once('connect', () => serveStreams(socket, socket));
    break;
  }
  case 'unknown':
    endWith('its arguments name no way to reach the editor: --stdio, --node-ipc, --socket or --pipe');
}

// The language server's process: `server.cjs --stdio`, `--node-ipc`, or a socket or pipe as editors pass it.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadKnowledgeFile } from '../io/knowledge-file';
import { readVersion } from '../io/version';
import { startServer } from './server';
import { watchFraming } from './watchdog';

const transports = ['--stdio', '--node-ipc'];
const named = process.argv.some(
  (argument) =>
    transports.includes(argument) || argument.startsWith('--socket') || argument.startsWith('--pipe'),
);
if (!named) process.argv.push('--stdio');
if (process.argv.includes('--stdio')) watchFraming(process.stdin);

startServer(createConnection(ProposedFeatures.all), {
  knowledge: loadKnowledgeFile(process.env.SOAP_NOTES_KNOWLEDGE),
  version: readVersion(),
  now: () => new Date(),
});

// The language server in a web worker, where VS Code runs in a browser. The first message brings what it needs to start;
// from then on the protocol is spoken. There is no disk here: the client gives the files.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { type CompactKnowledge, createKnowledge, expandKnowledge, type Words } from '../core/index';
import type { WorkerStart } from './protocol';
import { startServer } from './server';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<WorkerStart>) => {
  scope.onmessage = null;
  // Written and validated by our own build, from the schema that the knowledge comes from.
  const knowledge = createKnowledge(expandKnowledge(JSON.parse(data.knowledge) as CompactKnowledge));
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  startServer(connection, {
    knowledge,
    version: data.version,
    docs: data.docs,
    disk: undefined,
    now: () => new Date(),
    wordsOf: () => (data.words === undefined ? undefined : (JSON.parse(data.words) as Words)),
  });
};

// The extension where VS Code runs in a browser: the language server is a web worker.
import { type ExtensionContext, env, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { WorkerStart } from '../../server/src/lsp/protocol';
import { start } from './start';

/** Called by VS Code when a note is opened, the folder is a practice, or one of our commands is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const inDist = (...path: readonly string[]): Uri => Uri.joinPath(context.extensionUri, 'dist', ...path);
  await start(context, async (options) => {
    let worker: Worker | undefined;
    const end = (): void => worker?.terminate();
    // Run again by the library where a server ended by itself.
    const startWorker = async (): Promise<MessageTransports> => {
      end();
      const [bytes, words] = await Promise.all([
        workspace.fs.readFile(inDist('knowledge.json')),
        readWords(context.extensionUri),
      ]);
      const first: WorkerStart = {
        knowledge: new TextDecoder().decode(bytes),
        version: String(context.extension.packageJSON.version),
        docs: Uri.joinPath(context.extensionUri, 'docs').toString(),
        ...(words !== undefined && { words }),
      };
      worker = new Worker(inDist('web', 'server.js').toString(true));
      worker.postMessage(first);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return { client: new LanguageClient('soapNotes', 'SOAP Notes', startWorker, options), end };
  });
}

/** What the server says in the language of the editor; undefined where it is not translated. */
async function readWords(extension: Uri): Promise<string | undefined> {
  const name = `server.${env.language.slice(0, 2)}.json`;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'l10n', name)));
  } catch {
    return undefined;
  }
}

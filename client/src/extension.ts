// The extension where VS Code runs on a computer: the language server is a process of its own.
import { chmod } from 'node:fs/promises';
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverNodeOptions } from '../../server/src/lsp/protocol';
import { start } from './start';

/** Called by VS Code when a note is opened, the folder is a practice, or one of our commands is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [...serverNodeOptions] } };
  const debug = { ...run, options: { execArgv: [...serverNodeOptions, '--nolazy', '--inspect=6009'] } };
  await start(
    context,
    async (options) => ({
      client: new LanguageClient('soapNotes', 'SOAP Notes', { run, debug }, options),
      // The library ends the process.
      end: () => undefined,
    }),
    async ({ fsPath }) => chmod(fsPath, 0o755),
  );
}

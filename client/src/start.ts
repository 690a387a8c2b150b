// Starts the language server and offers the commands. All knowledge of notes and care is in the server.
import { commands, type ExtensionContext } from 'vscode';
import { goToCommand } from '../../server/src/lsp/protocol';
import { checkPractice } from './check-practice';
import { createCheckedStatus } from './checked-status';
import { convertNote } from './convert-note';
import { goTo } from './go-to';
import { goToNextBlank } from './go-to-blank';
import { createClient } from './new-client';
import { createNote } from './new-note';
import { createPractice, type SetExecutable } from './new-practice';
import { openExample } from './open-example';
import { createPrivacyCheck } from './privacy-check';
import { createServer, type MakeClient } from './server';
import { addAddendum, signNote } from './sign-note';
import { createViews } from './views';
import { offerKnowledgeSchema } from './yaml-schema';

/** Starts everything; `makeClient` knows where the server runs. */
export async function start(
  context: ExtensionContext,
  makeClient: MakeClient,
  setExecutable?: SetExecutable,
): Promise<void> {
  const status = createCheckedStatus();
  const server = createServer(context, status, makeClient);
  const privacyCheck = createPrivacyCheck(server);
  context.subscriptions.push(
    status,
    server,
    commands.registerCommand(goToCommand, goTo),
    privacyCheck,
    createViews(context, server),
    commands.registerCommand('soapNotes.newPractice', () => createPractice(context, server, setExecutable)),
    commands.registerCommand('soapNotes.openExample', () => openExample(context)),
    commands.registerCommand('soapNotes.checkPrivacy', () => privacyCheck.run()),
    commands.registerCommand('soapNotes.newNote', () => createNote(server)),
    commands.registerCommand('soapNotes.newClient', () => createClient()),
    commands.registerCommand('soapNotes.checkPractice', () => checkPractice(server)),
    commands.registerCommand('soapNotes.convertNote', () => convertNote(server)),
    commands.registerCommand('soapNotes.signNote', () => signNote(server, 'note')),
    commands.registerCommand('soapNotes.signAddendum', () => signNote(server, 'addendum')),
    commands.registerCommand('soapNotes.addAddendum', () => addAddendum(server)),
    commands.registerCommand('soapNotes.nextBlank', () => goToNextBlank()),
    commands.registerCommand('soapNotes.restartServer', () => server.restart()),
  );
  void offerKnowledgeSchema(context).catch(() => undefined);
  await server.start();
}

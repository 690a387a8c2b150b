// `npm start`: builds and packages the extension and opens the example practice with it: in VS Code if its `code`
// command is there, else in a VS Code that is served to the browser of this computer.
//   --port N  the port to serve on
//   --check   starts, looks whether the page answers, and stops
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './run/dependencies.mjs';
import { findOnPath } from './run/find.mjs';
import { endWith, PlainError, root } from './run/plain.mjs';
import { exitOnSignals, npm, run } from './run/process.mjs';

const id = 'soap-notes.soap-notes';
const vsix = join(root, 'dist', 'soap-notes.vsix');
const practice = join(root, 'examples');
const firstNote = join(practice, 'clients', 'maria-lopez', '2026-11-20.soap.md');

function readArguments(args) {
  let port;
  let check = false;
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--check') check = true;
    else if (args[at] === '--port') {
      at += 1;
      port = Number(args[at]);
      if (!Number.isInteger(port) || port < 1 || port > 65_535)
        throw new PlainError('--port needs a number from 1 to 65535.');
    } else throw new PlainError(`Unknown option ${args[at]}. Known are --port N and --check.`);
  }
  return { port, check };
}

/** Opens the desktop's VS Code, with extensions and settings of its own so that a person's own stay as they are. */
async function openDesktop(code, { check }) {
  const own = join(root, '.vscode-test', 'start');
  mkdirSync(own, { recursive: true });
  const apart = ['--extensions-dir', join(own, 'extensions'), '--user-data-dir', join(own, 'data')];
  const shell = process.platform === 'win32';
  const runCode = (...args) => run(code, [...apart, ...args], { shell });
  await runCode('--install-extension', vsix, '--force');
  if (check) {
    const installed = await runCode('--list-extensions');
    if (!installed.split('\n').includes(id)) throw new PlainError('VS Code did not take the extension.');
    console.log('VS Code has the extension.');
    return;
  }
  await runCode('--new-window', practice, '--goto', firstNote);
  console.log('VS Code is open with the example practice.');
}

/** Serves a browser VS Code until Ctrl-C. */
async function serve({ port, check }) {
  const { installHost } = await import('./hosts/install.mjs');
  const { createScratch, installPackage, startServer, toPageAddress, toRemoteUri } = await import(
    './hosts/server.mjs'
  );
  console.log(
    'There is no `code` command: VS Code for the browser is made ready (a minute or two the first time).',
  );
  const host = await installHost('newest', console.log);
  const scratch = createScratch();
  await installPackage({ host, scratch, vsix });
  const server = await startServer({ host, scratch, port });
  const address = toPageAddress(server, {
    folder: practice,
    payload: [['openFile', toRemoteUri(server, firstNote)]],
  });
  if (check) {
    await checkPage(address);
    const extensions = join(scratch, 'extensions');
    if (!existsSync(join(extensions, 'extensions.json')))
      throw new PlainError('The extension was not installed.');
    await server.stop();
    console.log('The page answers.');
    return;
  }
  console.log(`\nOpen this address in a browser on this computer:\n\n  ${address}\n\nCtrl-C stops it.`);
  await server.ended;
  throw new PlainError('VS Code’s server has ended by itself.');
}

/** Follows the token's redirection with its cookie, as a browser does. */
async function checkPage(address) {
  const first = await fetch(address, { redirect: 'manual' });
  const page = await fetch(new URL(first.headers.get('location') ?? '', address), {
    headers: { cookie: first.headers.get('set-cookie')?.split(';')[0] ?? '' },
  });
  if (!page.ok || !(await page.text()).includes('vscode-workbench-web-configuration'))
    throw new PlainError('VS Code’s page did not answer as it should.');
}

exitOnSignals();
try {
  const options = readArguments(process.argv.slice(2));
  console.log('Building…');
  await ensureDependencies();
  // Packaging builds as well.
  await npm(['run', 'package']);
  const code = findOnPath('code');
  await (code === undefined ? serve(options) : openDesktop(code, options));
  process.exit(0);
} catch (error) {
  endWith(error);
}

// Runs check.lua in Neovim without a window, with the set-up that docs/editors.md has.
import { join } from 'node:path';
import { runInEditor } from '../../tools/hosts/editor-run.mjs';
import { findNeovim } from '../../tools/hosts/neovim.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals } from '../../tools/run/process.mjs';

exitOnSignals();
try {
  const check = `luafile ${join(root, 'test/neovim/check.lua')}`;
  await runInEditor({
    program: findNeovim(),
    language: 'lua',
    setUp: 'init.lua',
    toArguments: (setUp) => ['--headless', '-n', '-u', setUp, '-i', 'NONE', '-c', check, '-c', 'cquit'],
  });
} catch (error) {
  endWith(error);
}

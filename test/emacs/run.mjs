// Runs check.el in Emacs without a window, with the set-up that docs/editors.md has.
import { join } from 'node:path';
import { runInEditor } from '../../tools/hosts/editor-run.mjs';
import { needProgram } from '../../tools/hosts/program.mjs';
import { endWith, root } from '../../tools/run/plain.mjs';
import { exitOnSignals } from '../../tools/run/process.mjs';

exitOnSignals();
try {
  await runInEditor({
    program: needProgram('emacs', 'emacs-nox elpa-eglot'),
    language: 'elisp',
    setUp: 'init.el',
    toArguments: (setUp) => ['--batch', '-l', setUp, '-l', join(root, 'test/emacs/check.el')],
  });
} catch (error) {
  endWith(error);
}

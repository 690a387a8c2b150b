// Finds Neovim: NVIM, or the one on the PATH.
import { findOnPath, isProgram } from '../run/find.mjs';
import { PlainError } from '../run/plain.mjs';

/** Path of Neovim. */
export function findNeovim() {
  // Inside Neovim's own terminal, NVIM names a socket instead of a program.
  const chosen = process.env.NVIM;
  const found = chosen !== undefined && isProgram(chosen) ? chosen : findOnPath('nvim');
  if (found !== undefined) return found;
  throw new PlainError(
    'Neovim is missing: install it (Debian: apt-get install neovim), or set NVIM to its path.',
  );
}

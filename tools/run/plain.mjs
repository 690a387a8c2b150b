// The root of the project, and errors whose message is all that a person needs to read. No packages are needed here.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An error that says in one line what to do; no stack is shown. */
export class PlainError extends Error {}

/** Ends the process with the error's one line; with all there is to know where it is our mistake. */
export function endWith(error) {
  if (error instanceof PlainError) console.error(error.message);
  else if (typeof error?.output === 'string') console.error(`${error.output}\n${error.message}`);
  else console.error(error);
  process.exit(1);
}

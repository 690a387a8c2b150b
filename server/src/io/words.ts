// What the language server says in another language than English: a file of texts by their English form.
import { readFileSync } from 'node:fs';
import type { Words } from '../core/index';

/** Reads a file of translations; undefined where the language has none. A file that cannot be read is one that is not there. */
export function readWords(path: string): Words | undefined {
  try {
    // Written and tested with the sources that it translates.
    return JSON.parse(readFileSync(path, 'utf8')) as Words;
  } catch {
    return undefined;
  }
}

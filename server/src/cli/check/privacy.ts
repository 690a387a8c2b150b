// Paths in reports that leave the house: a folder that is called after a client is not named there.
import { findPracticeSetting, parsePractice } from '../../core/index';
import { hashOf, type SharedFile } from './survey';

/** Tells how a path is written in a report that carries no names. */
export type HidePath = (shownPath: string) => string;

/**
 * Below `clients`, parts of a path that look like names become `client-1a2b3c`. A practice that says in practice.yaml
 * how its folders are called (`privacy: opaque-ids`, or `names` if names may be seen) has its paths as they are: there
 * is nothing to hide then, and nothing is given.
 */
export function createHidePath(shared: readonly SharedFile[]): HidePath | undefined {
  const says = shared.some(
    ({ kind, text }) =>
      kind === 'practice' && findPracticeSetting(parsePractice(text).value, 'privacy') !== undefined,
  );
  if (says) return undefined;
  return (path) => {
    const parts = path.split('/');
    const from = parts.lastIndexOf('clients');
    return parts.map((part, index) => (index > from && isNameLike(part) ? hidePart(part) : part)).join('/');
  };
}

/** Endings that say what a file is. */
const ending = /(?:\.soap\.md|\.soap|\.client\.ya?ml|\.ya?ml)$/i;
const ourNames = /^(?:client|practice)$/i;

/** A code has digits and hardly letters; what has four letters in a row may be a name. */
function isNameLike(part: string): boolean {
  const stem = part.replace(ending, '');
  return !ourNames.test(stem) && /\p{L}{4}/u.test(stem.replace(/client|patient|case|note|draft/giu, ''));
}

function hidePart(part: string): string {
  const end = ending.exec(part)?.[0] ?? '';
  return `client-${hashOf(part.slice(0, part.length - end.length).toLowerCase()).slice(0, 6)}${end}`;
}

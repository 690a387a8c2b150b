// Patterns of paths, such as `clients/**/2026-*.soap.md`, matched against files that a walk has found: no link is followed.
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type FoundFile, findPathKind, type Walk } from './files';

/** True for a path that is a pattern. */
export const isPattern = (path: string): boolean => picomatch.scan(path).isGlob;

/** Tells whether a path matches a pattern, seen from a folder. */
export function matchPattern(pattern: string, folder: string): (path: string) => boolean {
  const base = realpathSync(folder);
  const matches = picomatch(toSlashes(pattern).replace(/^\.\//, ''));
  return isAbsolute(pattern)
    ? (path) => matches(toSlashes(path))
    : (path) => matches(toSlashes(relative(base, path)));
}

/** Our files that match a pattern, seen from a folder. */
export function listMatches(pattern: string, folder: string, walk: Walk): readonly FoundFile[] {
  const matches = matchPattern(pattern, folder);
  const base = resolve(realpathSync(folder), picomatch.scan(toSlashes(pattern)).base);
  const found = findPathKind(base) === 'folder' ? walk.list(realpathSync(base)) : [];
  return found.filter(({ path }) => matches(path));
}

/** A path with `/`, whatever the machine writes. */
export const toSlashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

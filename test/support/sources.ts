// The project's own source files, for tests that look at all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceText } from './imports';

/** The root of the project, with `/` at its end. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Source files below a folder, sorted by path. */
export function listSources(folder: string): readonly SourceText[] {
  return readdirSync(`${projectRoot}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath.slice(projectRoot.length).replaceAll('\\', '/')}/${entry.name}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(`${projectRoot}${path}`, 'utf8') }));
}

/** Names of the TypeScript files directly in a folder, without ending, sorted. */
export const listFileNames = (folder: string): readonly string[] =>
  readdirSync(`${projectRoot}${folder}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();

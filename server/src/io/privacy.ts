// Gathers what is known of a practice's privacy from its disk and from git.
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { kindOf, type PracticePath, type PrivacyFacts, parseClientRecord } from '../core/index';
import { readTextFile, walkFolder } from './files';
import { git } from './git';
import { findGit, listRemotes, type Repository } from './git-config';
import { readPracticeSettings } from './practice';

/** Gathers the facts of the practice with this root. Client records are read for their names; nothing is kept. */
export function gatherPrivacyFacts(
  root: string,
  repository: Repository | undefined = findGit(root),
): PrivacyFacts {
  const tracked = new Set(repository === undefined ? [] : listTracked(root));
  const own = [...walkFolder(root)].map(({ path }) => relative(root, path).replaceAll('\\', '/'));
  const paths = [...new Set([...tracked, ...own])].sort();
  const filters = repository === undefined ? new Map<string, string>() : readFilters(root, paths);
  return {
    paths: paths.map((path) => toPracticePath(path, filters.get(path), tracked.has(path))),
    clientNames: own.flatMap((path) => {
      const read = kindOf(`/${path}`) === 'client' ? readTextFile(join(root, path)) : undefined;
      return read?.ok ? (parseClientRecord(read.text).value.name?.value ?? []) : [];
    }),
    opaqueIds: readPracticeSettings(root)?.opaqueIds ?? false,
    remotes: repository === undefined ? [] : listRemotes(repository),
    inGit: repository !== undefined,
  };
}

function toPracticePath(path: string, filter: string | undefined, isTracked: boolean): PracticePath {
  const kind = kindOf(`/${path}`);
  const isPrivate = kind === 'note' || kind === 'client' || path.startsWith('clients/');
  return { path, isPrivate, filter, isTracked };
}

const listTracked = (root: string): readonly string[] =>
  git(root, ['ls-files', '-z'])
    .split('\0')
    .filter((path) => path !== '');

/** The filter that git's attributes give each path, for those that have one. */
function readFilters(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const run = spawnSync('git', ['check-attr', '-z', '--stdin', 'filter'], {
    cwd: root,
    input: paths.map((path) => `${path}\0`).join(''),
    maxBuffer: 64 * 1024 * 1024,
  });
  const words = (run.stdout ?? Buffer.alloc(0)).toString('utf8').split('\0');
  const filters = new Map<string, string>();
  for (let i = 0; i + 2 < words.length; i += 3) {
    const [path = '', , value = ''] = words.slice(i, i + 3);
    if (value !== 'unspecified' && value !== 'unset' && value !== 'set') filters.set(path, value);
  }
  return filters;
}

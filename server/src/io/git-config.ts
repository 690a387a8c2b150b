// The settings of a repository: hooks, remotes and any other key of git's configuration.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { GitError, git } from './git';

/** A repository as git sees it from a folder in it. */
export interface Repository {
  /** Its top folder. */
  readonly root: string;
  /** The folder whose hooks git runs. */
  readonly hooks: string;
  /** Every key that is set, from whichever of git's files, with the value that counts. Keys are as git lists them. */
  readonly settings: ReadonlyMap<string, string>;
}

/** The repository around a folder; undefined where there is none, or no git. */
export function findGit(folder: string): Repository | undefined {
  try {
    const [root = '', hooks = ''] = git(folder, [
      'rev-parse',
      '--show-toplevel',
      '--git-path',
      'hooks',
    ]).split('\n');
    const settings = git(folder, ['config', '--list', '-z']).split('\0');
    return {
      root,
      // Told relative to the folder that was asked from.
      hooks: resolve(folder, hooks),
      settings: new Map(
        settings.flatMap((entry) => {
          const end = entry.indexOf('\n');
          return entry === ''
            ? []
            : [[end < 0 ? entry : entry.slice(0, end), end < 0 ? '' : entry.slice(end + 1)]];
        }),
      ),
    };
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The value of a key such as `core.hooksPath`; the case of its first and last part does not matter. */
export const findGitSetting = ({ settings }: Repository, key: string): string | undefined =>
  settings.get(key.replace(/^[^.]+|[^.]+$/g, (part) => part.toLowerCase()));

/** Sets a key in the repository's own configuration. Throws a `GitError`. */
export const writeGitSetting = ({ root }: Repository, key: string, value: string): void => {
  git(root, ['config', '--local', key, value]);
};

/** A remote of a repository: its name and its address as configured. */
export interface GitRemote {
  readonly name: string;
  readonly url: string;
}

/** The remotes of a repository, sorted by name. */
export const listRemotes = ({ settings }: Repository): readonly GitRemote[] =>
  [...settings]
    .flatMap(([key, url]) => {
      const name = /^remote\.(.*)\.url$/.exec(key)?.[1];
      return name === undefined ? [] : [{ name, url }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The hooks that a folder holds, sorted; the samples that git puts there are none. */
export function listHooks(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.endsWith('.sample') && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

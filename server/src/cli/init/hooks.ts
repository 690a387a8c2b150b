// Makes git run the hooks of a practice, without taking the place of hooks that somebody has already.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareLayout, hooksFolder, type LayoutFile } from '../../core/index';
import { findGitSetting, listHooks, type Repository } from '../../io/git-config';
import type { FileWrite } from '../../io/write-files';

/** How the hooks of a practice come to run: by one setting of git, by files of their own, or by a person's hand. */
export interface HookPlan {
  readonly setting: readonly [key: string, value: string] | undefined;
  readonly writes: readonly FileWrite[];
  /** Whole sentences about what is done, or is left to do. */
  readonly words: readonly string[];
}

/**
 * Plans how git runs the hooks among `files`. Without any hooks so far git is pointed to the practice's folder of
 * hooks; beside hooks in `.git/hooks` each of ours is called from there; hooks kept elsewhere are left to a person.
 */
export function planHooks(repository: Repository, files: readonly LayoutFile[]): HookPlan {
  const hooks = files.filter(({ path }) => path.startsWith(`${hooksFolder}/`));
  if (hooks.length === 0) return { setting: undefined, writes: [], words: [] };
  const setting = findGitSetting(repository, 'core.hooksPath');
  if (setting === hooksFolder)
    return { setting: undefined, writes: [], words: [`git runs the hooks of ${hooksFolder} here.`] };
  const folder = repository.hooks;
  if (setting === undefined && listHooks(folder).length === 0)
    return {
      setting: ['core.hooksPath', hooksFolder],
      writes: [],
      words: [`git runs the hooks of ${hooksFolder} here (core.hooksPath).`],
    };
  const plans = hooks.map((hook) => planHook(hook, folder, setting));
  return {
    setting: undefined,
    writes: plans.flatMap(({ write }) => write ?? []),
    words: plans.map(({ words }) => words),
  };
}

function planHook(
  hook: LayoutFile,
  folder: string,
  setting: string | undefined,
): { readonly write?: FileWrite; readonly words: string } {
  const name = hook.path.slice(hooksFolder.length + 1);
  const path = join(folder, name);
  const call = `${hooksFolder}/${name}`;
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (current?.includes(call) || (current !== undefined && compareLayout(hook, current).state === 'there'))
    return { words: `git runs ${call} here.` };
  if (current === undefined && setting === undefined)
    return {
      write: { kind: 'create', path, text: toCaller(call), executable: true },
      words: `git runs ${call} here, beside the hooks that were there.`,
    };
  return {
    words: `git runs its own hooks from ${setting ?? '.git/hooks'}. Add this line to ${name} there: ${call} "$@" || exit 1`,
  };
}

const toCaller = (call: string): string =>
  `#!/bin/sh\n# Calls the hook that the practice keeps under version control.\nexec ${call} "$@"\n`;

// Finds programs on this machine. No packages are needed here.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Full path of the first of these programs that is on the PATH. */
export function findOnPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (folder !== '' && isProgram(path)) return path;
      }
  return undefined;
}

/** True if there is a file at this path that may be run. */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// Installs what the lockfile names, unless it is there already. No packages are needed here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, root } from './plain.mjs';
import { npm } from './process.mjs';

/** Runs `npm ci` where a package is missing or has another version; true if it did. */
export async function ensureDependencies() {
  const oldest = 20;
  if (Number(process.versions.node.split('.')[0]) < oldest)
    throw new PlainError(`Node ${oldest} or newer is needed; this is ${process.versions.node}.`);
  if (areDependenciesInstalled()) return false;
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  return true;
}

/** Compares the lockfile with the record that npm keeps of what it has installed. */
function areDependenciesInstalled() {
  const installed = readPackages(join('node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  return Object.entries(readPackages('package-lock.json') ?? {}).every(
    // Optional packages are those of other systems; the first entry is this project itself.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

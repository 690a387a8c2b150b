// The version of this program, from the package.json that it ships with.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The version, such as `0.1.0`; `unknown` if the package.json is gone. */
export function readVersion(): string {
  const levels = basename(__dirname) === 'io' ? ['..', '..', '..'] : ['..'];
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(__dirname, ...levels, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
      return String(manifest.version);
  } catch {
    // Said below.
  }
  return 'unknown';
}

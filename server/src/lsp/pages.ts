// The pages that say what a code means: they lie in the package beside the server.
import { pageOf, type Uri } from '../core/index';
import type { State } from './state';

/** The page about a rule or check, as a file that the editor opens; undefined where there is none. */
export function findPage({ kb, docs, disk }: State, code: string): Uri | undefined {
  const page = pageOf(kb, code);
  if (page === undefined || docs === undefined) return undefined;
  const uri = `${docs}/${page.path}`;
  if (disk !== undefined && !disk.has(uri)) return undefined;
  return page.anchor === undefined ? uri : `${uri}#${page.anchor}`;
}

// The pages that say what a code means: they lie in the package beside the server.

import type { Uri } from '../core/index';
import { pageOf } from '../core/index';
import { findPathKind, toFileUri } from '../io/files';
import type { State } from './state';

/** The page about a rule or check, as a file that the editor opens; undefined where there is none. */
export function findPage({ kb, docs }: State, code: string): Uri | undefined {
  const page = pageOf(kb, code);
  if (page === undefined || docs === undefined) return undefined;
  const path = `${docs}/${page.path}`;
  if (findPathKind(path) !== 'file') return undefined;
  return page.anchor === undefined ? toFileUri(path) : `${toFileUri(path)}#${page.anchor}`;
}

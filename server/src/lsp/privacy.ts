// What can be told of the privacy of the open folders, for the editor's privacy check.
import { judgePrivacy, kindOf, type PrivacyFacts, type Uri } from '../core/index';
import type { PrivacyResult } from './protocol';
import type { State } from './state';
import { isBelow } from './uris';

/**
 * Judges each open folder. Without a disk, or without trust in the folder, only names are told of: git is not asked
 * there.
 */
export function judgeFolders(state: State): PrivacyResult {
  return {
    folders: [...state.folders].sort().map((folder) => ({
      name: nameOf(folder),
      judgements: judgePrivacy(
        (state.trusted ? state.disk?.gatherPrivacy(folder) : undefined) ?? gatherGiven(state, folder),
      ),
    })),
  };
}

const nameOf = (folder: Uri): string => decode(folder.slice(folder.lastIndexOf('/') + 1));

/** A part of a uri as people read it; as it is where it is escaped wrongly. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function gatherGiven(state: State, folder: Uri): PrivacyFacts {
  const own = state.workspace.list().filter((uri) => isBelow(uri, folder));
  return {
    paths: own.map((uri) => ({
      path: decode(uri.slice(folder.length + 1)),
      isPrivate: ['note', 'client'].includes(kindOf(uri) ?? ''),
      filter: undefined,
      isTracked: false,
    })),
    clientNames: own.flatMap((uri) => {
      const view = kindOf(uri) === 'client' ? state.workspace.view(uri) : undefined;
      return view?.kind === 'client' ? (view.parsed.value.name?.value ?? []) : [];
    }),
    opaqueIds: own.some((uri) => {
      const view = kindOf(uri) === 'practice' ? state.workspace.view(uri) : undefined;
      return view?.kind === 'practice' && view.parsed.value.opaqueIds;
    }),
    remotes: [],
    inGit: false,
  };
}

// What documents must say anew when files and folders get other names: letters that records name.
import type { DocumentEdit } from '../text/edit';
import type { Uri } from '../text/span';
import { folderOf } from '../workspace/files';
import type { View } from '../workspace/model';
import { joinPath, listDocuments } from './links';
import type { FileRename } from './rename';

/**
 * The edits of one document, whose `document:` paths lead to files that move, or that moves itself. A path that was
 * written from the practice's root stays one from there. `root` is the practice's.
 */
export function moveDocuments(view: View, root: Uri | undefined, moves: readonly FileRename[]): DocumentEdit {
  const { uri } = view.file;
  const move = (at: Uri): Uri =>
    moves.reduce(
      (now, { from, to }) => (now === from || now.startsWith(`${from}/`) ? to + now.slice(from.length) : now),
      at,
    );
  const edits = listDocuments(view).flatMap(({ path, span }) => {
    const own = folderOf(uri);
    for (const folder of [own, root]) {
      const target = folder === undefined ? undefined : joinPath(folder, path);
      if (folder === undefined || target === undefined || move(target) === target) continue;
      const newText = relativePath(folder === own ? folderOf(move(uri)) : folder, move(target));
      // What stays the same from here may have been written from the root.
      if (newText !== path) return [{ span, newText }];
    }
    return [];
  });
  return { uri, edits };
}

/** The way from a folder to a file, with `/` and as it is written in a record. */
function relativePath(folder: Uri, file: Uri): string {
  const from = folder.split('/');
  const to = file.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].map(decode).join('/');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

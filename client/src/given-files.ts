// Folders that are not on the server's disk (a repository opened from the web, any folder in a browser): the client reads
// their notes and records and hands them to the server.
import { type Disposable, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { type FilesParams, type GivenFile, ownFilePatterns } from '../../server/src/lsp/protocol';

const pattern = `{${ownFilePatterns.join(',')}}`;

/** As the server on a disk: what is larger is no note. */
const maximumBytes = 1024 * 1024;
// Files in one message.
const batch = 50;

/** True if the server cannot read what lies here by itself. */
export const isElsewhere = ({ scheme }: Uri): boolean => scheme !== 'file' && scheme !== 'untitled';

/** Gives the server all files of such folders, and each change of one. `give` sends them. */
export function giveFiles(give: (params: FilesParams) => Promise<void>): Disposable {
  const watchers: Disposable[] = [];
  const giveAll = async (uris: readonly Uri[]): Promise<void> => {
    for (let from = 0; from < uris.length; from += batch)
      await give({ files: await Promise.all(uris.slice(from, from + batch).map(read)) });
  };
  const watch = async (folder: WorkspaceFolder): Promise<void> => {
    if (!isElsewhere(folder.uri)) return;
    const files = new RelativePattern(folder, pattern);
    const watcher = workspace.createFileSystemWatcher(files);
    const changed = (uri: Uri): void => void giveAll([uri]);
    watchers.push(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
    );
    await giveAll(await workspace.findFiles(files));
  };
  for (const folder of workspace.workspaceFolders ?? []) void watch(folder);
  watchers.push(
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      for (const folder of added) void watch(folder);
    }),
  );
  return {
    dispose() {
      for (const watcher of watchers) watcher.dispose();
    },
  };
}

/** The file as it is now; without a text where it has gone or cannot be read as text. */
async function read(uri: Uri): Promise<GivenFile> {
  const named = { uri: uri.toString() };
  try {
    if ((await workspace.fs.stat(uri)).size > maximumBytes) return named;
    const bytes = await workspace.fs.readFile(uri);
    return { ...named, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return named;
  }
}

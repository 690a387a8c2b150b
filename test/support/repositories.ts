// The least that git takes for a repository, made without running git.
import { createFolder } from './folders';

/** Makes a folder that is an empty repository on the branch `main`, with files. `config` is added to its settings. */
export const createRepository = (
  files: Readonly<Record<string, string | Uint8Array>> = {},
  config = '',
): string =>
  createFolder({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[core]\n\trepositoryformatversion = 0\n[user]\n\tname = Test\n\temail = test@example.org\n${config}`,
    '.git/objects/info/alternates': '',
    '.git/refs/heads/.keep': '',
    ...files,
  });

// What changes the disk, in small steps each of which happens whole or not at all. A test has one that dies in the middle.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

export interface Disk {
  readonly makeFolder: (path: string) => void;
  /** Writes a new file down to the disk, the whole of it or none. A file or link of that name stops it. */
  readonly write: (path: string, text: string | Uint8Array, mode: number) => void;
  /** Gives a file another name that must be free. The old name may stay, where a file can have two. */
  readonly place: (from: string, to: string) => void;
  /** Gives a file a second name that must be free; a copy where a file cannot have two. */
  readonly keep: (from: string, to: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Removes a file, if it is there. */
  readonly remove: (path: string) => void;
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => void;
  /** Makes the new names in a folder last. */
  readonly sync: (folder: string) => void;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  makeFolder: (path) => mkdirSync(path),
  write: writeNew,
  place: (from, to) =>
    link(from, to, () => {
      // A copy could be half of it if this ended in the middle.
      if (existsSync(to)) throw Object.assign(new Error('a file is there'), { code: 'EEXIST' });
      renameSync(from, to);
    }),
  keep: (from, to) => link(from, to, () => copyFileSync(from, to, constants.COPYFILE_EXCL)),
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  removeFolder: (path) => rmdirSync(path),
  sync(folder) {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};

/** What a new file is to hold; a large text may come piece by piece. */
export type Content = string | Uint8Array | Iterable<string>;

/** The `write` of this machine's disk. */
export function writeNew(path: string, content: Content, mode: number): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(handle, content, 'utf8');
    else for (const piece of content) writeFileSync(handle, piece, 'utf8');
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

function link(from: string, to: string, otherwise: () => void): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    otherwise();
  }
}

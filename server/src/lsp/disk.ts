// What the server needs of a disk. In a browser there is none: there the client gives the files (`soapNotes/files`).
import type { PrivacyFacts, Uri } from '../core/index';

/** A file that was read, or why it was not; the message holds none of the text. */
export type DiskFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** The disk of this computer. All uris are in our spelling. */
export interface Disk {
  /** Notes, records and knowledge below a folder, folder by folder; nothing for a folder that is elsewhere. */
  walk(folder: Uri): Iterable<Uri>;
  /** Reads a file; undefined for a uri that is not on this disk. */
  read(uri: Uri): DiskFile | undefined;
  /** True for a file that is there. */
  has(uri: Uri): boolean;
  /** What is known of the privacy of a folder, also from git; undefined for a folder that is elsewhere. */
  gatherPrivacy(folder: Uri): PrivacyFacts | undefined;
  /** What stands with a note that is opened by itself: its practice, or else its folder. */
  around(uri: Uri): readonly Uri[];
}

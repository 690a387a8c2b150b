// Ends a server whose input has stopped making sense: the library would wait for ever, and no client would restart it.
import type { Readable } from 'node:stream';
import type { MessageReader } from 'vscode-languageserver/node';

// A message header is two short lines; this much without its end is no header.
const longestHeader = 4096;

// No message of an editor is as long; a length beyond it is a broken header, and waiting for it would be for ever.
const longestMessage = 64 * 1024 * 1024;

/** Reads the framing of a stream of messages: headers with `Content-Length`, a blank line, then that many bytes. */
export function createFramingReader(onBroken: (reason: string) => void): (chunk: Uint8Array) => void {
  let header = '';
  let body = 0;
  let broken = false;
  const fail = (reason: string): void => {
    broken = true;
    onBroken(reason);
  };
  return (chunk) => {
    for (let at = 0; at < chunk.length && !broken; ) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      header += String.fromCharCode(chunk[at] ?? 0);
      at++;
      if (header.endsWith('\r\n\r\n')) {
        const length = /^Content-Length:\s*(\d+)\s*$/im.exec(header)?.[1];
        if (length === undefined) return fail('a message came without a Content-Length');
        body = Number(length);
        header = '';
        if (body > longestMessage) return fail('a message claims to be longer than any message is');
      } else if (header.length > longestHeader) return fail('the input is not in the protocol’s format');
    }
  };
}

/** Ends the process with one plain line that holds nothing of the input. */
export function endWith(reason: string): never {
  process.stderr.write(`soap-notes server: ${reason}; ending, so that the editor can start it again.\n`);
  process.exit(1);
}

/** Ends the process with code 1 when the framing of its input breaks, or a message is not one. */
export function watchInput(input: Readable, reader: MessageReader): void {
  input.on('data', createFramingReader(endWith));
  // What the reader says would quote the message, and so a note.
  reader.onError(() => endWith('a message could not be read'));
}

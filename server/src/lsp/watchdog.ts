// Ends a server whose input has stopped making sense: the library would wait for ever, and no client would restart it.
import type { Readable } from 'node:stream';

// A message header is two short lines; this much without its end is no header.
const longestHeader = 4096;

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
      } else if (header.length > longestHeader) return fail('the input is not in the protocol’s format');
    }
  };
}

/** Ends the process with code 1 and one plain line when the framing of its input breaks. */
export function watchFraming(input: Readable): void {
  input.on(
    'data',
    createFramingReader((reason) => {
      process.stderr.write(`soap-notes server: ${reason}; ending, so that the editor can start it again.\n`);
      process.exit(1);
    }),
  );
}

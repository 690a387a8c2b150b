// How a client wants to be spoken to, by the arguments that editors pass to language servers.
import type { NetConnectOpts } from 'node:net';

export type Transport =
  | { readonly kind: 'stdio' }
  | { readonly kind: 'ipc' }
  | { readonly kind: 'socket'; readonly to: NetConnectOpts }
  | { readonly kind: 'unknown' };

/** Reads the first transport among the arguments; `--stdio` where they name none. */
export function findTransport(given: readonly string[]): Transport {
  for (const [index, argument] of given.entries()) {
    const [name, inline] = argument.split(/=(.*)/s);
    const value = inline ?? given[index + 1];
    switch (name) {
      case '--stdio':
        return { kind: 'stdio' };
      case '--node-ipc':
        return { kind: 'ipc' };
      case '--socket': {
        const port = Number(value);
        return Number.isInteger(port) && port > 0 && port < 65536
          ? { kind: 'socket', to: { host: '127.0.0.1', port } }
          : { kind: 'unknown' };
      }
      case '--pipe':
        return value === undefined || value === ''
          ? { kind: 'unknown' }
          : { kind: 'socket', to: { path: value } };
    }
  }
  return { kind: 'stdio' };
}

// A practice that takes long to read: clients are shown before all is read, and who they are is read before their notes.
import { afterEach, expect, test } from 'vitest';
import type { Disk } from '../../server/src/lsp/disk';
import { nodeDisk } from '../../server/src/lsp/node-disk';
import { type ClientListResult, methods } from '../../server/src/lsp/protocol';
import { type Client, startClient } from './harness';

let client: Client;
afterEach(() => client.stop());

const clients = Array.from({ length: 12 }, (_, index) => `client-${String(index).padStart(2, '0')}`);
const files = Object.fromEntries(
  clients.flatMap((id) => [
    [`clients/${id}/client.yaml`, `id: ${id}\nname: Number ${id.slice(-2)}\n`],
    [`clients/${id}/2026-11-02.soap.md`, '---\ndate: 2026-11-02\n---\nS: back pain\n'],
  ]),
);

/** A disk on which each file keeps the server busy for longer than it works without looking up. */
const slowDisk = (read: string[]): Disk => ({
  ...nodeDisk,
  read(uri) {
    const end = performance.now() + 60;
    while (performance.now() < end);
    read.push(uri);
    return nodeDisk.read(uri);
  },
});

test('the list of clients is there before all is read, grows, and ends whole', async () => {
  const read: string[] = [];
  client = await startClient({ files, disk: slowDisk(read) });
  const rows = new Map<string, number>();
  let version: number | undefined;
  let known = 0;
  const ask = async (): Promise<void> => {
    const params = version === undefined ? {} : { version };
    const result = await client.connection.sendRequest<ClientListResult>(methods.clientList, params);
    version = result.version;
    for (const { id, sessions } of result.rows) rows.set(id, sessions);
    known += 1;
  };
  client.connection.onNotification(methods.clientsChanged, () => void ask());
  await ask();
  expect(known).toBe(1);
  expect(read.length).toBeLessThan(Object.keys(files).length);
  expect(rows.size).toBeGreaterThan(0);
  await client.server.tools.practice.whenRead();
  // The records come first.
  expect(read.slice(0, clients.length).every((uri) => uri.endsWith('/client.yaml'))).toBe(true);
  await ask();
  expect([...rows].sort()).toEqual(clients.map((id) => [id, 1]));
});

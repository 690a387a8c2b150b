// The tables of handlers: each method is answered once, in order, and the folder holds no table that is not merged.
import { expect, test } from 'vitest';
import { notifications, requests, tables } from '../../server/src/lsp/handlers/index';
import { listFileNames } from '../support/sources';

test('every table of the folder is merged', () => {
  const files = listFileNames('server/src/lsp/handlers').filter((name) => !['index', 'table'].includes(name));
  expect(Object.keys(tables)).toEqual(files);
});

test('every method is answered once', () => {
  for (const rows of [requests, notifications]) {
    const methods = rows.map((row) => row.method);
    expect(methods).toEqual([...new Set(methods)]);
    expect(methods.length).toBeGreaterThan(0);
  }
});

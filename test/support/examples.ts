// The example practice, read and judged once for all tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createWorkspace,
  defaultSettings,
  type Finding,
  kindOf,
  type Workspace,
} from '../../server/src/core';
import { loadKnowledge } from './knowledge';

const folder = join(import.meta.dirname, '../../examples');
const base = 'file:///examples/';
/** The day on which the examples are judged. */
export const exampleDay = '2026-11-23';

export interface Examples {
  readonly notes: readonly string[];
  readonly text: (uri: string) => string;
  readonly findings: (uri: string) => readonly Finding[];
  /** The path below `examples/clients`, and back. */
  readonly path: (uri: string) => string;
  readonly uri: (path: string) => string;
  readonly all: readonly string[];
  readonly workspace: Workspace;
}

/** Loads `examples/` into a workspace. */
export function loadExamples(): Examples {
  const workspace = createWorkspace({ kb: loadKnowledge(), settings: defaultSettings, today: exampleDay });
  const texts = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const uri = `${base}${path.replaceAll('\\', '/')}`;
    if (kindOf(uri) === undefined) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    texts.set(uri, text);
    workspace.set(uri, text);
  }
  const all = workspace.list();
  return {
    notes: all.filter((uri) => kindOf(uri) === 'note'),
    all,
    workspace,
    text: (uri) => texts.get(uri) ?? '',
    findings: (uri) => workspace.view(uri)?.findings ?? [],
    path: (uri) => uri.replace(`${base}clients/`, ''),
    uri: (path) => `${base}clients/${path}`,
  };
}

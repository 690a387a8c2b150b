// Validates the knowledge files and writes them as one compact file, so that start-up reads no YAML.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type KnowledgeFile, type KnowledgeProblem, loadKnowledge } from '../server/src/core/knowledge/load';
import type { KnowledgeData } from '../server/src/core/knowledge/model';

/** Reads the YAML files below a folder. */
export function readKnowledgeFiles(folder: string): readonly KnowledgeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/** Loads and validates the knowledge; throws with every mistake and its place if there is one. */
export function compileKnowledge(folder: string): KnowledgeData {
  const { data, problems } = loadKnowledge(readKnowledgeFiles(folder));
  if (problems.length > 0) throw new Error(`The knowledge has mistakes:\n${problems.map(toLine).join('\n')}`);
  return data;
}

const toLine = (problem: KnowledgeProblem): string =>
  `knowledge/${problem.path}:${problem.line}:${problem.column}: ${problem.message}`;

/** Writes the compiled knowledge. The examples of rules are for tests and pages; they stay behind. */
export async function writeCompiledKnowledge({
  root,
  to,
}: {
  readonly root: string;
  readonly to: string;
}): Promise<void> {
  const data = compileKnowledge(join(root, 'knowledge'));
  const rules = data.rules.map((rule) => ({ ...rule, examples: { flags: [], allows: [] } }));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, JSON.stringify({ ...data, rules }));
}

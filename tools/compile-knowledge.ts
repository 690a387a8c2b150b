// Validates the knowledge files and writes them as one compact file, so that start-up reads no YAML.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compactKnowledge } from '../server/src/core/knowledge/compact';
import { type KnowledgeFile, type KnowledgeProblem, loadKnowledge } from '../server/src/core/knowledge/load';
import type { KnowledgeData } from '../server/src/core/knowledge/model';

/** Reads the YAML files below a folder. */
export function readKnowledgeFiles(folder: string): readonly KnowledgeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * Loads and validates the knowledge; throws with every mistake and its place if there is one. What came of the same
 * files and the same loader before is taken from `out/`: reading all that YAML takes seconds.
 */
export function compileKnowledge(folder: string): KnowledgeData {
  const files = readKnowledgeFiles(folder);
  const kept = join(folder, '..', 'out', `knowledge-${fingerprint(folder, files)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const data = validate(files);
  mkdirSync(dirname(kept), { recursive: true });
  // Two programs may write at once: each its own file, moved into place when whole.
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, JSON.stringify(data));
  renameSync(own, kept);
  return data;
}

function fingerprint(folder: string, files: readonly KnowledgeFile[]): string {
  const loader = join(folder, '..', 'server', 'src', 'core', 'knowledge');
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  for (const path of readdirSync(loader).sort()) hash.update(readFileSync(join(loader, path)));
  return hash.digest('hex').slice(0, 16);
}

function validate(files: readonly KnowledgeFile[]): KnowledgeData {
  const { data, problems } = loadKnowledge(files);
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
  writeFileSync(to, JSON.stringify(compactKnowledge({ ...data, rules })));
}

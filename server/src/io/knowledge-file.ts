// Reads the compiled knowledge that ships beside the bundles.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CompactKnowledge, createKnowledge, expandKnowledge, type Knowledge } from '../core/index';

/** The name of the compiled knowledge; the build writes it to `dist`, beside the bundles. */
export const knowledgeFileName = 'knowledge.json';

/**
 * Loads the compiled knowledge. Without a path it is the file beside the running bundle, or, when run from the
 * sources, the one in `dist`. Throws if there is none: without knowledge nothing can be checked.
 */
export function loadKnowledgeFile(path?: string): Knowledge {
  const file = path ?? findKnowledgeFile();
  if (file === undefined || !existsSync(file))
    throw new Error(`The knowledge file ${knowledgeFileName} is missing; build or install again.`);
  // Written and validated by our own build (tools), from the schema that the knowledge comes from.
  return createKnowledge(expandKnowledge(JSON.parse(readFileSync(file, 'utf8')) as CompactKnowledge));
}

/** The compiled knowledge that belongs to the running code, if it is there. */
export function findKnowledgeFile(): string | undefined {
  const bundled = join(__dirname, knowledgeFileName);
  if (existsSync(bundled)) return bundled;
  // From the sources (server/src/io), as tests run.
  const built = join(__dirname, '..', '..', '..', 'dist', knowledgeFileName);
  return basename(__dirname) === 'io' && existsSync(built) ? built : undefined;
}

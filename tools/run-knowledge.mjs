// Validates the knowledge and compiles it to dist/knowledge.json; mistakes are reported with file and line.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './run-ts.mjs';

const to = join(root, 'dist', 'knowledge.json');
const { writeCompiledKnowledge } = await importTypeScript('tools/compile-knowledge.ts');
try {
  await writeCompiledKnowledge({ root, to });
  console.log(`wrote dist/knowledge.json, ${statSync(to).size} bytes`);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The knowledge could not be compiled.');
  process.exitCode = 1;
}

// vitest runs all tests but those of test/vscode, which run inside VS Code.
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from the default export.
export default defineConfig({
  // One world for all files: the knowledge base is read once, not forty times.
  test: { isolate: false, pool: 'threads', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**'] },
});

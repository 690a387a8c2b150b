// vitest runs all tests but those of test/vscode, which run inside VS Code.
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from the default export.
export default defineConfig({
  // One world for the files of a worker: the knowledge base is read once for each, not forty times.
  test: {
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
    // Ends a test that hangs. Far above what any takes, so that a busy machine fails none.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The day on which the reviews of rules are judged; CI may give another.
    env: { REVIEW_DAY: process.env.REVIEW_DAY ?? new Date().toISOString().slice(0, 10) },
  },
});

// The entry of the bundle dist/cli.cjs: ties the command line to this process.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findKnowledgeFile, loadKnowledgeFile } from '../io/knowledge-file';
import { optimise } from '../io/optimising';
import { serveAsHelper, startHelper } from './check/helper';
import { run } from './run';

const two = (part: number): string => String(part).padStart(2, '0');

/** The time of day where the user is. */
function readTime(): string {
  const now = new Date();
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** The day it is where the user is. */
function readToday(): string {
  const now = new Date();
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Runs the bundle of the server that lies beside this one. It ends the process itself. */
function serve(argv: readonly string[]): Promise<never> {
  process.argv.splice(2, process.argv.length, ...argv);
  createRequire(__filename)(join(__dirname, 'server.cjs'));
  return new Promise(() => undefined);
}

// A reader that has seen enough (`| head`) is no fault: the rest of the output is dropped.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** A hash of the running bundle and its knowledge: what was found by another one counts no more. */
function hashProgram(): string {
  const hash = createHash('sha256').update(readFileSync(__filename));
  const knowledge = findKnowledgeFile();
  if (knowledge !== undefined) hash.update(readFileSync(knowledge));
  return hash.digest('hex');
}

function main(): void {
  run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    cwd: process.cwd(),
    env: process.env,
    today: readToday(),
    time: readTime,
    now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    loadKnowledge: loadKnowledgeFile,
    serve,
    optimise,
    startHelper: (setup) => startHelper(__filename, setup),
    get programHash() {
      return hashProgram();
    },
  }).then((code) => {
    process.exitCode = code;
  });
}

if (!serveAsHelper(loadKnowledgeFile)) main();

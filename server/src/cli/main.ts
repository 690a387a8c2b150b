// The entry of the bundle dist/cli.cjs: ties the command line to this process.
import { loadKnowledgeFile } from '../io/knowledge-file';
import { run } from './run';

/** The day it is where the user is. */
function readToday(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// A reader that has seen enough (`| head`) is no fault: the rest of the output is dropped.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  cwd: process.cwd(),
  env: process.env,
  today: readToday(),
  now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  loadKnowledge: loadKnowledgeFile,
}).then((code) => {
  process.exitCode = code;
});

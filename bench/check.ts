// How long `soap-notes check` takes over an invented practice, beside reading its files and beside three linters that
// look at the same files, in one run: `npm run bench:check -- [notes] [clients]`. Whole processes, started one after the
// other; times are of this machine, ratios travel.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createKnowledge } from '../server/src/core';
import { compileKnowledge } from '../tools/compile-knowledge';
import { makePractice } from './synthetic-practice';

const root = process.cwd();
const [notes = 10_000, clients = Math.ceil(notes / 10)] = process.argv.slice(2).map(Number);
const program = join(root, 'dist/cli.cjs');
if (!existsSync(program)) throw new Error('Build first: npm run build -- --production');

const folder = mkdtempSync(join(tmpdir(), 'soap-notes-bench-'));
let files = 0;
let bytes = 0;
for (const { path, text } of makePractice(createKnowledge(compileKnowledge(join(root, 'knowledge'))), {
  clients,
  notes,
})) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  files += 1;
  bytes += Buffer.byteLength(text);
}

interface Took {
  readonly seconds: number;
  /** Processor time of all its threads; on a busy machine it says more than the clock. Linux tells it, others do not. */
  readonly processor: number | undefined;
  /** The most memory it held, in MB. */
  readonly megabytes: number | undefined;
}

/** Ticks of a second in /proc. */
const ticks = 100;

/** Runs a program in the practice to its end. Findings are no failure. */
function run(argv: readonly string[]): Promise<Took> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let peak: number | undefined;
    let processor: number | undefined;
    const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const look = setInterval(() => {
      try {
        const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
        if (found !== undefined) peak = Number(found) / 1024;
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        processor = (Number(fields[11]) + Number(fields[12])) / ticks;
      } catch {
        // The process has ended, or this system has no such files.
      }
    }, 5);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === null || code > 1)
        reject(new Error(`${argv[0]} ended with ${code}: ${said.slice(0, 500)}`));
      else resolve({ seconds: (performance.now() - start) / 1000, processor, megabytes: peak });
    });
  });
}

/** The median of several runs. */
async function measure(
  argv: readonly string[],
  rounds: number,
  before: () => void = () => undefined,
): Promise<Took> {
  const took: Took[] = [];
  for (let i = 0; i < rounds; i += 1) {
    before();
    took.push(await run(argv));
  }
  const [middle] = took.sort((a, b) => a.seconds - b.seconds).slice(rounds >> 1);
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** The peers, installed beside this file where they are missing. */
function installPeers(): string {
  const peers = join(root, 'bench/peers');
  if (!existsSync(join(peers, 'node_modules'))) {
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: peers,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('The peers cannot be installed.');
  }
  return join(peers, 'node_modules');
}

const peers = installPeers();
const forget = (): void => rmSync(join(folder, '.soap-notes'), { recursive: true, force: true });
const check = ['check', '--format', 'github', '--fail-on', 'never'];
writeFileSync(join(folder, '.textlintrc.json'), JSON.stringify({ rules: { terminology: true } }));

console.log(`${notes} notes of ${clients} clients, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
const read = await measure([join(root, 'bench/read-files.mjs'), folder], 5);
const rows: (readonly [string, Took])[] = [['Node reads the files', read]];
const row = async (name: string, took: Promise<Took>): Promise<void> => {
  const found = await took;
  rows.push([name, found]);
  const { seconds, processor, megabytes } = found;
  const ratio = (processor ?? seconds) / (read.processor ?? read.seconds);
  console.log(
    [
      name.padEnd(42),
      `${seconds.toFixed(2).padStart(7)} s`,
      `${(processor ?? 0).toFixed(2).padStart(7)} s of processor`,
      `${ratio.toFixed(1).padStart(7)} × reading`,
      `${(megabytes ?? 0).toFixed(0).padStart(5)} MB`,
    ].join(' '),
  );
};
try {
  await row('Node reads the files', Promise.resolve(read));
  await row('check, for the first time, one thread', measure([program, ...check, '--jobs', '1'], 1, forget));
  await row('check, for the first time, two threads', measure([program, ...check, '--jobs', '2'], 1, forget));
  await row('check again, nothing changed', measure([program, ...check, '--jobs', '1'], 5));
  await row('check again, nothing changed, two threads', measure([program, ...check, '--jobs', '2'], 5));
  const one = join(folder, 'clients');
  const [client = ''] = spawnSync('ls', [one], { encoding: 'utf8' }).stdout.split('\n');
  writeFileSync(
    join(one, client, '2026-11-21.soap.md'),
    'S: sore neck\nTx: effleurage, neck, 10 min, light\n',
  );
  await row('check again, one client has a new note', measure([program, ...check], 1));
  await row(
    'markdownlint-cli2',
    measure([join(peers, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'], 1),
  );
  await row(
    'cspell',
    measure([join(peers, 'cspell/bin.mjs'), '--no-progress', '--no-summary', '--no-exit-code', '**/*.md'], 1),
  );
  await row('textlint, one rule', measure([join(peers, 'textlint/bin/textlint.js'), '**/*.md'], 1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

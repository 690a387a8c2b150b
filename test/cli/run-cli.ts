// Runs the command line in this process, with streams that a test can read.
import type { CliIo } from '../../server/src/cli/console';
import { run } from '../../server/src/cli/run';
import { loadKnowledge } from '../support/knowledge';

/** What a call of the command line gave. */
export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Options of one call. */
export interface CliOptions {
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly today?: string;
  readonly loadKnowledge?: CliIo['loadKnowledge'];
  readonly serve?: CliIo['serve'];
  readonly writeFile?: CliIo['writeFile'];
}

/** Runs `soap-notes` with the given arguments in a folder. */
export async function runCli(
  cwd: string,
  argv: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  let out = '';
  let err = '';
  const terminal = options.terminal ?? false;
  async function* readStdin(): AsyncIterable<Uint8Array> {
    const { stdin } = options;
    if (stdin !== undefined) yield typeof stdin === 'string' ? Buffer.from(stdin) : stdin;
  }
  const code = await run(argv, {
    stdout: {
      isTTY: terminal,
      write: (text) => {
        out += text;
      },
    },
    stderr: {
      isTTY: terminal,
      write: (text) => {
        err += text;
      },
    },
    stdin: readStdin(),
    cwd,
    env: options.env ?? {},
    today: options.today ?? '2026-11-20',
    time: () => '14:05',
    now: () => '2026-11-20T15:02:11Z',
    loadKnowledge: options.loadKnowledge ?? loadKnowledge,
    serve: options.serve ?? (() => Promise.reject(new Error('this test starts no server'))),
    ...(options.writeFile === undefined ? {} : { writeFile: options.writeFile }),
  });
  return { code, out, err };
}

/** A practice with one client who has a clot in the left calf, and a note that works deeply on it. */
export const clotPractice = {
  'practice.yaml': 'name: Test practice\n',
  'clients/maria-lopez/client.yaml':
    'id: maria-lopez\nconditions:\n  - name: DVT\n    region: calf\n    side: left\n    since: 2026-10-28\n',
  'clients/maria-lopez/2026-11-20.soap.md':
    '---\nclient: maria-lopez\ndate: 2026-11-20\n---\n\n## Treatment\n- Deep tissue: L calf, 10 min\n',
} as const;

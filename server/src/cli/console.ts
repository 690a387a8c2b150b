// What a command may touch of the world outside: streams, folder, environment, date and knowledge. Tests pass their own.
import type { CivilDate, Knowledge } from '../core/index';
import type { Optimising } from '../io/optimising';
import type { StartHelper } from './check/pool';
import type { ExitCode } from './command';

/** A stream that takes text. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** The world as a command sees it. */
export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Chunks of standard input. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly today: CivilDate;
  /** The time of day where the user is: `14:05`. */
  readonly time: () => string;
  /** This instant in UTC to the second: `2026-11-20T15:02:11Z`. */
  readonly now: () => string;
  /** Loads the knowledge; called only by commands that need it. */
  readonly loadKnowledge: () => Knowledge;
  /** Runs the language server in this process with its own arguments; settles when it has ended, if ever. */
  readonly serve: (argv: readonly string[]) => Promise<ExitCode>;
  /** Makes or replaces a file, whole or not at all; absent means on disk. */
  readonly writeFile?: (path: string, text: string) => void;
  /** Starts another thread that judges notes; absent where there is none to be had. */
  readonly startHelper?: StartHelper;
  /** Says when the machine is to optimise the program, if it can be told. */
  readonly optimise?: (when: Optimising) => void;
  /** Changes whenever the program or its knowledge does. */
  readonly programHash?: string;
}

/** Words in colour, or plain where colour is not wanted. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

const wrap =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const colours: Paint = {
  bold: wrap(1, 22),
  faint: wrap(2, 22),
  red: wrap(31, 39),
  yellow: wrap(33, 39),
  blue: wrap(34, 39),
};

const same = (text: string): string => text;
const plain: Paint = { bold: same, faint: same, red: same, yellow: same, blue: same };

/** Colour only on a terminal that can show it, and never where `NO_COLOR` is set to anything. */
export function createPaint(output: Output, env: CliIo['env']): Paint {
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return output.isTTY === true && !refused ? colours : plain;
}

/** Makes text from files safe to print: control characters could move the cursor or fake a line. */
export const toPrintable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');

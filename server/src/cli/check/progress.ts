// How far a long check is, on a terminal only: one line on standard error that is gone when the work is done.
import type { Output } from '../console';

export interface Progress {
  /** Says that so many more notes are done. */
  add(notes: number): void;
  end(): void;
}

const width = 24;
/** Milliseconds between two drawings. */
const pause = 100;

/** Shows progress over `total` notes; nothing in a pipe, on a dumb terminal, or where it is over at once. */
export function createProgress(
  output: Output,
  env: Readonly<Record<string, string | undefined>>,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  if (output.isTTY !== true || env.TERM === 'dumb' || total < 200)
    return { add: () => undefined, end: () => undefined };
  let done = 0;
  let drawn = now();
  let shown = false;
  return {
    add(notes) {
      done += notes;
      if (now() - drawn < pause) return;
      drawn = now();
      shown = true;
      const filled = Math.round((width * Math.min(done, total)) / total);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
      output.write(`\r${bar} ${Math.min(done, total)} of ${total} notes\u001b[K`);
    },
    end() {
      if (shown) output.write('\r\u001b[K');
    },
  };
}

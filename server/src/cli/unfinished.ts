// What a command does first: it puts back what an earlier one, ended in the middle, had begun.
import { findUnfinished, finish } from '../io/journal';
import type { CliIo } from './console';

/** Puts back, or finishes, what was left in the practice around the working folder, and says so in one line. */
export function finishEarlier({ cwd, stderr }: Pick<CliIo, 'cwd' | 'stderr'>): void {
  const left = findUnfinished(cwd);
  if (left === undefined || left.isAtWork) return;
  const stuck = finish(left).length;
  const said =
    left.state === 'damaged' || stuck > 0
      ? 'and not all of its changes could be taken back. Run soap-notes doctor'
      : left.state === 'begun'
        ? 'and what it had changed was put back as it was'
        : 'after all of its changes were made';
  stderr.write(`soap-notes: an earlier command was ended in the middle, ${said}.\n`);
}

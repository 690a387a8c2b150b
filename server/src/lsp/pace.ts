// Long work in small pieces: what a therapist waits for goes first.
import type { State } from './state';

/** Lets waiting messages and timers have their turn. A browser knows no `setImmediate`. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) =>
    typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0),
  );

/** How long work goes on before other work gets its turn. */
const pieceMs = 4;

/**
 * Turns between two pieces: one reads what came in, the next hands it over, a third begins to answer. Where a turn is a
 * timer it takes milliseconds by itself, and one must do.
 */
const turns = typeof setImmediate === 'function' ? 4 : 1;

/** How long nobody may have asked for anything before work that can wait goes on, and how long it waits at most. */
const quietMs = 120;
const mostMs = 2_000;

/** How long the reading of folders waits at most: warnings rest on it, so it goes on between the keys. */
export const readingWaitMs = 10;

/**
 * Makes the pause of a long piece of work, to be awaited after each small step; true if it paused. With a state it also
 * waits while the client is asking for other things, at most for `waitMs`.
 */
export function createPacer(state?: State, waitMs: number = mostMs): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < pieceMs) return false;
    const from = performance.now();
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    while (state !== undefined && isBusy(state) && performance.now() - from < waitMs)
      await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, quietMs / 4)));
    since = performance.now();
    return true;
  };
}

const isBusy = ({ lastAsked, phase }: State): boolean =>
  phase === 'running' && performance.now() - lastAsked < quietMs;

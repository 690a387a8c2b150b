// Long work in small pieces: what a therapist waits for goes first.
import type { State } from './state';

/** Lets waiting messages and timers have their turn. A browser knows no `setImmediate`. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) =>
    typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0),
  );

/** How long work goes on before other work gets its turn. */
const pieceMs = 6;

/** How long nobody may have asked for anything before work that can wait goes on, and how long it waits at most. */
const quietMs = 120;
const mostMs = 2_000;

/**
 * Makes the pause of a long piece of work, to be awaited after each small step; true if it paused. With a state it also
 * waits while the client is asking for other things.
 */
export function createPacer(state?: State): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < pieceMs) return false;
    const from = performance.now();
    await nextTurn();
    while (state !== undefined && isBusy(state) && performance.now() - from < mostMs)
      await new Promise((resolve) => setTimeout(resolve, quietMs / 4));
    since = performance.now();
    return true;
  };
}

const isBusy = ({ lastAsked, phase }: State): boolean =>
  phase === 'running' && performance.now() - lastAsked < quietMs;

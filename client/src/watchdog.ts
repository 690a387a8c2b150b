// Notices a server that is alive but no longer answers: no process has ended, so nothing else would tell.

const intervalMs = 20_000;
const patienceMs = 15_000;

export interface WatchdogOptions {
  readonly enabled: boolean;
  /** Asks the server something; any answer will do, an error too. */
  readonly ask: () => Promise<unknown>;
  readonly onSilence: () => void;
  readonly intervalMs?: number;
  readonly patienceMs?: number;
}

export interface Watchdog {
  start(): void;
  stop(): void;
}

/** Asks at intervals; after one answer that does not come in time it reports and stops. */
export function createWatchdog(options: WatchdogOptions): Watchdog {
  const pause = options.intervalMs ?? intervalMs;
  const patience = options.patienceMs ?? patienceMs;
  let round = 0;
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    round += 1;
    clearTimeout(timer);
  }

  function next(): void {
    const mine = round;
    timer = setTimeout(() => {
      timer = setTimeout(() => {
        if (mine !== round) return;
        stop();
        options.onSilence();
      }, patience);
      const answered = () => {
        if (mine !== round) return;
        clearTimeout(timer);
        next();
      };
      options.ask().then(answered, answered);
    }, pause);
  }

  return {
    start() {
      stop();
      if (options.enabled) next();
    },
    stop,
  };
}

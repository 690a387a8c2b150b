// Shares the judging of groups between this thread and others, where there is enough of it to pay for their start.
import type { Optimising } from '../../io/optimising';
import type { Judge, JudgedGroup, JudgeSetup } from './judge';
import type { Group } from './survey';

/** Another thread that judges. */
export interface Helper {
  judge(group: Group): Promise<JudgedGroup>;
  end(): void;
}

/** Starts another thread; absent where there is none to be had (tests, sources). */
export type StartHelper = (setup: JudgeSetup) => Helper;

/** Files for which another thread is worth its start of some hundred milliseconds. */
const worthwhile = 250;

/**
 * Files over which a thread is busy for so long that optimised functions pay: one that is alone leaves a core free to
 * optimise them, others take that time from each other.
 */
const long = { alone: 1000, together: 3000 } as const;

export interface Threads {
  readonly most: number;
  readonly asked: boolean;
}

export interface PoolOptions {
  readonly judge: Judge;
  readonly setup: JudgeSetup;
  readonly startHelper?: StartHelper | undefined;
  /** How many threads to use at most, this one included; all of them where somebody asked for them. */
  readonly threads: Threads;
  readonly optimise?: ((when: Optimising) => void) | undefined;
}

/** Judges all groups, in any order; `onJudged` hears of each one on this thread. */
export async function judgeAll(
  groups: readonly Group[],
  { judge, setup, startHelper, threads, optimise }: PoolOptions,
  onJudged: (group: Group, judged: JudgedGroup) => void,
): Promise<void> {
  const files = groups.reduce((sum, group) => sum + group.files.length, 0);
  // This thread takes one group itself: where there are no more, nobody can help.
  const useful = Math.min(threads.most, groups.length) - 1;
  const count = threads.asked ? useful : Math.min(useful, Math.floor(files / worthwhile));
  const waiting = [...groups].reverse();
  if (startHelper === undefined || count < 1) {
    if (files > long.alone) optimise?.('soon');
    for (let group = waiting.pop(); group !== undefined; group = waiting.pop())
      onJudged(group, judge.judgeGroup(group));
    return;
  }
  if (files / (count + 1) > long.together) optimise?.('soon');
  const helpers = Array.from({ length: count }, () => startHelper(setup));
  const help = async (helper: Helper): Promise<void> => {
    // Two at a time, so that a helper has its next group while this thread is busy with its own.
    const next = async (): Promise<void> => {
      for (let group = waiting.pop(); group !== undefined; group = waiting.pop())
        onJudged(group, await helper.judge(group));
    };
    await Promise.all([next(), next(), next(), next()]);
  };
  const own = async (): Promise<void> => {
    for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
      onJudged(group, judge.judgeGroup(group));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  try {
    await Promise.all([own(), ...helpers.map(help)]);
  } finally {
    for (const helper of helpers) helper.end();
  }
}

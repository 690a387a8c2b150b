// When and how far V8 makes machine code of functions that run often. It does so on a thread of its own, which is time well
// spent where a core is free and the run is long; else that time is taken from the run, and many a function is done shortly
// before the end.
import { setFlagsFromString } from 'node:v8';

/** `soon` is as V8 does by itself; `late` lets functions run four times as long before. */
export type Optimising = 'soon' | 'late';

/** In bytes of code that is run; V8's own number for `soon`. */
const budgets: Readonly<Record<Optimising, number>> = { soon: 67_584, late: 300_000 };

/**
 * Says when V8 is to optimise, from now on and in all threads, and has it copy small functions only into those that call
 * them: its own limits, 460 and 920, cost a fifth of the processor time of a check and win nothing.
 */
export function optimise(when: Optimising): void {
  // These flags are inner ones: later versions may have lost them, and would say so.
  if (Number.parseInt(process.versions.v8, 10) > 13) return;
  setFlagsFromString(`--interrupt-budget=${budgets[when]}`);
  setFlagsFromString('--max-inlined-bytecode-size=100');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');
}

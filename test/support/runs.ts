// How often a property is tried: a tenth while one works, all of it where everything is run (THOROUGH=1, as `npm test`).

/** The runs of a property that is tried `full` times by `npm test`. */
export const runs = (full: number): number =>
  process.env.THOROUGH === '1' ? full : Math.max(1, Math.round(full / 10));

// How our own test programs end: failures in full, what was measured, and a closing line that others can read.

/** Prints the outcomes and ends the process. `outcomes` are `{ title, error? }`; no outcome at all is a failure. */
export function endWithOutcomes(outcomes, measured = []) {
  const failed = outcomes.filter(({ error }) => error !== undefined);
  for (const { title, error } of failed) console.log(`FAILED ${title}\n${error}\n`);
  for (const words of measured) console.log(words);
  console.log(toClosingLine({ passed: outcomes.length - failed.length, failed: failed.length }));
  process.exit(failed.length === 0 && outcomes.length > 0 ? 0 : 1);
}

/** `12 passed, 0 failed` */
export function toClosingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Reads the last closing line of an output; undefined if there is none. */
export function findClosingLine(output) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return found === undefined ? undefined : { passed: Number(found[1]), failed: Number(found[2]) };
}

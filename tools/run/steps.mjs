// Runs steps one after the other, prints a line for each with its time, and counts the tests that they report.

import { findClosingLine, toClosingLine } from './outcomes.mjs';
import { PlainError } from './plain.mjs';
import { RunError } from './process.mjs';

const longestOutput = 300;

/**
 * Runs steps in order; a step that others need ends the run if it fails. A step is `{ name, run, needed? }`, where
 * `run` returns the output of a test program, `{ passed, failed }`, or nothing; returns true if all went well.
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0 };
  const began = Date.now();
  for (const { name, run, needed = false } of steps) {
    const start = Date.now();
    const { error, output, counts } = await attempt(run);
    total.passed += counts?.passed ?? 0;
    total.failed += error === undefined ? 0 : Math.max(counts?.failed ?? 0, 1);
    const words = counts === undefined ? '' : toClosingLine(counts);
    console.log(
      `${error === undefined ? 'ok  ' : 'FAIL'}  ${name.padEnd(26)} ${words.padEnd(22)} ${toSeconds(Date.now() - start)}`,
    );
    if (error !== undefined)
      console.log(indent(tail(error instanceof RunError ? error.output : toWords(error))));
    else if (counts !== undefined) for (const line of listMeasurements(output)) console.log(indent(line));
    if (error !== undefined && needed) break;
  }
  console.log(`\nin ${toSeconds(Date.now() - began)}`);
  console.log(toClosingLine(total));
  return total.failed === 0;
}

async function attempt(run) {
  try {
    const result = await run();
    if (typeof result !== 'string') return { counts: result };
    return { output: result, counts: findClosingLine(result) };
  } catch (error) {
    return { error, counts: error.counts ?? findClosingLine(error.output ?? '') };
  }
}

/** Lines such as `typing to findings: 45 ms` that a test program printed. */
function listMeasurements(output = '') {
  return output.split('\n').filter((line) => /: \d[\d.]* (?:ms|s)\b/.test(line));
}

function toWords(error) {
  return error instanceof PlainError ? error.message : (error.stack ?? String(error));
}

function tail(text) {
  return text.trimEnd().split('\n').slice(-longestOutput).join('\n');
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '      ');
}

function toSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

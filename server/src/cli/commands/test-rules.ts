// `soap-notes test-rules`: runs the examples of a practice's own rules.
import { createLineIndex, runOwnExamples, type Span, toLinePosition } from '../../core/index';
import { formatOption, todayOption } from '../arguments';
import { type Arguments, type Command, type ExitCode, exitCodes } from '../command';
import { type CliIo, toPrintable } from '../console';
import { openPractice } from '../practice';

export const testRules: Command = {
  name: 'test-rules',
  operands: '[paths]',
  summary: 'Run the examples of the practice’s own rules.',
  details: [
    'Reads the files knowledge/*.yaml of the practice. Each example under flags must make its rule speak, each under',
    'allows must not. Prints those that fail with file and line, and mistakes in the files; then the exit code is 1.',
  ],
  options: [formatOption('text', 'json'), todayOption],
  examples: ['soap-notes test-rules', 'soap-notes test-rules ~/practice --format json'],
  run: runTestRules,
};

interface Failure {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

function runTestRules(args: Arguments, io: CliIo): ExitCode {
  const { files, failures, workspace } = openPractice(args.positionals, args, io);
  const failed: Failure[] = [];
  let run = 0;
  for (const file of files) {
    const view = workspace.view(file.uri);
    if (view?.kind !== 'knowledge') continue;
    const lines = createLineIndex(file.text);
    const add = (rule: string, span: Span, message: string): void => {
      failed.push({ file: file.shownPath, line: toLinePosition(lines, span.start).line + 1, rule, message });
    };
    for (const finding of view.findings)
      if (finding.severity === 'error') add(finding.rule, finding.at.span, finding.message);
    for (const { rule, list, number, span, passes, said } of runOwnExamples(view.kb, view.own)) {
      run++;
      if (!passes) add(rule, span, `example ${number} of ${list} fails. ${said}`);
    }
  }
  if (args.values.get('format') === 'json')
    io.stdout.write(`${JSON.stringify({ examples: run, failures: failed }, undefined, 2)}\n`);
  else {
    for (const { file, line, rule, message } of failed)
      io.stdout.write(`${toPrintable(`${file}:${line} ${rule}: ${message}`)}\n`);
    io.stdout.write(`${run} examples run, ${failed.length} problems.\n`);
  }
  for (const failure of failures) io.stderr.write(`soap-notes: ${failure}\n`);
  if (failures.length > 0) return exitCodes.usage;
  return failed.length > 0 ? exitCodes.findings : exitCodes.clean;
}

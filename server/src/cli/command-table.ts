// The commands, sorted by name; one file each in commands/.
import type { Command } from './command';
import { check } from './commands/check';
import { createCompletions } from './commands/completions';
import { config } from './commands/config';
import { convert } from './commands/convert';
import { doctor } from './commands/doctor';
import { explain } from './commands/explain';
import { exportCommand } from './commands/export';
import { format } from './commands/format';
import { impact } from './commands/impact';
import { importCommand } from './commands/import';
import { init } from './commands/init';
import { ledger } from './commands/ledger';
import { lsp } from './commands/lsp';
import { mentions } from './commands/mentions';
import { merge } from './commands/merge';
import { report } from './commands/report';
import { search } from './commands/search';
import { sign } from './commands/sign';
import { testRules } from './commands/test-rules';
import { verify } from './commands/verify';

export const commands: readonly Command[] = [
  check,
  createCompletions(() => commands),
  config,
  convert,
  doctor,
  explain,
  exportCommand,
  format,
  impact,
  importCommand,
  init,
  ledger,
  lsp,
  mentions,
  merge,
  report,
  search,
  sign,
  testRules,
  verify,
];

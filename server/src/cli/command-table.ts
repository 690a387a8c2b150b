// The commands, sorted by name; one file each in commands/.
import type { Command } from './command';
import { check } from './commands/check';
import { client } from './commands/client';
import { createCompletions } from './commands/completions';
import { config } from './commands/config';
import { convert } from './commands/convert';
import { doctor } from './commands/doctor';
import { due } from './commands/due';
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
import { newNote } from './commands/new';
import { renameClient } from './commands/rename-client';
import { report } from './commands/report';
import { search } from './commands/search';
import { sign } from './commands/sign';
import { stats } from './commands/stats';
import { testRules } from './commands/test-rules';
import { verify } from './commands/verify';

export const commands: readonly Command[] = [
  check,
  client,
  createCompletions(() => commands),
  config,
  convert,
  doctor,
  due,
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
  newNote,
  renameClient,
  report,
  search,
  sign,
  stats,
  testRules,
  verify,
];

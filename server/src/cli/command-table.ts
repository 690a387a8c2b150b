// The commands, sorted by name; one file each in commands/.
import type { Command } from './command';
import { check } from './commands/check';
import { convert } from './commands/convert';
import { explain } from './commands/explain';
import { format } from './commands/format';
import { ledger } from './commands/ledger';
import { mentions } from './commands/mentions';

export const commands: readonly Command[] = [check, convert, explain, format, ledger, mentions];

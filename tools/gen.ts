// Everything that is generated and committed. Add a generator's files to the list; `npm run gen` writes them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toCommandsPage } from './gen-cli';
import { editorFiles, type GeneratedFile } from './gen-editor';
import { listProfilePages } from './gen-profiles';
import { listRulePages } from './gen-rules';
import { schemaFiles } from './gen-schemas';

/** Lists the generated files of the project at `root`. */
export const listGeneratedFiles = (root: string): readonly GeneratedFile[] => [
  ...editorFiles,
  { path: 'docs/cli.md', toText: toCommandsPage },
  ...schemaFiles,
  ...listProfilePages(root),
  ...listRulePages(root),
];

/** Lists the generated files that are not as they should be; writes them anew unless `check` is set. */
export function generate({
  root,
  check,
}: {
  readonly root: string;
  readonly check: boolean;
}): readonly string[] {
  return listGeneratedFiles(root).flatMap(({ path, toText }) => {
    const file = join(root, path);
    const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const text = toText(current);
    if (text === current) return [];
    if (!check) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return [path];
  });
}

// Writes what is generated. `--check` writes nothing and fails if a file is out of date.
import { importTypeScript, root } from './run-ts.mjs';

const check = process.argv.includes('--check');
const { generate } = await importTypeScript('tools/gen.ts');
const changed = generate({ root, check });
for (const path of changed)
  console.log(check ? `${path} is out of date; npm run gen writes it.` : `wrote ${path}`);
if (check && changed.length > 0) process.exitCode = 1;

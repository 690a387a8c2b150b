// `npm run score`: judges the labelled sentences of test/sentences and prints figures and errors.
// `npm run score -- <folder>` judges those of another folder.
import { join, resolve } from 'node:path';
import { importTypeScript, root } from './run-ts.mjs';

const { reportSentences } = await importTypeScript('test/sentences/report.ts');
const [folder = join(root, 'test/sentences')] = process.argv.slice(2);
console.log(reportSentences(root, resolve(folder)));

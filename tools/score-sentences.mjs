// `npm run score`: judges the labelled sentences of test/sentences and prints figures and errors.
import { importTypeScript, root } from './run-ts.mjs';

const { reportSentences } = await importTypeScript('test/sentences/report.ts');
console.log(reportSentences(root));

// Every finding of the example practice, as a file: read its changes as code. `npm test -- -u` writes it anew.
import { expect, test } from 'vitest';
import { createLineIndex, toLinePosition } from '../../server/src/core';
import { loadExamples } from '../support/examples';

test('the findings of the example practice', async () => {
  const examples = loadExamples();
  const place = (uri: string, offset: number): string => {
    const { line, character } = toLinePosition(createLineIndex(examples.text(uri)), offset);
    return `${examples.path(uri)}:${line + 1}:${character + 1}`;
  };
  const lines = examples.all.flatMap((uri) =>
    examples.findings(uri).flatMap((finding) => [
      `${place(uri, finding.at.span.start)}: ${finding.severity}: ${finding.message} [${finding.rule}]`,
      ...finding.because.map((reason) => `    because ${place(reason.at.uri, reason.at.span.start)}: ${reason.text}`),
      ...finding.fixes.map((fix) => `    fix ${fix.preferred ? 'first: ' : ''}${fix.title}`),
    ]),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('findings.txt');
});

// The package that people install: what is in it, and how large it is.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAll } from '../tools/build.mjs';

const root = join(__dirname, '..');
const programs = ['server.cjs', 'cli.cjs', 'extension.cjs', 'web/extension.js', 'web/server.js'];
let staging = '';
let files: readonly string[] = [];

beforeAll(async () => {
  // A copy, so that the build of this test does not change the one in use.
  staging = mkdtempSync(join(tmpdir(), 'soap-notes-package-'));
  const manifest: { scripts?: unknown } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  delete manifest.scripts;
  writeFileSync(join(staging, 'package.json'), JSON.stringify(manifest));
  const kept = [
    'client',
    'docs',
    'server',
    'knowledge',
    'test',
    'tools',
    'snippets',
    'syntaxes',
    'language-configuration.json',
    'examples',
    'l10n',
    'package.nls.json',
    'package.nls.es.json',
  ];
  for (const name of [...kept, 'README.md', 'CHANGELOG.md', 'LICENSE'])
    cpSync(join(root, name), join(staging, name), { recursive: true });
  await buildAll({ to: join(staging, 'dist'), production: true });
  const packagePath = join(staging, 'soap-notes.vsix');
  await createVSIX({
    cwd: staging,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  files = listZip(readFileSync(packagePath));
}, 300_000);

afterAll(() => rmSync(staging, { recursive: true, force: true }));

test('the package holds what runs and nothing else', () => {
  expect(files).toEqual(
    [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/client/assets/activity.svg',
      'extension/client/assets/icon.png',
      'extension/client/assets/note-dark.svg',
      'extension/client/assets/note-light.svg',
      ...['client', 'example', 'findings', 'git', 'note', 'practice', 'sign'].map(
        (step) => `extension/client/assets/walkthrough/${step}.md`,
      ),
      ...['client', 'example', 'findings', 'git', 'note', 'practice', 'sign'].map(
        (step) => `extension/client/assets/walkthrough/${step}.nls.es.md`,
      ),
      'extension/dist/cli.cjs',
      'extension/dist/examples.json',
      'extension/dist/extension.cjs',
      'extension/dist/knowledge.json',
      'extension/dist/page.js',
      'extension/dist/server.cjs',
      'extension/dist/web/extension.js',
      'extension/dist/web/server.js',
      ...listFiles('docs').map((path) => `extension/docs/${path}`),
      'extension/knowledge/schemas/practice-knowledge.schema.json',
      'extension/l10n/bundle.l10n.es.json',
      'extension/l10n/server.es.json',
      'extension/language-configuration.json',
      'extension/package.json',
      'extension/package.nls.es.json',
      'extension/package.nls.json',
      'extension/readme.md',
      'extension/snippets/soap-note.code-snippets',
      'extension/syntaxes/soap-note.tmLanguage.json',
    ].sort(),
  );
});

// The schema library is in the server, so that a practice's own knowledge is held to the shipped schema; so are the
// pages that it draws, with the body map.
test('the server with its knowledge is under 1.9 MB, and no bundle points to a source map', () => {
  const size = (name: string) => statSync(join(staging, 'dist', name)).size;
  expect(size('server.cjs') + size('knowledge.json')).toBeLessThan(1_900_000);
  for (const name of programs)
    expect(readFileSync(join(staging, 'dist', name), 'utf8')).not.toContain('sourceMappingURL');
});

test('the knowledge is in the package once', () => {
  const {
    data: { rules },
  }: { data: { rules: readonly { title: string }[] } } = JSON.parse(
    readFileSync(join(staging, 'dist', 'knowledge.json'), 'utf8'),
  );
  const titles = rules.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(5);
  for (const name of programs) {
    const bundle = readFileSync(join(staging, 'dist', name), 'utf8');
    expect(titles.filter((title) => bundle.includes(JSON.stringify(title)))).toEqual([]);
  }
});

/** The pages below a folder of the project, which findings lead to. */
const listFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'));

/** Names of the files in a zip, sorted, from its central directory. */
function listZip(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.sort();
}

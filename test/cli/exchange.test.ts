// `soap-notes export` and `soap-notes import`: where things go, what is refused, and the way there and back.
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSchemaErrors } from '../support/fhir';
import { createFolder } from '../support/folders';
import { runs } from '../support/runs';
import { clotPractice, runCli } from './run-cli';

/** All files below a folder with their bytes in base64, `.git` apart. */
function readAll(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );
}

/** A practice in a folder beside an empty one for what is exported. */
function createPlaces(files: Readonly<Record<string, string | Uint8Array>> = clotPractice) {
  const top = createFolder(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`practice/${path}`, content])),
  );
  return { top, practice: join(top, 'practice'), out: join(top, 'out') };
}

const two = { ...clotPractice, 'clients/ben-ito/2026-11-19.soap.md': '## Plan\n- weekly\n' };

describe('export', () => {
  test('one client as FHIR is printed, several go to a folder, each a valid bundle', async () => {
    const { practice, out, top } = createPlaces(two);
    const one = await runCli(practice, ['export', '--format', 'fhir', '--client', 'Maria-Lopez']);
    expect([one.code, one.err]).toEqual([0, '']);
    expect(listSchemaErrors(JSON.parse(one.out))).toEqual([]);
    const refused = await runCli(practice, ['export', '--format', 'fhir']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('Name a folder for them with --out');
    const all = await runCli(practice, ['export', '--format', 'fhir', '--out', out]);
    expect([all.code, all.out]).toEqual([0, '']);
    expect(readdirSync(out)).toEqual(['ben-ito.json', 'maria-lopez.json']);
    expect(readFileSync(join(out, 'maria-lopez.json'), 'utf8')).toBe(one.out);
    const file = join(top, 'maria.json');
    await runCli(practice, ['export', '--format', 'fhir', 'clients/maria-lopez', '--out', file]);
    expect(readFileSync(file, 'utf8')).toBe(one.out);
  });

  test('the four tables go to a folder, one is printed', async () => {
    const { practice, out } = createPlaces();
    await runCli(practice, ['export', '--format', 'csv', '--out', out, '--bom']);
    expect(readdirSync(out)).toEqual(['conditions.csv', 'findings.csv', 'measures.csv', 'sessions.csv']);
    expect(readFileSync(join(out, 'sessions.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
    const { out: printed } = await runCli(practice, [
      'export',
      '--format',
      'csv',
      '--table',
      'sessions',
      '--without-names',
    ]);
    expect(printed).toContain('client-001,2026-11-20,');
  });

  test.each([
    [['--format', 'fhir', '--out', 'here'], 'lies in the practice'],
    [['--format', 'fhir', '--out', 'clients/x/y.json'], 'lies in the practice'],
    [[], 'export needs --format: csv, fhir, html, json, pdf'],
    [['--format', 'fhir', '--client', 'maria-lopes'], 'Did you mean maria-lopez?'],
    [['--format', 'fhir', '--since', '2026-02-30'], '--since takes a day, month or year'],
    [['--format', 'fhir', '--since', '2026-02-02', '--until', '2026-02-01'], '--until lies before --since'],
    [['--format', 'fhir', '--since', '2027-01-01'], 'nothing to export'],
    [['--format', 'csv'], 'Name a folder for them with --out, or one with --table'],
    [['--format', 'fhir', '--bom'], '--format fhir does not take --bom. It is for --format csv.'],
    [['--format', 'json', '--without-names'], 'does not take --without-names. It holds a whole practice'],
    [['--format', 'json', '--client', 'maria-lopez'], 'does not take --client'],
    [['--format', 'html', '--without-names'], 'does not take --without-names. A printed page has the names'],
    [['--format', 'csv', '--out', '../all.csv'], 'Several files do not fit into one'],
    [['--format', 'pdf', '--out', '../maria.pdf'], 'PDF needs Chromium, Chrome or Edge'],
  ])('%j is refused in one line', async (argv, message) => {
    const { practice } = createPlaces();
    const before = readAll(practice);
    const { code, out, err } = await runCli(practice, ['export', ...argv]);
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toContain(message);
    expect(readAll(practice)).toEqual(before);
  });

  test('never replaces a file, and then writes none of the others', async () => {
    const { practice, out } = createPlaces();
    mkdirSync(out);
    writeFileSync(join(out, 'measures.csv'), 'mine');
    const { code, err } = await runCli(practice, ['export', '--format', 'csv', '--out', out]);
    expect(code).toBe(2);
    expect(err).toContain('a file of that name is there; nothing was changed');
    expect(readAll(out)).toEqual({ 'measures.csv': Buffer.from('mine').toString('base64') });
  });

  test('writes nothing where a note cannot be read', async () => {
    const { practice, out } = createPlaces({
      ...clotPractice,
      'clients/maria-lopez/2026-11-21.soap.md': Uint8Array.of(0xff),
    });
    const { code, err } = await runCli(practice, ['export', '--format', 'csv', '--out', out]);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toContain('is not UTF-8 text');
    expect(err).toContain('nothing was exported');
  });
});

describe('print', () => {
  const html = async (
    files: Readonly<Record<string, string>>,
    ...argv: readonly string[]
  ): Promise<string> => {
    const { practice } = createPlaces(files);
    const { out, err } = await runCli(practice, ['export', '--format', 'html', ...argv]);
    expect(err).toBe('');
    return out;
  };
  const visits = {
    ...clotPractice,
    'clients/maria-lopez/2026-10-01.soap.md': '## Plan\n- first words\n',
    'clients/maria-lopez/2026-10-08.soap.md': '## Plan\n- second words\n',
  };
  const titles = (page: string): readonly string[] =>
    [...page.matchAll(/<h1>([^<]*)<\/h1>/g)].map(([, title]) => title ?? '');

  test('a note, the sessions of a range of days, and a client with all of them', async () => {
    const last = 'Session note, 2026-11-20';
    const note = await html(visits, 'clients/maria-lopez/2026-11-20.soap.md');
    expect(titles(note)).toEqual([last]);
    expect(note).toMatch(/^<!doctype html>/);
    const range = await html(visits, '--since', '2026-10-02');
    expect(titles(range)).toEqual(['Session note, 2026-10-08', last]);
    const client = await html(visits, '--client', 'maria-lopez');
    expect(titles(client)).toEqual([
      'Summary of maria-lopez',
      'Session note, 2026-10-01',
      'Session note, 2026-10-08',
      last,
    ]);
    expect(client).toContain('second words');
  });

  /** A browser that prints its arguments, or does what the script says. */
  function createBrowser(folder: string, script: string): string {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'chromium'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return `${bin}:/usr/bin:/bin`;
  }
  const printed = `for a; do case "$a" in --print-to-pdf=*) out="\${a#*=}";; file:*) page="\${a#file://}";; esac; done
printf '%%PDF-1.4 ' > "$out"; cat "$page" >> "$out"`;

  test('a PDF is what the installed browser makes of the page', async () => {
    const { top, practice } = createPlaces(visits);
    const PATH = createBrowser(top, printed);
    const file = join(top, 'maria.pdf');
    const argv = ['export', '--format', 'pdf', '--client', 'maria-lopez'];
    const { code, out } = await runCli(practice, [...argv, '--out', file], { env: { PATH } });
    expect([code, out]).toEqual([0, '']);
    const { out: page } = await runCli(practice, ['export', '--format', 'html', '--client', 'maria-lopez']);
    expect(readFileSync(file, 'utf8')).toBe(`%PDF-1.4 ${page}`);
    const none = await runCli(practice, argv, { env: { PATH } });
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('say where with --out');
  });

  test.each([
    ['exit 3', 'The browser ended with an error.'],
    ['exit 0', 'The browser ended without a PDF.'],
  ])('a browser that does %s leaves nothing behind', async (script, message) => {
    const { top, practice } = createPlaces();
    const env = { PATH: createBrowser(top, script) };
    const { code, err } = await runCli(practice, ['export', '--format', 'pdf', '--out', join(top, 'a.pdf')], {
      env,
    });
    expect([code, existsSync(join(top, 'a.pdf'))]).toEqual([2, false]);
    expect(err).toContain(message);
  });
});

describe('a whole practice as JSON', () => {
  const files = {
    ...clotPractice,
    'clients/maria-lopez/2026-11-21.soap.md': '\ufeff## Plan\r\n- weekly\r- or\u2028not\n\n',
    'clients/maria-lopez/letters/hale.pdf': Uint8Array.of(0x25, 0x50, 0xff, 0x00, 0x0a),
    'clients/maria-lopez/2026-11-21.soap.md.sig': '-----BEGIN SSH SIGNATURE-----\n',
    'knowledge/own.yaml': '',
  };

  test('comes back byte for byte, and again without a change', async () => {
    const { practice, top } = createPlaces(files);
    const json = join(top, 'practice.json');
    const copy = join(top, 'copy');
    expect((await runCli(practice, ['export', '--format', 'json', '--out', json])).code).toBe(0);
    const dry = await runCli(top, ['import', json, '--to', copy, '--dry-run']);
    expect([dry.code, existsSync(copy)]).toEqual([0, false]);
    const first = await runCli(top, ['import', json, '--to', copy]);
    expect(first.out).toBe('wrote 7 files; 0 files there already, the same.\n');
    expect(readAll(copy)).toEqual(readAll(practice));
    expect((await runCli(top, ['import', json, '--to', copy])).out).toContain(
      'wrote 0 files; 7 files there already',
    );
    const again = await runCli(copy, ['export', '--format', 'json']);
    expect(again.out).toBe(readFileSync(json, 'utf8'));
  });

  test('comes back byte for byte whatever its files hold', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .string({ unit: fc.constantFrom('\ufeff', '\r', '\n', '\u0000', 'é', '😀', '- ', ':') })
        .map((text) => Buffer.from(text)),
    );
    const name = fc.constantFrom(
      'client.yaml',
      '2026-11-20.soap.md',
      'a b.txt',
      'é.pdf',
      'practice.yaml',
      "it's.sig",
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(name, bytes), { selector: ([own]) => own }), async (some) => {
        // Notes that are no text stop an export, as they stop a check; other files may hold anything.
        const files = some.filter(([own, content]) => /pdf|txt|sig/.test(own) || isUtf8(content));
        const { practice, top } = createPlaces({
          'practice.yaml': '',
          ...Object.fromEntries(files.map(([own, content]) => [`clients/a/${own}`, content])),
        });
        const json = join(top, 'practice.json');
        expect(await runCli(practice, ['export', '--format', 'json', '--out', json])).toMatchObject({
          code: 0,
        });
        expect(await runCli(top, ['import', json, '--to', join(top, 'copy')])).toMatchObject({ code: 0 });
        expect(readAll(join(top, 'copy'))).toEqual(readAll(practice));
      }),
      { numRuns: runs(60) },
    );
  });

  test('holds what was read from each file', async () => {
    const { practice } = createPlaces();
    const { out } = await runCli(practice, ['export', '--format', 'json']);
    const { version, files: entries } = JSON.parse(out) as {
      readonly version: number;
      readonly files: readonly { readonly path: string; readonly read: unknown }[];
    };
    expect(version).toBe(1);
    expect(entries.find(({ path }) => path === 'clients/maria-lopez/client.yaml')?.read).toMatchObject({
      client: 'maria-lopez',
      facts: [
        {
          kind: 'condition',
          id: 'deep-vein-thrombosis',
          source: { path: 'clients/maria-lopez/client.yaml' },
        },
      ],
    });
    expect(entries.find(({ path }) => path.endsWith('.soap.md'))?.read).toMatchObject({
      date: '2026-11-20',
      techniques: [{ id: 'deep-tissue', status: 'done' }],
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'contraindication/dvt-deep-absolute' }),
      ]),
    });
  });

  test('is not written over other files, or through a link', async () => {
    const { practice, top } = createPlaces(files);
    const json = join(top, 'practice.json');
    await runCli(practice, ['export', '--format', 'json', '--out', json]);
    writeFileSync(join(practice, 'knowledge/own.yaml'), '# changed\n');
    const over = await runCli(top, ['import', json, '--to', practice]);
    expect([over.code, over.err]).toEqual([
      2,
      'soap-notes: knowledge/own.yaml is there with other content; nothing was written. Name an empty folder with --to.\n',
    ]);
    const copy = join(top, 'copy');
    mkdirSync(copy);
    symlinkSync(top, join(copy, 'clients'));
    const away = await runCli(top, ['import', json, '--to', copy]);
    expect(away.code).toBe(2);
    expect(away.err).toContain('leads out of the folder');
    expect(existsSync(join(top, 'maria-lopez'))).toBe(false);
  });

  test('and no other JSON is taken for one', async () => {
    const { top, practice } = createPlaces();
    writeFileSync(join(top, 'a.json'), '{}');
    writeFileSync(join(top, 'b.json'), '{"format": "soap-notes-practice", "version": 9}');
    expect((await runCli(top, ['import', 'a.json', '--to', practice])).err).toContain(
      'is no export of soap-notes',
    );
    expect((await runCli(top, ['import', 'b.json', '--to', practice])).err).toContain('another version');
  });
});

describe('import of foreign notes', () => {
  const visit = (name: string, date: string): string =>
    `Patient: ${name}\nDate of Visit: ${date}\nClinic line\n\nSUBJECTIVE: secret words\nPLAN: weekly\n`;
  const record = {
    ...clotPractice,
    'clients/maria-lopez/client.yaml': 'id: maria-lopez\nname: Maria Lopez\n',
  };

  function createOld(files: Readonly<Record<string, string | Uint8Array>>) {
    const places = createPlaces(record);
    const old = join(places.top, 'old');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(old, path, '..'), { recursive: true });
      writeFileSync(join(old, path), content);
    }
    return { ...places, old };
  }

  test('places each visit, never over another, and says what it left and did not understand', async () => {
    const { practice, top } = createOld({
      'a.txt': `${visit('Maria Lopez', '11/18/2026')}\n-----\n${visit('Maria Lopez', '11/20/2026')}`,
      'b/c.txt': visit('Rosa Almeida', '05/06/2026'),
      'b/d.md': visit('Rosa Almeida', 'Nov 3, 2026'),
      'scan.pdf': Uint8Array.of(0xff),
    });
    const before = readAll(practice);
    const dry = await runCli(top, ['import', 'old', '--to', 'practice', '--dry-run']);
    expect(readAll(practice)).toEqual(before);
    expect(dry.out).toContain('would add old/a.txt:1-8 as clients/maria-lopez/2026-11-18.soap.md');
    const { code, out, err } = await runCli(top, ['import', 'old', '--to', 'practice']);
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n')).toEqual([
      'added     old/a.txt:1-8 as clients/maria-lopez/2026-11-18.soap.md',
      '          old/a.txt:3: 1 line above all sections',
      'added     old/a.txt:9-14 as clients/maria-lopez/2026-11-20-2.soap.md',
      '          old/a.txt:11: 1 line above all sections',
      'left      old/b/c.txt:1-6: its date can be read in two ways; say which with --dates mdy or --dates dmy',
      '          old/b/c.txt:3: 1 line above all sections',
      'added     old/b/d.md:1-6 as clients/rosa-almeida/2026-11-03.soap.md',
      '          old/b/d.md:3: 1 line above all sections',
      '4 visits: 3 added, 0 there already, 1 left; 4 places kept as written and not understood.',
      '1 other file passed over: no text by the name, empty, or a note of this practice.',
      '1 client without a record yet; soap-notes check says what is missing.',
      '',
    ]);
    const after = readAll(practice);
    expect(after).toMatchObject(before);
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 3);
    expect(readFileSync(join(practice, 'clients/rosa-almeida/2026-11-03.soap.md'), 'utf8')).toMatch(
      /^---\nclient: rosa-almeida\ndate: 2026-11-03\n---\n\n/,
    );
    const again = await runCli(top, ['import', 'old', '--to', 'practice', '--dates', 'dmy']);
    expect(again.code).toBe(0);
    expect(again.out).toContain('4 visits: 1 added, 3 there already, 0 left');
  });

  test('words are shown only to those who ask', async () => {
    const { top } = createOld({ 'a.txt': visit('Maria Lopez', '11/18/2026') });
    const argv = ['import', 'old/a.txt', '--to', 'practice', '--dry-run'];
    expect((await runCli(top, argv)).out).not.toMatch(/secret|Clinic line/);
    expect((await runCli(top, [...argv, '--show-text'])).out).toContain('above all sections: Clinic line');
  });

  test.each([
    [[], 'import needs files or folders'],
    [['missing'], 'missing does not exist'],
    [['old'], 'holds no text files'],
    [['old/x.pdf'], 'is not UTF-8 text'],
  ])('%j is refused', async (paths, message) => {
    const { top, practice } = createOld({ 'x.pdf': Uint8Array.of(0xff) });
    const { code, err } = await runCli(top, ['import', ...paths, '--to', practice]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('the notes of the practice itself are passed over', async () => {
    const { practice } = createOld({});
    const before = readAll(practice);
    const { code, out } = await runCli(practice, ['import', '.']);
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^0 visits/)]);
    expect(out).toContain('3 other files passed over');
    expect(readAll(practice)).toEqual(before);
  });

  test('needs a practice', async () => {
    const { top } = createOld({ 'a.txt': visit('Maria Lopez', '11/18/2026') });
    expect((await runCli(join(top, 'old'), ['import', 'a.txt'])).err).toContain('Name one with --to');
  });
});

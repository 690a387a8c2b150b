// The pages: nothing of a note becomes markup, every picture has a table, the same note gives the same page.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clientPage,
  createWorkspace,
  defaultSettings,
  notePage,
  type Page,
  summarizeClient,
  toBody,
  toDocument,
} from '../../../server/src/core';
import { exampleDay, loadExamples } from '../../support/examples';
import { loadKnowledge } from '../../support/knowledge';

const { notes, uri, workspace } = loadExamples();
const kb = loadKnowledge();

function pageOf(path: string): Page {
  const view = workspace.view(path);
  if (view?.kind !== 'note') throw new Error('no note');
  return notePage(view, { interactive: true, places: { uriOf: (one) => one } });
}

function clientPageOf(path: string): Page {
  const client = workspace.clientOf(path);
  const overview = client && summarizeClient(client, workspace.view, exampleDay);
  if (overview === undefined) throw new Error('no client');
  return clientPage(kb, overview, client?.practice);
}

const plainText = (markup: string): string =>
  markup
    .replace(/<title>.*?<\/title>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

const allowed = new Set(
  `main header footer section h1 h2 h3 p b ul li dl dt dd div span button form label select option table caption thead
  tbody tr th td details summary figure figcaption svg g path circle ellipse rect text title defs pattern clipPath`.split(
    /\s+/,
  ),
);
const attributes =
  /^(?:open|class|id|lang|role|type|scope|for|value|title|d|x|y|r|rx|ry|cx|cy|width|height|viewBox|transform|fill|clip-path|text-anchor|patternUnits|patternTransform|focusable|aria-[a-z]+|data-[a-z]+)$/;

/** Tags and attributes of markup; anything that no template of ours writes. */
function listForeign(markup: string): readonly string[] {
  const foreign: string[] = [];
  let rest = markup.replace(
    /<\/?([a-zA-Z][\w-]*)((?:\s+[\w-]+="[^"<>]*")*)\s*\/?>/g,
    (_, tag: string, own: string) => {
      if (!allowed.has(tag)) foreign.push(tag);
      for (const [, name = ''] of own.matchAll(/\s([\w-]+)="/g))
        if (!attributes.test(name)) foreign.push(name);
      return '';
    },
  );
  rest = rest.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, '');
  return [...foreign, ...(rest.match(/[<>"'`&\u202e]|[^\P{Cc}\n]/gu) ?? [])];
}

describe('what stands in a note stays text', () => {
  const nasty = [
    '</p><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '`$x`',
    '\u202e\u0000&lt;',
  ];
  const evil = fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string()), { maxLength: 4 })
    .map((parts) => parts.join(' '));

  test('in every field, in the record and in the practice', () => {
    fc.assert(
      fc.property(evil, evil, (one, other) => {
        const own = createWorkspace({ kb, settings: defaultSettings, today: exampleDay });
        const quoted = JSON.stringify(`${one} ${other}`);
        own.set(
          'file:///p/practice.yaml',
          `name: ${quoted}\nletterhead: {address: ${quoted}, website: ${quoted}}\n`,
        );
        own.set(
          'file:///p/clients/a/client.yaml',
          `id: a\nname: ${quoted}\nallergies: [${quoted}]\nconditions: [{name: DVT, region: calf, side: left, severity: ${quoted}}]\nmedications: [{name: Xarelto, dose: ${quoted}}]\nclearances: [{for: DVT, by: ${quoted}, document: ${quoted}}]\noverrides: [{rule: ${quoted}, note: ${quoted}}]\nplan: {goals: [${quoted}]}\n`,
        );
        const note = 'file:///p/clients/a/2026-11-20.soap.md';
        own.set(
          note,
          `---\ntherapist: ${quoted}\nconsent: ${quoted}\n---\n## Subjective\n- Complaint: pain 4/10 ${one}\n- ${one}: ${other}\n  - ${other}\n## Treatment\n- Deep tissue: L calf ${one}\n## Plan\n- Next session: ${other}\n`,
        );
        const view = own.view(note);
        const client = own.clientOf(note);
        const overview = client && summarizeClient(client, own.view, exampleDay);
        if (view?.kind !== 'note' || overview === undefined) throw new Error('no view');
        expect(listForeign(toBody(notePage(view)))).toEqual([]);
        expect(
          listForeign(toBody(notePage(view, { interactive: true, places: { uriOf: (x) => x } }))),
        ).toEqual([]);
        expect(listForeign(toBody(clientPage(kb, overview, client?.practice)))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('the document lets no script run and fetches nothing', () => {
    const page = toDocument(pageOf(uri('maria-lopez/2026-11-20.soap.md')));
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|\bon\w+=|url\((?!#)|@import|https?:[^<]*"/);
    expect(page).toMatch(/<html lang="en"/);
  });
});

describe('the page of a session', () => {
  const page = pageOf(uri('maria-lopez/2026-11-20.soap.md'));
  const text = plainText(toBody(page));

  test.each([
    ['the letterhead', 'Riverbend Massage Therapy'],
    ['the client by name', 'Maria Lopez'],
    ['an alert', 'Do not treat, refer now: deep vein thrombosis.'],
    ['the statement that it rests on', 'Client record: deep vein thrombosis, left calf, since 2026-10-28'],
    ['what changed', 'What changed since 2026-11-06'],
    ['the direction of a change in words', 'Pain 6/10, was 4/10 (worse)'],
    ['the note itself', 'Less guarding in L QL; letter from Dr. Osei not here yet'],
    ['whether it is signed', 'Not signed.'],
  ])('holds %s', (_, words) => {
    expect(text).toContain(words);
  });

  test('has a table behind every picture, and a name for it', () => {
    const body = toBody(page);
    const charts = body.match(/<figure class="chart">.*?<\/figure>/gs) ?? [];
    expect(charts.length).toBeGreaterThan(1);
    for (const chart of charts) expect(chart).toMatch(/role="img" aria-label="[^"]+".*<table>/s);
    expect(body.match(/role="img"/g)?.length).toBe(charts.length + 2);
    expect(text).toContain('left calf Condition Deep vein thrombosis');
  });

  test('keeps the names of its parts when the text changes', () => {
    const ids = (one: Page): readonly string[] => one.parts.map(({ id }) => id);
    for (const path of notes) expect(ids(pageOf(path))).toEqual(ids(page));
    expect(new Set(ids(page)).size).toBe(page.parts.length);
  });
});

test.each(notes.map((path) => [path]))('no page of %s shows a value that is missing', (path) => {
  for (const page of [pageOf(path), clientPageOf(path)])
    expect(plainText(toBody(page))).not.toMatch(/undefined|\[object|NaN|Infinity/);
});

test('the letterhead takes address and reach from practice.yaml', () => {
  const own = createWorkspace({ kb, settings: defaultSettings, today: exampleDay });
  own.set(
    'file:///p/practice.yaml',
    'name: P\nlicences: [a.rivera MA60123456]\nletterhead:\n  address: [12 River Road, Bend]\n  phone: 541 555 0100\n',
  );
  own.set('file:///p/clients/a/2026-11-20.soap.md', '---\ntherapist: a.rivera\n---\nS: fine\n');
  const view = own.view('file:///p/clients/a/2026-11-20.soap.md');
  const text = view?.kind === 'note' ? plainText(toBody(notePage(view))) : '';
  for (const words of ['12 River Road', 'Bend', '541 555 0100', 'Licence MA60123456'])
    expect(text).toContain(words);
});

// What VS Code calls in its web worker: the extension without Node, its server in a worker of its own, the notes of a
// folder that only the editor can read. Outcomes go to the console as one line, which web.mjs picks up.
import {
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
} from 'vscode';

const limitMs = 30_000;

function holdsThat(holds: unknown, words: string): asserts holds {
  if (!holds) throw new Error(words);
}

function fileOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  holdsThat(folder, 'a folder is open');
  holdsThat(folder.uri.scheme !== 'file', 'the folder is not on a disk of this world');
  return Uri.joinPath(folder.uri, path);
}

const note = 'clients/maria-lopez/2026-11-20.soap.md';
const contraindications = (uri: Uri): readonly Diagnostic[] =>
  languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code }) =>
        source === 'soap-notes' &&
        String(typeof code === 'object' ? code.value : code).startsWith('contraindication/'),
    );

async function until(holds: () => boolean, words: string): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!holds()) {
    holdsThat(performance.now() < deadline, `in vain: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const steps: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'starts without Node',
    async () => {
      const extension = extensions.getExtension('soap-notes.soap-notes');
      holdsThat(extension, 'the extension is there');
      await extension.activate();
    },
  ],
  [
    'warns in a note, by the record that the editor has read',
    async () => {
      await window.showTextDocument(await workspace.openTextDocument(fileOf(note)));
      await until(() => contraindications(fileOf(note)).length > 0, 'a contraindication');
      const record = fileOf('clients/maria-lopez/client.yaml').toString();
      await until(
        () =>
          contraindications(fileOf(note)).some(({ relatedInformation }) =>
            relatedInformation?.some(({ location }) => location.uri.toString() === record),
          ),
        'a reason in the client record',
      );
    },
  ],
  [
    'explains on hover',
    async () => {
      const finding = contraindications(fileOf(note)).find(({ message }) => message.includes('hrombosis'));
      holdsThat(finding, 'a finding');
      const hovers = await commands.executeCommand<readonly Hover[]>(
        'vscode.executeHoverProvider',
        fileOf(note),
        finding.range.start,
      );
      const words = hovers.flatMap(({ contents }) =>
        contents.map((content) => (typeof content === 'string' ? content : content.value)),
      );
      holdsThat(words.join('\n').includes('hrombosis'), 'the hover names the thrombosis');
    },
  ],
  [
    'warns in an unsaved note while it is typed',
    async () => {
      const document = await workspace.openTextDocument({
        language: 'soap-note',
        content: 'S: DVT L calf, confirmed\nT: ',
      });
      const editor = await window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new Position(1, 3), 'Deep tissue: L calf'));
      await until(() => contraindications(document.uri).length > 0, 'a contraindication');
    },
  ],
  [
    'sees a record that changes in the folder',
    async () => {
      const record = fileOf('clients/web-test/client.yaml');
      const own = fileOf('clients/web-test/2026-11-20.soap.md');
      const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await write(record, 'id: web-test\nconditions: []\n');
      await write(
        own,
        '---\nclient: web-test\ndate: 2026-11-20\n---\n\n## Treatment\n- Deep tissue: L calf\n',
      );
      const document = await workspace.openTextDocument(own);
      await window.showTextDocument(document);
      await write(
        record,
        'id: web-test\nconditions:\n  - { name: DVT, region: calf, side: left, since: 2026-11-01, status: active }\n',
      );
      await until(() => contraindications(own).length > 0, 'a contraindication by the changed record');
    },
  ],
  [
    'converts a pasted note',
    async () => {
      const document = await workspace.openTextDocument({
        language: 'plaintext',
        content: 'SUBJECTIVE: neck pain\nPLAN: weekly\n',
      });
      const editor = await window.showTextDocument(document);
      await commands.executeCommand('soapNotes.convertNote');
      const all = () => editor.document.getText(new Range(0, 0, 99, 0));
      await until(
        () =>
          all().includes('## Subjective') ||
          window.activeTextEditor?.document.getText().includes('## Subjective') === true,
        'the canonical form',
      );
    },
  ],
];

/** Runs the steps in order; the others need the first. */
export async function run(): Promise<void> {
  const outcomes: { title: string; error?: string }[] = [];
  for (const [title, act] of steps) {
    try {
      await act();
      outcomes.push({ title });
    } catch (error) {
      outcomes.push({ title, error: error instanceof Error ? String(error.stack) : String(error) });
      if (outcomes.length === 1) break;
    }
  }
  console.log(`OUTCOMES ${JSON.stringify(outcomes)}`);
  if (outcomes.some(({ error }) => error !== undefined)) throw new Error('a step failed');
}

// Tells the YAML extension, where there is one, the form of a practice's knowledge files. Files of other projects that
// lie in a folder of the same name are left alone: only `knowledge` beside a practice file is ours.
import { type ExtensionContext, extensions, l10n, Uri, workspace } from 'vscode';

/** What the YAML extension (redhat.vscode-yaml) offers to others. */
interface YamlApi {
  registerContributor(
    name: string,
    requestSchema: (resource: string) => string | undefined,
    requestSchemaContent: (schema: string) => Promise<string>,
    label?: string,
  ): boolean;
}

const scheme = 'soap-notes-schema';
const schemaUri = `${scheme}://schema/practice-knowledge`;

/** Registers the form. Does nothing without the YAML extension, and nothing if it cannot be asked. */
export async function offerKnowledgeSchema(context: ExtensionContext): Promise<void> {
  const api = await findYamlApi();
  if (api === undefined) return;
  const practices = new Set<string>();
  const add = (file: Uri): void => {
    practices.add(Uri.joinPath(file, '..').toString());
  };
  for (const file of await workspace.findFiles('**/practice.{yaml,yml}', '**/node_modules/**')) add(file);
  const watcher = workspace.createFileSystemWatcher('**/practice.{yaml,yml}', false, true, false);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(add),
    watcher.onDidDelete((file) => practices.delete(Uri.joinPath(file, '..').toString())),
  );
  api.registerContributor(
    scheme,
    (resource) => {
      const folder = /^(.*)\/knowledge\/[^/]+\.ya?ml$/i.exec(Uri.parse(resource).toString())?.[1];
      return folder !== undefined && practices.has(folder) ? schemaUri : undefined;
    },
    async () => {
      const path = ['knowledge', 'schemas', 'practice-knowledge.schema.json'];
      return new TextDecoder().decode(
        await workspace.fs.readFile(Uri.joinPath(context.extensionUri, ...path)),
      );
    },
    l10n.t('SOAP Notes: knowledge of the practice'),
  );
}

async function findYamlApi(): Promise<YamlApi | undefined> {
  try {
    const api: unknown = await extensions.getExtension('redhat.vscode-yaml')?.activate();
    return isYamlApi(api) ? api : undefined;
  } catch {
    return undefined;
  }
}

const isYamlApi = (api: unknown): api is YamlApi =>
  typeof api === 'object' &&
  api !== null &&
  'registerContributor' in api &&
  typeof api.registerContributor === 'function';

// The form of a practice's own knowledge, as the YAML extension asks for it.
import { strict as assert } from 'node:assert';
import { extensions, Uri } from 'vscode';
import { exampleFile, waitFor } from './support';

interface Contributor {
  readonly requestSchema: (resource: string) => string | undefined;
  readonly requestSchemaContent: (schema: string) => Promise<string>;
}

describe('the YAML extension', () => {
  it('is told the form of the files in `knowledge` beside a practice file, and of no others', async () => {
    const api = await extensions.getExtension('redhat.vscode-yaml')?.activate();
    const contributors: ReadonlyMap<string, Contributor> = api.contributors;
    await waitFor(() => contributors.has('soap-notes-schema'));
    const asked = contributors.get('soap-notes-schema');
    assert.ok(asked);
    const schemaOf = (path: string) => asked.requestSchema(exampleFile(path).toString());
    const schema = schemaOf('knowledge/house.yaml');
    assert.ok(schema, 'a file of knowledge has a form');
    assert.equal(schemaOf('practice.yaml'), undefined);
    assert.equal(schemaOf('clients/knowledge/house.yaml'), undefined);
    assert.equal(asked.requestSchema(Uri.file('/elsewhere/knowledge/house.yaml').toString()), undefined);
    const { properties } = JSON.parse(await asked.requestSchemaContent(schema));
    assert.ok('rules' in properties && 'techniques' in properties, Object.keys(properties).join());
  });
});

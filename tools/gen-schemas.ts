// The JSON Schemas of the knowledge files, made from the one schema in code, for editors.
import { practiceJsonSchema } from '../server/src/core/knowledge/practice-schema';
import { type FileKindName, fileSchemas, toJsonSchema } from '../server/src/core/knowledge/schema';
import type { GeneratedFile } from './gen-editor';

// The keys of the table are the names of the kinds.
const kinds = Object.keys(fileSchemas()) as readonly FileKindName[];

const toText = (schema: unknown): string => `${JSON.stringify(schema, undefined, 2)}\n`;

export const schemaFiles: readonly GeneratedFile[] = [
  ...kinds.map((kind) => ({
    path: `knowledge/schemas/${kind}.schema.json`,
    toText: () => toText(toJsonSchema(kind)),
  })),
  { path: 'knowledge/schemas/practice-knowledge.schema.json', toText: () => toText(practiceJsonSchema()) },
];

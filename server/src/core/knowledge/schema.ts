// The one schema of the knowledge files. JSON Schemas for editors and the loader's validation both come from it.
import * as z from 'zod';
import { makeSchemas } from './make-schemas';

let made: ReturnType<typeof makeSchemas> | undefined;
const getSchemas = (): ReturnType<typeof makeSchemas> => {
  made ??= makeSchemas();
  return made;
};

/**
 * The schema of each kind of knowledge file, by the name that its first line gives. Schemas are made when they are first
 * asked for: most runs of a program read the compiled knowledge and need none.
 */
export const fileSchemas = () => getSchemas().files;

/** The schemas of single entries, for files that mix kinds: a practice's own knowledge. */
export const entrySchemas = () => getSchemas().entries;

/** The name of a kind of knowledge file. */
export type FileKindName = keyof ReturnType<typeof fileSchemas>;

/** What a file of a kind holds after validation, defaults filled in. */
export type FileContent<K extends FileKindName> = z.output<ReturnType<typeof fileSchemas>[K]>;

/** The kind of a knowledge file by its path below `knowledge/`: `rules/skin.yaml` is of kind `rules`. */
export function fileKindOf(path: string): FileKindName | undefined {
  const name = path.replace(/\.ya?ml$/, '').split('/')[0] ?? '';
  return name in fileSchemas() ? (name as FileKindName) : undefined;
}

/** The JSON Schema of a kind of file, for editors. */
export const toJsonSchema = (kind: FileKindName): unknown =>
  z.toJSONSchema(fileSchemas()[kind], { io: 'input' });

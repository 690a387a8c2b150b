// The files of the editor side that are generated: manifest, settings page, grammar, snippets.
import { toGrammarFile } from './gen-grammar';
import { toManifestWithSettings, toManifestWords, toSettingsPage } from './gen-settings';
import { toSnippetFile } from './gen-snippets';

/** A generated file: its path from the root, and its text, worked out from the text it has now. */
export interface GeneratedFile {
  readonly path: string;
  readonly toText: (current: string) => string;
}

export const editorFiles: readonly GeneratedFile[] = [
  { path: 'docs/settings.md', toText: toSettingsPage },
  { path: 'package.json', toText: toManifestWithSettings },
  { path: 'package.nls.json', toText: toManifestWords },
  { path: 'snippets/soap-note.code-snippets', toText: toSnippetFile },
  { path: 'syntaxes/soap-note.tmLanguage.json', toText: toGrammarFile },
];

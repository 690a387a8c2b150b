// Extensions that complete text by sending it to their makers, and the setting that keeps them off for one language.
// A table, as known in 2026 from each maker's own documentation (general knowledge); others may exist.

export interface Assistant {
  /** Ids of extensions, in small letters. */
  readonly extensions: readonly string[];
  readonly name: string;
  /** A setting that maps a language to true or false; absent where the maker offers none. */
  readonly byLanguage?: string;
}

export const assistants: readonly Assistant[] = [
  { extensions: ['amazonwebservices.amazon-q-vscode'], name: 'Amazon Q' },
  { extensions: ['codeium.codeium'], name: 'Windsurf (Codeium)', byLanguage: 'codeium.enableConfig' },
  { extensions: ['continue.continue'], name: 'Continue' },
  {
    extensions: ['github.copilot', 'github.copilot-chat'],
    name: 'GitHub Copilot',
    byLanguage: 'github.copilot.enable',
  },
  { extensions: ['google.geminicodeassist'], name: 'Gemini Code Assist' },
  { extensions: ['sourcegraph.cody-ai'], name: 'Cody', byLanguage: 'cody.autocomplete.languages' },
  { extensions: ['supermaven.supermaven'], name: 'Supermaven' },
  { extensions: ['tabbyml.vscode-tabby'], name: 'Tabby' },
  { extensions: ['tabnine.tabnine-vscode'], name: 'Tabnine' },
];

/**
 * Whether an assistant is off for a language, by the value of its setting: the language's own entry, else that for all
 * (`*`), else on.
 */
export function isOffFor(language: string, setting: unknown): boolean {
  if (typeof setting !== 'object' || setting === null) return false;
  const entries = setting as Readonly<Record<string, unknown>>;
  return (entries[language] ?? entries['*']) === false;
}

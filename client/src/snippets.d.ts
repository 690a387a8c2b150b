// The snippet file as the bundler gives it: its JSON. Only the two notes that a command begins are named.
declare module '*.code-snippets' {
  interface Snippet {
    readonly prefix: readonly string[];
    readonly description: string;
    readonly body: readonly string[];
  }
  const snippets: { readonly 'Initial note': Snippet; readonly 'Follow-up note': Snippet };
  // biome-ignore lint/style/noDefaultExport: the bundler gives a JSON file as the default export.
  export default snippets;
}

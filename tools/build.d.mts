// The type of the build for the tests.

/** Builds everything into the folder `to`. */
export function buildAll(options: { readonly to: string; readonly production: boolean }): Promise<void>;

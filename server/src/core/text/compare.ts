// The order of texts in results: by code unit, the same on every machine.

/** Compares two texts for sorting. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

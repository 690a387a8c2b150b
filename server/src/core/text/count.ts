// Numbers with what they count.

/** `1 note`, `2 notes`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** A number as typed; null where it is none. */
export const numberIn = (text: string): number | null =>
  /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : null;

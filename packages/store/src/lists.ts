/** Lists are kept as JSON text, which only TypeScript reads (the engines' JSON functions differ). */
export const listText = (list: readonly string[]): string => JSON.stringify(list);

export const readList = <T extends string = string>(text: string): T[] => JSON.parse(text) as T[];

/** Splits a long list of keys, because engines limit the parameters of one statement. */
export function inChunks<T>(items: readonly T[], size = 400): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

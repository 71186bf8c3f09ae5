/** Whether every word of a search stands somewhere in what a reader sees; an empty search finds everything. */
export function foundIn(seen: readonly string[], search: string | undefined): boolean {
  const words = (search ?? '').trim().toLowerCase().split(/\s+/);
  const text = seen.join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

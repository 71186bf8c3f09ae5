import type { CheckedFile } from './check-shape.ts';
import type { Path } from './yaml-text.ts';

/** Reports every item whose key stood before, at the field of the later one. */
export function reportTwice<Item>(
  file: Pick<CheckedFile<unknown>, 'report'>,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  fieldOf: (index: number) => Path,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (seen.has(key)) file.report(fieldOf(index), 'duplicate_id', `“${key}”重复，前面已经出现过`);
    seen.add(key);
  });
}

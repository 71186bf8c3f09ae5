import type { MeasureRow } from '@dabiao/contract/measure';

/** Consecutive items of one key together, in their order. */
function runs<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

export interface MeasureGroup {
  /** Heading path of the clause. */
  clause: string[];
  /** Measures of one sentence together, so that its words stand once above them. */
  sentences: { quote: string; measures: MeasureRow[] }[];
}

/** Measures by document, then clause, then sentence, in the order they came. */
export function groupMeasures(
  rows: readonly MeasureRow[],
): { document: MeasureRow['document']; count: number; groups: MeasureGroup[] }[] {
  return runs(rows, ({ document }) => document.id).flatMap((ofDocument) => {
    const document = ofDocument[0]?.document;
    if (!document) return [];
    const groups = runs(ofDocument, ({ clause }) => JSON.stringify(clause)).map((ofClause) => ({
      clause: ofClause[0]?.clause ?? [],
      sentences: runs(ofClause, ({ quote }) => quote).map((measures) => ({
        quote: measures[0]?.quote ?? '',
        measures,
      })),
    }));
    return [{ document, count: ofDocument.length, groups }];
  });
}

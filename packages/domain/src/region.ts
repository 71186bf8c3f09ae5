/** An administrative region with its GB/T 2260 code, e.g. 371311 罗庄区 in 371300 临沂市. */
export interface Region {
  code: string;
  name: string;
  /** Code of the region it is part of; null for the top one in the catalogue. */
  parent: string | null;
  /** Other names found in workbooks (济南, Jinan). */
  aliases: string[];
}

/** The codes of `code` and of every region below it, in no promised order. */
export function regionAndBelow(code: string, regions: readonly Pick<Region, 'code' | 'parent'>[]): Set<string> {
  const within = new Set([code]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const region of regions) {
      if (region.parent !== null && within.has(region.parent) && !within.has(region.code)) {
        within.add(region.code);
        grew = true;
      }
    }
  }
  return within;
}

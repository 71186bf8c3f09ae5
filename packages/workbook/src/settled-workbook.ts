import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first time that the archive format knows. */
const NO_TIME = new Date(1980, 0, 1, 0, 0, 0);

/**
 * The same workbook without the time it was written at.
 * @param date ISO date that takes its place
 */
export function settledWorkbook(bytes: Uint8Array, date: string): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const core = name === 'docProps/core.xml';
    const settled = core ? strFromU8(content).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`) : null;
    entries[name] = [settled === null ? content : strToU8(settled), { level: 6, mtime: NO_TIME }];
  }
  return zipSync(entries);
}

import type { Region } from '@dabiao/domain/region';
import type { CheckedFile } from './check-shape.ts';
import type { RegionsFile } from './file-shapes.ts';
import { reportTwice } from './report-twice.ts';

/** Regions of `regions.yaml`: codes stand once, every parent is listed, no region is within itself. */
export function readRegions(file: CheckedFile<RegionsFile>): Region[] {
  const { regions } = file.value;
  const field = (index: number, name: string) => ['regions', index, name];
  reportTwice(
    file,
    regions,
    (region) => region.code,
    (index) => field(index, 'code'),
  );
  reportTwice(
    file,
    regions,
    (region) => region.name,
    (index) => field(index, 'name'),
  );
  const parents = new Map(regions.map((region) => [region.code, region.parent]));
  regions.forEach((region, index) => {
    if (region.parent === null) return;
    if (!parents.has(region.parent)) {
      file.report(field(index, 'parent'), 'unknown_region', `上级地区“${region.parent}”不在 regions.yaml 中`);
    } else if (isWithinItself(region.code, parents)) {
      file.report(field(index, 'parent'), 'region_cycle', `“${region.name}”成了自己的上级，请改正上级代码`);
    }
  });
  return regions;
}

/** Levels of administration there could be; a way up that is longer goes round. */
const MAX_LEVELS = 12;

function isWithinItself(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  let above = parents.get(code) ?? null;
  for (let level = 0; above !== null; level += 1) {
    if (above === code || level > MAX_LEVELS) return true;
    above = parents.get(above) ?? null;
  }
  return false;
}

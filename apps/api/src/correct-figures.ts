import type { FigureCorrection, FigureCorrectionsBody } from '@dabiao/contract/grid-rows';
import { readDecimal } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Label } from '@dabiao/domain/label';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import { regionAndBelow } from '@dabiao/domain/region';
import { figureKey, type LatestVersion, latestVersions, seriesLabel } from '@dabiao/store/figures';
import { findTargetIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { type FieldFault, Problem } from './problem.ts';
import { typedValue } from './read-rows.ts';
import { checkRead } from './read-submission.ts';

/** What corrections are called in places. */
const SHEET = '更正单';

/** What is wrong with a correction as such. */
const FAULTS = {
  valueOfWithdrawn: {
    zh: '撤回的数据不能同时填写数值',
    en: 'A figure that is withdrawn cannot be given a value as well',
  },
  unreadable: { zh: '原数值无法读取', en: 'The published value cannot be read' },
  unknown: { zh: '没有这条已发布的数据', en: 'There is no such published figure' },
  twice: { zh: '同一条数据只能更正一次', en: 'A figure can be corrected only once at a time' },
  withdrawn: { zh: '这条数据已经撤回', en: 'The figure is withdrawn already' },
  region: { zh: '您无权更正该地区的数据', en: 'You may not correct figures of this region' },
} as const;

type Row = ReadFigure & { withdrawn: boolean };

interface Named {
  correction: FigureCorrection;
  /** `rows.3` */
  path: string;
  indicator: Indicator;
  latest: LatestVersion;
  row: number;
}

/** One row of a correction: the published figure taken back, or with another value or status. */
function toRow({ correction, path, indicator, latest, row }: Named): Row | FieldFault {
  const place = { sheet: SHEET, cell: `D${row}`, row };
  const of = { indicator: indicator.id, region: correction.region, year: correction.year, unit: indicator.unit };
  if (correction.withdraw) {
    if (correction.value !== undefined) return { field: `${path}.value`, message: FAULTS.valueOfWithdrawn };
    const known = readDecimal(latest.value);
    if (typeof known === 'string') return { field: `${path}.value`, message: FAULTS.unreadable };
    return { ...of, ...known, ...place, status: latest.status, raw: latest.value, rawUnit: null, withdrawn: true };
  }
  const written = correction.value ?? latest.value;
  const unit = correction.value === undefined ? undefined : correction.unit;
  const value = typedValue(written, unit, indicator);
  if (Array.isArray(value)) return { field: `${path}.${value[0]}`, message: value[2] };
  const status = correction.status ?? 'revised';
  return { ...of, ...value, ...place, status, raw: String(written), rawUnit: unit ?? indicator.unit, withdrawn: false };
}

async function nameRows(db: Db, rows: readonly FigureCorrection[]): Promise<{ named: Named[]; wrong: FieldFault[] }> {
  const indicators = await findTargetIndicators(db);
  const latest = await latestVersions(
    db,
    rows.map(({ indicator }) => indicator),
    rows.map(({ region }) => region),
  );
  const wrong: FieldFault[] = [];
  const seen = new Set<string>();
  const named = rows.flatMap((correction, at): Named[] => {
    const path = `rows.${at}`;
    const indicator = indicators.get(correction.indicator);
    const known = latest.get(figureKey(correction));
    if (!indicator || !known) wrong.push({ field: path, message: FAULTS.unknown });
    else if (seen.has(figureKey(correction))) wrong.push({ field: path, message: FAULTS.twice });
    else if (correction.withdraw && known.withdrawn === 1) wrong.push({ field: path, message: FAULTS.withdrawn });
    seen.add(figureKey(correction));
    return indicator && known ? [{ correction, path, indicator, latest: known, row: at + 1 }] : [];
  });
  return { named, wrong };
}

/** @throws Problem figure_moved_on where a figure has another version now than was looked at */
export async function checkVersions(db: Db, rows: readonly FigureCorrection[]): Promise<void> {
  const latest = await latestVersions(
    db,
    rows.map(({ indicator }) => indicator),
    rows.map(({ region }) => region),
  );
  for (const [at, row] of rows.entries()) {
    const version = latest.get(figureKey(row))?.version ?? row.version;
    if (version !== row.version)
      throw new Problem('figure_moved_on', {
        zh: `rows.${at}：现在是第 ${version} 版`,
        en: `rows.${at}: it is at version ${version} now`,
      });
  }
}

/**
 * Reads corrections of published figures and checks them as handed-in figures are.
 * @param region the region whose figures (and those below it) may be corrected; null for all
 * @returns the rows to be staged, with warnings
 * @throws Problem figure_moved_on where a version is no longer the latest; correction_invalid with every field that is
 *   wrong
 */
export async function readFigureCorrections(
  db: Db,
  { rows }: FigureCorrectionsBody,
  of: { region: string | null; thisYear: number },
): Promise<{ figures: Row[]; problems: UploadProblem[]; label: Label }> {
  await checkVersions(db, rows);
  const { named, wrong } = await nameRows(db, rows);
  const within = of.region === null ? null : regionAndBelow(of.region, await findRegions(db));
  const read: Row[] = [];
  for (const one of named) {
    const row = toRow(one);
    if ('field' in row) wrong.push(row);
    else if (within && !within.has(row.region)) wrong.push({ field: `${one.path}.region`, message: FAULTS.region });
    else read.push(row);
  }
  const values = read.filter(({ withdrawn }) => !withdrawn);
  // A withdrawn figure's own label counts as well.
  const own = await seriesLabel(db, read);
  const { problems, label } = await checkRead(db, { figures: values, problems: [] }, { ...of, label: own });
  for (const { severity, row, message, messageEn } of problems) {
    const said = { zh: message, en: messageEn ?? message };
    if (severity === 'error') wrong.push({ field: row === null ? 'rows' : `rows.${row - 1}`, message: said });
  }
  if (wrong.length > 0) {
    const n = wrong.length;
    const said = { zh: `${n} 处有误`, en: n === 1 ? '1 thing is wrong' : `${n} things are wrong` };
    throw new Problem('correction_invalid', said, wrong);
  }
  return { figures: read, problems, label };
}

import type { FigureVersion } from '@dabiao/domain/figure';
import { findFigures, findFigureVersions } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import type { Table } from '@dabiao/workbook/table';

/** All versions of all figures, with source and caveat. */
export async function figureTable(db: Db): Promise<Table> {
  const indicators = new Map((await findIndicators(db)).map((indicator) => [indicator.id, indicator]));
  const regions = new Map((await findRegions(db)).map(({ code, name }) => [code, name]));
  return {
    columns: [
      'indicator',
      'indicator_name',
      'region',
      'region_name',
      'year',
      'version',
      'value',
      'unit',
      'status',
      'caveats',
      'note',
      'source_title',
      'source_publisher',
      'source_date',
      'source_address',
      'recorded_at',
      'demo',
    ],
    rows: (await findFigureVersions(db)).map((figure) => [
      figure.indicator,
      indicators.get(figure.indicator)?.name ?? '',
      figure.region,
      regions.get(figure.region) ?? '',
      figure.year,
      figure.version,
      figure.value,
      indicators.get(figure.indicator)?.unit ?? '',
      figure.status,
      figure.caveats.join(' '),
      figure.note,
      figure.source.title,
      figure.source.publisher,
      figure.source.date,
      figure.source.address,
      figure.recordedAt,
      figure.demo ? 1 : 0,
    ]),
  };
}

/** SDMX CL_OBS_STATUS: P provisional, E estimated, A normal (a revision is a normal value with a history). */
const OBS_STATUS: Record<FigureVersion['status'], string> = {
  preliminary: 'P',
  estimated: 'E',
  final: 'A',
  revised: 'A',
};

/** The figures that count, as SDMX-CSV 2.0 (SDMX 3.0 technical notes, section 4). */
export async function figureSdmx(db: Db): Promise<Table> {
  const units = new Map((await findIndicators(db)).map(({ id, unit }) => [id, unit]));
  return {
    columns: [
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'FREQ',
      'REF_AREA',
      'INDICATOR',
      'TIME_PERIOD',
      'OBS_VALUE',
      'UNIT_MEASURE',
      'OBS_STATUS',
      'OBS_COMMENT',
    ],
    rows: (await findFigures(db)).map((figure) => [
      'dataflow',
      'DABIAO:FIGURES(1.0.0)',
      'I',
      'A',
      figure.region,
      figure.indicator,
      figure.year,
      figure.value,
      units.get(figure.indicator) ?? '',
      OBS_STATUS[figure.status],
      figure.note,
    ]),
  };
}

import type { PublishedFigure } from '@dabiao/domain/catalogue';
import { decimalsOf } from '@dabiao/domain/decimal';
import type { CaveatKind } from '@dabiao/domain/figure';
import { convert, parseUnit } from '@dabiao/domain/unit';
import { checkDate } from './check-date.ts';
import type { CheckedFile } from './check-shape.ts';
import { checkValue } from './check-value.ts';
import type { FigureShape, FiguresFile } from './file-shapes.ts';
import type { Known } from './known.ts';
import { reportTwice } from './report-twice.ts';

/** Caveats with which a figure is not the final figure of a whole year. */
const NOT_FINAL = new Set<CaveatKind>(['part_year', 'at_least', 'at_most', 'expected']);

/** Published figures of one file of `figures/`, in the units of their indicators. */
export function readFigures(file: CheckedFile<FiguresFile>, known: Known): PublishedFigure[] {
  const { figures, left_out: leftOut = [] } = file.value;
  reportTwice(file, figures, figureKey, (index) => ['figures', index]);
  leftOut.forEach((figure, index) => {
    const field = (name: string) => ['left_out', index, name];
    checkValue(file, field('value'));
    checkRegion(file, field('region'), figure.region, known);
    checkDate(file, [...field('source'), 'date'], figure.source.date);
  });
  return figures.map((shape, index) => readFigure(file, index, shape, known));
}

/** What a figure is of: two published figures of one key would contradict each other. */
export function figureKey(figure: { indicator: string; region: string; year: number }): string {
  return `${figure.indicator} ${figure.region} ${figure.year}`;
}

function readFigure(file: CheckedFile<FiguresFile>, index: number, shape: FigureShape, known: Known): PublishedFigure {
  const field = (name: string) => ['figures', index, name];
  const written = checkValue(file, field('value'));
  checkRegion(file, field('region'), shape.region, known);
  checkDate(file, [...field('source'), 'date'], shape.source.date);
  const caveats = shape.caveats ?? [];
  if (caveats.length > 0 && shape.note === null) {
    file.report(field('note'), 'caveat_without_note', '有附加说明的数据应在 note 中写明缘由');
  }
  if (shape.status === 'final' && caveats.some((caveat) => NOT_FINAL.has(caveat))) {
    file.report(field('status'), 'final_with_caveat', '非年末数、上下限值和预计数不能标为 final（年报）');
  }
  const value = inIndicatorUnit(file, index, shape, known);
  return {
    indicator: shape.indicator,
    region: shape.region,
    year: shape.year,
    value,
    decimals: value === shape.value ? written : decimalsOf(value),
    status: shape.status,
    caveats,
    note: shape.note,
    quote: shape.quote,
    source: shape.source,
  };
}

function checkRegion(file: CheckedFile<FiguresFile>, field: (string | number)[], code: string, known: Known): void {
  if (known.regions && !known.regions.has(code)) {
    file.report(field, 'unknown_region', `地区“${code}”不在 regions.yaml 中`);
  }
}

function inIndicatorUnit(file: CheckedFile<FiguresFile>, index: number, shape: FigureShape, known: Known): number {
  const field = (name: string) => ['figures', index, name];
  if (!parseUnit(shape.unit)) {
    file.report(field('unit'), 'unknown_unit', `不认识单位“${shape.unit}”`);
    return shape.value;
  }
  const indicator = known.indicators?.get(shape.indicator);
  if (!indicator) {
    if (known.indicators) {
      file.report(field('indicator'), 'unknown_indicator', `指标“${shape.indicator}”不在 indicators.yaml 中`);
    }
    return shape.value;
  }
  const value = convert(shape.value, shape.unit, indicator.unit);
  if (value === null) {
    file.report(field('unit'), 'unit_mismatch', `“${shape.unit}”不能换算成指标的单位“${indicator.unit}”`);
    return shape.value;
  }
  if (indicator.naturalLimit !== null && value > indicator.naturalLimit) {
    file.report(field('value'), 'above_limit', `超过指标上限${indicator.naturalLimit}${indicator.unit}`);
  }
  return value;
}

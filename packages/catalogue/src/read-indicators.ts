import { type Indicator, NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import { parseUnit } from '@dabiao/domain/unit';
import type { CheckedFile } from './check-shape.ts';
import { checkValue } from './check-value.ts';
import type { IndicatorsFile } from './file-shapes.ts';
import { reportTwice } from './report-twice.ts';

/** Indicators of `indicators.yaml`: ids stand once, units are known, no name or alias means two indicators. */
export function readIndicators(file: CheckedFile<IndicatorsFile>): Indicator[] {
  const { indicators } = file.value;
  reportTwice(
    file,
    indicators,
    (indicator) => indicator.id,
    (index) => ['indicators', index, 'id'],
  );
  reportSharedNames(file);
  indicators.forEach(({ id }, index) => {
    if (id !== NARRATIVE_INDICATOR.id) return;
    file.report(['indicators', index, 'id'], 'duplicate_id', `指标编号“${id}”留给定性目标，请另取编号`);
  });
  return indicators.map((shape, index) => {
    const field = (name: string) => ['indicators', index, name];
    const unit = parseUnit(shape.unit);
    if (!unit) {
      file.report(field('unit'), 'unknown_unit', `不认识单位“${shape.unit}”，应为如 亿元、个、家、% 的单位`);
    } else if (shape.measure === 'share' && unit.dimension !== '%') {
      file.report(field('unit'), 'share_without_percent', `占比类指标的单位应为 %，现为“${shape.unit}”`);
    }
    if (shape.natural_limit !== null) checkValue(file, field('natural_limit'));
    return {
      id: shape.id,
      name: shape.name,
      nameEn: shape.name_en,
      unit: unit?.name ?? shape.unit,
      direction: shape.direction,
      measure: shape.measure,
      definition: shape.definition,
      aliases: shape.aliases,
      naturalLimit: shape.natural_limit,
    };
  });
}

/** A workbook says a name, not an id: a name must lead to one indicator. */
function reportSharedNames(file: CheckedFile<IndicatorsFile>): void {
  const owners = new Map([[NARRATIVE_INDICATOR.name, NARRATIVE_INDICATOR.id]]);
  file.value.indicators.forEach((indicator, index) => {
    const claim = (name: string, field: (string | number)[]) => {
      const owner = owners.get(name);
      if (owner !== undefined) {
        file.report(field, 'duplicate_id', `名称“${name}”已用于指标“${owner}”，一个名称只能指一个指标`);
      } else owners.set(name, indicator.id);
    };
    claim(indicator.name, ['indicators', index, 'name']);
    indicator.aliases.forEach((alias, at) => {
      claim(alias, ['indicators', index, 'aliases', at]);
    });
  });
}

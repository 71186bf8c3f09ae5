import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import type { Vocabulary } from '../src/read-sheets.ts';

function indicator(id: string, name: string, unit: string, aliases: string[] = []): Indicator {
  const measure = unit === '%' ? 'share' : 'flow';
  const naturalLimit = unit === '%' ? 100 : null;
  return { id, name, nameEn: null, unit, direction: 'more', measure, definition: null, aliases, naturalLimit };
}

function region(code: string, name: string, parent: string | null, aliases: string[] = []): Region {
  return { code, name, parent, aliases };
}

/** A small made-up catalogue with the traps of the real one: quotation marks, aliases, one name inside another. */
export const vocabulary: Vocabulary = {
  indicators: [
    indicator('industrial-output', '规上工业总产值', '亿元', ['工业总产值', '规模以上工业总产值']),
    indicator('revenue', '规上工业营业收入', '亿元', ['营业收入']),
    indicator('base-stations', '5G基站数', '个', ['5G基站']),
    indicator('green-factories', '省级以上绿色工厂', '家'),
    indicator('strong-share', '“四强”产业占比', '%', ['四强产业占比']),
    indicator('energy', '单位工业增加值能耗', '吨标准煤/万元'),
    indicator('housing', '商品房销售面积', '万平方米'),
    indicator('housing-homes', '商品房销售面积住宅', '万平方米'),
  ],
  regions: [
    region('370000', '山东省', null, ['山东']),
    region('370100', '济南市', '370000', ['Jinan']),
    region('371300', '临沂市', '370000', ['Linyi']),
    region('371311', '罗庄区', '371300'),
    region('371302', '兰山区', '371300'),
    region('370305', '临淄区', '370000'),
  ],
};

import type { Indicator } from '@dabiao/domain/indicator';
import type { Template, TemplateFigure, TemplateRow } from '../src/template.ts';

export const anIndicator = (more: Partial<Indicator> = {}): Indicator => ({
  id: '5g-base-stations',
  name: '5G基站数',
  nameEn: null,
  unit: '个',
  direction: 'more',
  measure: 'stock',
  definition: '年末已开通的5G基站数量。',
  aliases: [],
  naturalLimit: null,
  ...more,
});

export const aFigure = (more: Partial<TemplateFigure> = {}): TemplateFigure => ({
  value: 16_200,
  decimals: 0,
  status: 'final',
  caveats: [],
  ...more,
});

export const aRow = (indicator: Partial<Indicator> = {}, more: Partial<TemplateRow> = {}): TemplateRow => ({
  indicator: anIndicator(indicator),
  lastYear: null,
  thisYear: null,
  documents: ['“先进工业强市”实施意见'],
  ...more,
});

export const aTemplate = (rows: TemplateRow[], more: Partial<Template> = {}): Template => ({
  region: { code: '371300', name: '临沂市' },
  year: 2025,
  rows,
  asOf: '2026-06-30',
  demo: false,
  ...more,
});

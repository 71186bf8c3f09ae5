import { type BriefingModel, partOf, type TargetRow } from './model.ts';

/** A table of the briefing as rows of a workbook; numbers stay numbers. */
export interface BriefingTable {
  name: string;
  columns: string[];
  rows: (string | number | null)[][];
}

const WORDS = {
  zh: {
    cover: ['简报', '内容'],
    targets: [
      '类别',
      '指标',
      '目标',
      '目标值',
      '目标年份',
      '最新值',
      '数据年份',
      '单位',
      '数据说明',
      '完成率',
      '判断',
      '距目标',
      '距序时',
      '今后每年',
      '起算',
      '责任单位',
      '注',
    ],
    items: ['部分', '判断', '指标', '说明', '责任单位'],
    notes: ['注', '来源', '地址', '所用数据'],
    sheets: { cover: '简报', verdicts: '判断汇总', targets: '目标一览', items: '说明', notes: '数据来源' },
  },
  en: {
    cover: ['Briefing', 'Content'],
    targets: [
      'Group',
      'Indicator',
      'Target',
      'Target value',
      'Target year',
      'Latest value',
      'Year',
      'Unit',
      'Remark',
      'Completion',
      'Verdict',
      'Gap',
      'Off path',
      'Needed a year',
      'Base',
      'Responsible',
      'Notes',
    ],
    items: ['Part', 'Verdict', 'Indicator', 'Text', 'Responsible'],
    notes: ['Note', 'Source', 'Address', 'Figures'],
    sheets: { cover: 'Briefing', verdicts: 'Verdicts', targets: 'Targets', items: 'Texts', notes: 'Sources' },
  },
} as const;

function targetCells(heading: string, row: TargetRow): (string | number | null)[] {
  const { raw } = row;
  return [
    ...[heading, row.indicator, row.demand, raw.goal, raw.goalYear, raw.value, raw.year, raw.unit, row.valueNote],
    ...[raw.completion, row.word, row.gap, row.pathGap, row.pace, row.base, row.departments],
    row.sources.map((number) => `〔${number}〕`).join(''),
  ];
}

/** Everything of a briefing that is a table or a list, as sheets of a workbook. */
export function briefingTables(model: BriefingModel): BriefingTable[] {
  const words = WORDS[model.lang];
  const summary = partOf(model, 'summary');
  const notices = [model.label ?? null, model.notices.draft, model.notices.demo].filter((notice) => notice !== null);
  const cover: (string | null)[][] = [
    [model.title, model.subtitle],
    [model.head.number, model.dateWords],
    [model.head.issuer, null],
    ...notices.map((notice) => [notice, null]),
    ...(summary?.paragraphs ?? []).map((text) => [text, null]),
  ];
  const tables: BriefingTable[] = [{ name: words.sheets.cover, columns: [...words.cover], rows: cover }];
  if (summary?.verdicts) {
    const { columns, rows } = summary.verdicts;
    const cells = rows.map(({ heading, counts, total }) => [heading, ...counts, total]);
    tables.push({ name: words.sheets.verdicts, columns, rows: cells });
  }
  const table = partOf(model, 'table');
  if (table) {
    const rows = table.groups.flatMap((group) => group.rows.map((row) => targetCells(group.heading, row)));
    tables.push({ name: words.sheets.targets, columns: [...words.targets], rows });
  }
  const items = model.parts.flatMap((part) =>
    part.kind === 'items' || part.kind === 'missing'
      ? part.items.map(({ word, indicator, text, departments }) => [part.heading, word, indicator, text, departments])
      : [],
  );
  if (items.length > 0) tables.push({ name: words.sheets.items, columns: [...words.items], rows: items });
  const notes = partOf(model, 'notes')?.notes ?? [];
  if (notes.length > 0) {
    const rows = notes.map(({ number, source, address, figures }) => [number, source, address, figures.join('；')]);
    tables.push({ name: words.sheets.notes, columns: [...words.notes], rows });
  }
  return tables;
}

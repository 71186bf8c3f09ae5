import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../src/catalogue.ts';
import { problemLine } from '../src/problem.ts';
import { lineOf, SMALL, smallCatalogue } from './small-catalogue.ts';

const DOCUMENT = 'documents/xicheng.yaml';
const FIGURES = 'figures/published.yaml';

describe('a catalogue without fault', () => {
  const { catalogue, problems } = readCatalogue(smallCatalogue());

  it('has no problems and everything in it', () => {
    expect(problems).toEqual([]);
    expect(catalogue?.regions.map((region) => region.code)).toEqual(['990000', '990100']);
    expect(catalogue?.indicators.map((indicator) => indicator.id)).toEqual(['mills', 'revenue', 'water-share']);
    expect(catalogue?.targets).toHaveLength(4);
  });

  it('takes a goal without a number by its direction, and one in words as a narrative', () => {
    const text = SMALL[DOCUMENT] ?? '';
    const rising = text
      .replace('- { year: 2025, value: 38.0, wording: 38% }', '[]')
      .replace('comparator: approx', 'comparator: gt\n    method: direction_only');
    const goal =
      '{ id: xicheng-lead, clause: [二、任务], quote: 走在全省前列, departments: [{ name: 市水务局, role: lead }] }';
    const files = smallCatalogue().map((file) =>
      file.path === DOCUMENT ? { ...file, text: `${rising}narratives:\n  - ${goal}\n` } : file,
    );
    const read = readCatalogue(files);
    expect(read.problems).toEqual([]);
    expect(read.catalogue?.targets[3]).toMatchObject({ milestones: [], method: 'direction_only', comparator: 'gt' });
    expect(read.catalogue?.targets[4]).toMatchObject({
      id: 'xicheng-lead',
      kind: 'narrative',
      indicator: 'narrative',
      milestones: [],
      quote: '走在全省前列',
      departments: [{ name: '市水务局', role: 'lead' }],
    });
    expect(read.catalogue?.indicators.at(-1)?.id).toBe('narrative');
  });

  it('gives the outline in the order of the text', () => {
    expect(catalogue?.clauses).toEqual([
      { document: 'xicheng', path: ['一、目标'], position: 1 },
      { document: 'xicheng', path: ['一、目标', '（一）规模'], position: 2 },
      { document: 'xicheng', path: ['二、任务'], position: 3 },
    ]);
  });

  it('gives a target complete, with what the file leaves out made explicit', () => {
    expect(catalogue?.targets[1]).toEqual({
      id: 'xicheng-mills-again',
      document: 'xicheng',
      region: '990100',
      indicator: 'mills',
      kind: 'level',
      comparator: 'range',
      qualifier: null,
      milestones: [{ year: 2026, value: 35000, valueMax: 40000, wording: '3.5万—4万个' }],
      everyYear: false,
      period: { from: 2022, to: 2026 },
      baseline: null,
      clause: ['二、任务'],
      quote: '建成磨坊3.5万—4万个',
      departments: [],
      notes: null,
      restates: 'xicheng-mills',
      method: null,
      tolerance: null,
      pathShape: 'straight',
      scheduleCuts: null,
    });
  });

  it('converts figures into the unit of the indicator and keeps the decimals written', () => {
    expect(catalogue?.figures[0]).toMatchObject({ value: 12500, decimals: 0, caveats: ['part_year'] });
    expect(catalogue?.figures[1]).toMatchObject({ value: 30, decimals: 1, caveats: [] });
  });

  it('is the same whatever the order of the files', () => {
    expect(readCatalogue(smallCatalogue().reverse())).toEqual(readCatalogue(smallCatalogue()));
  });
});

/** One fault each: file, what stands there, what is put in its place, the code, the field. */
const FAULTS: [what: string, file: string, from: string, to: string, code: string, field: string][] = [
  ['unknown field', DOCUMENT, 'issuer: null', 'issuer: null\nprinter: x', 'unknown_field', 'printer'],
  ['misspelt field', DOCUMENT, 'qualifier: 左右', 'qualifyer: 左右', 'unknown_field', 'targets[3].qualifyer'],
  ['prototype key', DOCUMENT, 'issuer: null', 'issuer: null\n__proto__: { id: x }', 'unknown_field', '__proto__'],
  ['constructor key', DOCUMENT, 'issuer: null', 'issuer: null\nconstructor: 1', 'unknown_field', 'constructor'],
  ['merge key', DOCUMENT, 'issuer: null', 'issuer: null\n<<: { id: x }', 'unknown_field', '<<'],
  ['missing field', DOCUMENT, 'draft: false\n', '', 'missing_field', 'draft'],
  ['number for text', DOCUMENT, "region: '990100'", 'region: 990100', 'wrong_type', 'region'],
  ['text for number', DOCUMENT, 'value: 20000', "value: '20000'", 'wrong_type', 'targets[0].milestones[0].value'],
  ['null for number', DOCUMENT, 'value: 20000', 'value: null', 'wrong_type', 'targets[0].milestones[0].value'],
  ['not a number', DOCUMENT, 'value: 20000', 'value: .nan', 'wrong_type', 'targets[0].milestones[0].value'],
  ['half a year', DOCUMENT, 'year: 2024,', 'year: 2024.5,', 'wrong_type', 'targets[0].milestones[0].year'],
  ['unknown kind', DOCUMENT, 'kind: level', 'kind: height', 'unknown_word', 'targets[0].kind'],
  [
    'annual flow without every year',
    DOCUMENT,
    'kind: level',
    'kind: annual_flow',
    'missing_field',
    'targets[0].every_year',
  ],
  ['unknown comparator', DOCUMENT, 'comparator: gte', 'comparator: ge', 'unknown_word', 'targets[0].comparator'],
  ['no role', DOCUMENT, ', role: lead', '', 'missing_field', 'targets[0].departments[0].role'],
  ['unknown role', DOCUMENT, 'role: lead', 'role: boss', 'unknown_word', 'targets[0].departments[0].role'],
  ['empty quote', DOCUMENT, 'quote: 建成磨坊3.5万—4万个', "quote: ''", 'empty', 'targets[1].quote'],
  ['no milestones', DOCUMENT, '- { year: 2025, value: 38.0, wording: 38% }', '[]', 'empty', 'targets[3].milestones'],
  [
    'a narrative of another document',
    DOCUMENT,
    'targets:\n',
    'narratives:\n  - { id: lead, clause: [二、任务], quote: 走在前列, departments: [] }\ntargets:\n',
    'id_prefix',
    'narratives[0].id',
  ],
  [
    'a narrative under no clause',
    DOCUMENT,
    'targets:\n',
    'narratives:\n  - { id: xicheng-lead, clause: [三、保障], quote: 走在前列, departments: [] }\ntargets:\n',
    'clause_not_in_outline',
    'narratives[0].clause',
  ],
  [
    'a narrative with the id of a target',
    DOCUMENT,
    'targets:\n',
    'narratives:\n  - { id: xicheng-water, clause: [二、任务], quote: 走在前列, departments: [] }\ntargets:\n',
    'duplicate_id',
    'targets[3].id',
  ],
  [
    'a narrative with a value',
    DOCUMENT,
    'targets:\n',
    'narratives:\n  - { id: xicheng-lead, clause: [二、任务], quote: 前列, departments: [], unit: 个 }\ntargets:\n',
    'unknown_field',
    'narratives[0].unit',
  ],
  ['a target that is a narrative', DOCUMENT, 'kind: level', 'kind: narrative', 'unknown_word', 'targets[0].kind'],
  ['the id of narratives', 'indicators.yaml', 'id: revenue', 'id: narrative', 'duplicate_id', 'indicators[1].id'],
  ['the name of narratives', 'indicators.yaml', '磨坊营业收入', '定性目标', 'duplicate_id', 'indicators[1].name'],
  ['blank at the end', DOCUMENT, 'title: 溪城市磨坊振兴行动计划', "title: '计划 '", 'bad_format', 'title'],
  ['not a day', DOCUMENT, 'issued_on: 2022-03-01', 'issued_on: 2022年3月', 'bad_format', 'issued_on'],
  ['no such day', DOCUMENT, 'issued_on: 2022-03-01', 'issued_on: 2022-02-30', 'bad_date', 'issued_on'],
  ['year out of reach', DOCUMENT, 'period: { from: 2022,', 'period: { from: 22,', 'out_of_range', 'period.from'],
  ['period backwards', DOCUMENT, 'from: 2022, to: 2026', 'from: 2027, to: 2026', 'period_order', 'period'],
  ['valid before effective', DOCUMENT, 'valid_to: 2026', 'valid_to: 2020', 'period_order', 'valid_to'],
  ['unknown region', DOCUMENT, "region: '990100'", "region: '990200'", 'unknown_region', 'region'],
  ['unknown indicator', DOCUMENT, 'indicator: mills', 'indicator: wells', 'unknown_indicator', 'targets[0].indicator'],
  ['unknown unit', DOCUMENT, 'unit: 倍', 'unit: 斤两', 'unknown_unit', 'targets[2].unit'],
  ['other unit', DOCUMENT, 'unit: 倍', 'unit: 亿元', 'unit_mismatch', 'targets[2].unit'],
  ['share in pieces', DOCUMENT, 'kind: level', 'kind: share', 'share_without_percent', 'targets[0].unit'],
  ['id of another document', DOCUMENT, 'id: xicheng-water', 'id: water', 'id_prefix', 'targets[3].id'],
  ['id not of the file', DOCUMENT, 'id: xicheng\n', 'id: xi\n', 'id_prefix', 'id'],
  ['same id twice', DOCUMENT, 'id: xicheng-water', 'id: xicheng-mills', 'duplicate_id', 'targets[3].id'],
  ['clause twice', DOCUMENT, 'heading: 二、任务', 'heading: 一、目标', 'duplicate_id', 'outline[1].heading'],
  [
    'clause unknown',
    DOCUMENT,
    'clause: [二、任务]',
    'clause: [三、保障]',
    'clause_not_in_outline',
    'targets[1].clause',
  ],
  [
    'clause not from the top',
    DOCUMENT,
    '[一、目标, （一）规模]',
    '[（一）规模]',
    'clause_not_in_outline',
    'targets[0].clause',
  ],
  [
    'milestone too late',
    DOCUMENT,
    'year: 2025',
    'year: 2027',
    'milestone_outside_period',
    'targets[3].milestones[0].year',
  ],
  ['milestones backwards', DOCUMENT, 'year: 2024,', 'year: 2026,', 'milestone_order', 'targets[0].milestones[1].year'],
  [
    'one of two without year',
    DOCUMENT,
    'year: 2024,',
    'year: null,',
    'milestone_without_year',
    'targets[0].milestones[0].year',
  ],
  ['range without max', DOCUMENT, 'value_max: 40000, ', '', 'range_without_max', 'targets[1].milestones[0].value_max'],
  [
    'range backwards',
    DOCUMENT,
    'value_max: 40000',
    'value_max: 35000',
    'range_order',
    'targets[1].milestones[0].value_max',
  ],
  [
    'max without range',
    DOCUMENT,
    'comparator: range',
    'comparator: gte',
    'max_without_range',
    'targets[1].milestones[0].value_max',
  ],
  [
    'value not the wording',
    DOCUMENT,
    'value: 20000',
    'value: 2000',
    'quantity_mismatch',
    'targets[0].milestones[0].value',
  ],
  [
    'max not the wording',
    DOCUMENT,
    'value_max: 40000',
    'value_max: 45000',
    'quantity_mismatch',
    'targets[1].milestones[0].value_max',
  ],
  [
    'wording unreadable',
    DOCUMENT,
    'wording: 翻一番',
    'wording: 一番',
    'quantity_unreadable',
    'targets[2].milestones[0].wording',
  ],
  [
    'wording not in the quote',
    DOCUMENT,
    'quote: 水力占比达到38%左右',
    'quote: 水力占比左右',
    'wording_not_in_quote',
    'targets[3].milestones[0].wording',
  ],
  [
    'qualifier not in the quote',
    DOCUMENT,
    'qualifier: 左右',
    'qualifier: 以上',
    'qualifier_not_in_quote',
    'targets[3].qualifier',
  ],
  [
    'no baseline',
    DOCUMENT,
    'baseline: { year: 2021, value: 12.5 }\n    ',
    '',
    'baseline_missing',
    'targets[2].baseline',
  ],
  [
    'baseline after the target',
    DOCUMENT,
    'baseline: { year: 2021',
    'baseline: { year: 2026',
    'baseline_order',
    'targets[2].baseline.year',
  ],
  [
    'too many digits',
    DOCUMENT,
    'value: 12.5',
    'value: 12.34567890123456',
    'value_too_precise',
    'targets[2].baseline.value',
  ],
  [
    'restates nothing',
    DOCUMENT,
    'restates: xicheng-mills',
    'restates: xicheng-wells',
    'unknown_target',
    'targets[1].restates',
  ],
  [
    'restates itself',
    DOCUMENT,
    'restates: xicheng-mills',
    'restates: xicheng-mills-again',
    'unknown_target',
    'targets[1].restates',
  ],
  [
    'restates another quantity',
    DOCUMENT,
    'restates: xicheng-mills',
    'restates: xicheng-revenue',
    'restates_chain',
    'targets[1].restates',
  ],
  [
    'department twice',
    DOCUMENT,
    '- { name: 市水务局, role: lead }',
    '- { name: 甲, role: lead }\n      - { name: 甲, role: lead }',
    'duplicate_id',
    'targets[0].departments[1]',
  ],
  ['field twice', DOCUMENT, 'draft: false', 'draft: false\ndraft: true', 'duplicate_field', 'draft'],
  ['region twice', 'regions.yaml', "code: '990100'", "code: '990000'", 'duplicate_id', 'regions[1].code'],
  ['region in nowhere', 'regions.yaml', "parent: '990000'", "parent: '980000'", 'unknown_region', 'regions[1].parent'],
  ['region in itself', 'regions.yaml', 'parent: null', "parent: '990100'", 'region_cycle', 'regions[0].parent'],
  ['indicator twice', 'indicators.yaml', 'id: revenue', 'id: mills', 'duplicate_id', 'indicators[1].id'],
  [
    'alias of another',
    'indicators.yaml',
    'aliases: []',
    'aliases: [磨坊数]',
    'duplicate_id',
    'indicators[1].aliases[0]',
  ],
  ['indicator unit', 'indicators.yaml', 'unit: 亿元', 'unit: 亿圆', 'unknown_unit', 'indicators[1].unit'],
  [
    'unit named like a method',
    'indicators.yaml',
    'unit: 亿元',
    'unit: constructor',
    'unknown_unit',
    'indicators[1].unit',
  ],
  [
    'share measure',
    'indicators.yaml',
    'measure: stock',
    'measure: share',
    'share_without_percent',
    'indicators[0].unit',
  ],
  ['unknown caveat', FIGURES, '[part_year]', '[half_year]', 'unknown_word', 'figures[0].caveats[0]'],
  ['caveat twice', FIGURES, '[part_year]', '[part_year, part_year]', 'duplicate_item', 'figures[0].caveats'],
  ['caveat without words', FIGURES, 'note: 截至9月', 'note: null', 'caveat_without_note', 'figures[0].note'],
  ['final part of a year', FIGURES, 'status: preliminary', 'status: final', 'final_with_caveat', 'figures[0].status'],
  [
    'figure of no indicator',
    FIGURES,
    'indicator: mills',
    'indicator: wells',
    'unknown_indicator',
    'figures[0].indicator',
  ],
  ['figure of no region', FIGURES, "region: '990100'", "region: '990200'", 'unknown_region', 'figures[0].region'],
  ['figure in another unit', FIGURES, 'unit: 万个', 'unit: 万元', 'unit_mismatch', 'figures[0].unit'],
  ['figure in no unit', FIGURES, 'unit: 万个', 'unit: 筐', 'unknown_unit', 'figures[0].unit'],
  ['share above 100', FIGURES, 'value: 30.0', 'value: 130.0', 'above_limit', 'figures[1].value'],
  [
    'address that is a script',
    FIGURES,
    'https://example.org/a',
    'javascript:alert(1)',
    'bad_format',
    'figures[0].source.address',
  ],
  ['month 13', FIGURES, 'date: 2022-10', 'date: 2022-13', 'bad_date', 'figures[0].source.date'],
  ['hexadecimal', FIGURES, 'value: 1.25', 'value: 0x1F', 'bad_format', 'figures[0].value'],
];

describe('each fault is named with file, line, field and what is expected', () => {
  it.each(FAULTS)('%s', (_what, file, from, to, code, field) => {
    const { catalogue, problems } = readCatalogue(smallCatalogue(file, from, to));
    expect(catalogue).toBeNull();
    const found = problems.find((problem) => problem.code === code && problem.field === field);
    expect(found, problems.map((problem) => `${problem.code} ${problemLine(problem)}`).join('\n')).toBeDefined();
    expect(found?.file).toBe(file);
    expect(found?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ['comparator: approx', 'comparator: approx', 'kind: share', 'targets[3].comparator'],
    ['comparator: gt', 'comparator: gt', 'kind: cumulative_increment', 'targets[3].kind'],
  ])('no value and %s says no direction', (_what, comparator, kind, field) => {
    const text = (SMALL[DOCUMENT] ?? '')
      .replace('- { year: 2025, value: 38.0, wording: 38% }', '[]')
      .replace('comparator: approx', `${comparator}\n    method: direction_only`)
      .replace('kind: share', kind);
    const files = smallCatalogue().map((file) => (file.path === DOCUMENT ? { ...file, text } : file));
    const unclear = readCatalogue(files).problems.filter(({ code }) => code === 'direction_unclear');
    expect(unclear.map((problem) => problem.field)).toEqual([field]);
  });

  it('and with the line in the text', () => {
    const line = (from: string, to: string, file = DOCUMENT) =>
      readCatalogue(smallCatalogue(file, from, to)).problems.map((problem) => problem.line);
    expect(line('kind: share', 'kind: part')).toEqual([lineOf(DOCUMENT, 'kind: share')]);
    expect(line('qualifier: 左右', 'qualifier: 以上')).toEqual([lineOf(DOCUMENT, 'qualifier: 左右')]);
    expect(line('value: 38.0', 'value: 39')).toEqual([lineOf(DOCUMENT, 'value: 38.0')]);
    // A missing field is told at the item that lacks it, an unknown one at itself.
    expect(line("    unit: '%'\n", '')).toEqual([lineOf(DOCUMENT, 'id: xicheng-water')]);
    expect(line('unit: 万个', 'unite: 万个', FIGURES)).toContain(lineOf(FIGURES, 'unit: 万个'));
  });

  it('tells several at once, in the order of the files and lines', () => {
    const files = smallCatalogue(DOCUMENT, "region: '990100'", "region: '990200'").map((file) =>
      file.path === DOCUMENT ? { ...file, text: file.text.replace('value: 38.0', 'value: 39') } : file,
    );
    expect(readCatalogue(files).problems.map((problem) => problem.code)).toEqual([
      'unknown_region',
      'quantity_mismatch',
    ]);
  });
});

describe('files', () => {
  const codes = (files: { path: string; text: string }[]) => readCatalogue(files).problems.map(({ code }) => code);

  it('that must be there are missed, and nothing else is blamed for it', () => {
    const without = (path: string) => smallCatalogue().filter((file) => file.path !== path);
    expect(codes(without('regions.yaml'))).toEqual(['file_missing']);
    expect(codes(without('indicators.yaml'))).toEqual(['file_missing']);
    expect(codes([])).toEqual(['file_missing', 'file_missing']);
  });

  it('that nobody knows are named', () => {
    const extra = (path: string) => codes([...smallCatalogue(), { path, text: '' }]);
    expect(extra('documents/notes.txt')).toEqual(['file_unknown']);
    expect(extra('documents/deep/er.yaml')).toEqual(['file_unknown']);
    expect(extra('../regions.yaml')).toEqual(['file_unknown']);
    expect(extra('regions.yaml')).toContain('file_twice');
  });

  it('with the same target or the same figure are told apart', () => {
    const again = SMALL[DOCUMENT]?.replaceAll('xicheng', 'xi') ?? '';
    const twin = again.replace('id: xi-water', 'id: xicheng-water');
    const files = [...smallCatalogue(), { path: 'documents/xi.yaml', text: twin }];
    expect(codes(files)).toContain('duplicate_id');
    const more = [...smallCatalogue(), { path: 'figures/more.yaml', text: SMALL[FIGURES] ?? '' }];
    expect(codes(more)).toEqual(['duplicate_id', 'duplicate_id']);
  });
});

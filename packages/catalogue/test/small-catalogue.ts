import type { CatalogueFile } from '../src/yaml-text.ts';

/** A small catalogue of an invented place, without a fault; the tests put one in. */
export const SMALL: Record<string, string> = {
  'regions.yaml': `regions:
  - { code: '990000', name: 云岭省, parent: null, aliases: [云岭] }
  - { code: '990100', name: 溪城市, parent: '990000', aliases: [] }
`,
  'indicators.yaml': `indicators:
  - id: mills
    name: 磨坊数
    name_en: Mills
    unit: 个
    direction: more
    measure: stock
    definition: null
    aliases: [磨坊数量]
    natural_limit: null
  - id: revenue
    name: 磨坊营业收入
    name_en: null
    unit: 亿元
    direction: more
    measure: flow
    definition: 全年营业收入。
    aliases: []
    natural_limit: null
  - id: water-share
    name: 水力占比
    name_en: null
    unit: '%'
    direction: more
    measure: share
    definition: null
    aliases: []
    natural_limit: 100
`,
  'documents/xicheng.yaml': `id: xicheng
title: 溪城市磨坊振兴行动计划
short_title: 磨坊振兴计划
number: null
issuer: null
region: '990100'
issued_on: 2022-03-01
effective_from: 2022-04-01
valid_to: 2026-12-31
period: { from: 2022, to: 2026 }
draft: false
outline:
  - heading: 一、目标
    clauses:
      - heading: （一）规模
  - heading: 二、任务
targets:
  - id: xicheng-mills
    indicator: mills
    kind: level
    comparator: gte
    qualifier: 以上
    unit: 个
    milestones:
      - { year: 2024, value: 20000, wording: 2万个 }
      - { year: 2026, value: 35000, wording: 3.5万个 }
    clause: [一、目标, （一）规模]
    quote: 到2024年磨坊达到2万个以上，到2026年达到3.5万个以上
    departments:
      - { name: 市水务局, role: lead }
  - id: xicheng-mills-again
    indicator: mills
    kind: level
    comparator: range
    qualifier: null
    unit: 个
    milestones:
      - { year: 2026, value: 35000, value_max: 40000, wording: 3.5万—4万个 }
    clause: [二、任务]
    quote: 建成磨坊3.5万—4万个
    departments: []
    restates: xicheng-mills
  - id: xicheng-revenue
    indicator: revenue
    kind: multiple_of_baseline
    comparator: gte
    qualifier: null
    unit: 倍
    milestones:
      - { year: 2026, value: 2, wording: 翻一番, year_inferred: true }
    baseline: { year: 2021, value: 12.5 }
    clause: [二、任务]
    quote: 营业收入比2021年翻一番
    departments: []
  - id: xicheng-water
    indicator: water-share
    kind: share
    comparator: approx
    qualifier: 左右
    unit: '%'
    milestones:
      - { year: 2025, value: 38.0, wording: 38% }
    clause: [二、任务]
    quote: 水力占比达到38%左右
    departments: []
`,
  'figures/published.yaml': `figures:
  - indicator: mills
    region: '990100'
    year: 2022
    value: 1.25
    unit: 万个
    status: preliminary
    caveats: [part_year]
    note: 截至9月
    quote: null
    source: { title: 溪城日报, publisher: null, date: 2022-10, address: 'https://example.org/a' }
  - indicator: water-share
    region: '990100'
    year: 2022
    value: 30.0
    unit: '%'
    status: final
    note: null
    quote: null
    source: { title: 统计公报, publisher: 溪城市统计局, date: '2023', address: null }
left_out:
  - name: 磨坊数
    region: '990100'
    year: 2021
    value: 9000
    unit: 个
    reason: 半年数
    source: { title: 溪城日报, publisher: null, date: null, address: null }
`,
};

/** The small catalogue as files, with one text in one file replaced (`from` must stand in it). */
export function smallCatalogue(path?: string, from = '', to = ''): CatalogueFile[] {
  if (path !== undefined && !SMALL[path]?.includes(from)) throw new Error(`not in ${path}: ${from}`);
  return Object.entries(SMALL).map(([name, text]) => ({
    path: name,
    text: name === path ? text.replace(from, () => to) : text,
  }));
}

/** 1-based line of the first place of `text` in a file of the small catalogue. */
export function lineOf(path: string, text: string): number {
  const at = SMALL[path]?.indexOf(text) ?? -1;
  return (SMALL[path] ?? '').slice(0, at).split('\n').length;
}

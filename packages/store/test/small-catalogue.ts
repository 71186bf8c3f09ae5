import type { Catalogue } from '@dabiao/domain/catalogue';
import type { Target } from '@dabiao/domain/target';

const TARGET: Target = {
  id: 'east-stations',
  document: 'east',
  region: '990100',
  indicator: 'stations',
  kind: 'level',
  comparator: 'gte',
  qualifier: '以上',
  milestones: [{ year: 2025, value: 1000, wording: '1000个' }],
  everyYear: false,
  period: { from: 2022, to: 2025 },
  baseline: { year: 2021, value: 500 },
  clause: ['一、目标'],
  quote: '到2025年，基站达到1000个以上',
  departments: [
    { name: '市工信局', role: 'lead' },
    { name: '市大数据局', role: 'responsible' },
  ],
  notes: null,
  restates: null,
  method: null,
  tolerance: null,
};

/** A made-up catalogue: two regions, one document, two targets, one published figure. */
export const smallCatalogue = (): Catalogue => ({
  regions: [
    { code: '990101', name: '东一区', parent: '990100', aliases: [] },
    { code: '990100', name: '东市', parent: null, aliases: ['东'] },
  ],
  indicators: [
    {
      id: 'stations',
      name: '基站数',
      nameEn: 'Base stations',
      unit: '个',
      direction: 'more',
      measure: 'stock',
      definition: null,
      aliases: ['基站'],
      naturalLimit: null,
    },
    {
      id: 'share',
      name: '占比',
      nameEn: null,
      unit: '%',
      direction: 'more',
      measure: 'share',
      definition: null,
      aliases: [],
      naturalLimit: 100,
    },
  ],
  documents: [
    {
      id: 'east',
      title: '东市行动计划',
      shortTitle: '东市计划',
      number: null,
      issuer: null,
      region: '990100',
      issuedOn: '2022-01-01',
      effectiveFrom: null,
      validTo: null,
      period: { from: 2022, to: 2025 },
      draft: false,
      notes: null,
    },
  ],
  clauses: [{ document: 'east', path: ['一、目标'], position: 0 }],
  targets: [
    TARGET,
    {
      ...TARGET,
      id: 'east-share',
      indicator: 'share',
      kind: 'share',
      milestones: [{ year: 2025, value: 45.5 }],
      baseline: { year: 2021, value: 39.7 },
    },
  ],
  figures: [
    {
      indicator: 'share',
      region: '990100',
      year: 2022,
      value: 41,
      decimals: 1,
      status: 'final',
      caveats: [],
      note: null,
      source: { title: '公报', publisher: '统计局', date: '2023', address: null },
      quote: null,
    },
  ],
});

/** A catalogue as a folder of seeds would give it. */
export const seedsOf = (catalogue: Catalogue) => ({ hash: JSON.stringify(catalogue), read: async () => catalogue });

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '@dabiao/domain/catalogue';
import { isCounted, isNarrative, type Milestone, type Target } from '@dabiao/domain/target';
import { parseUnit } from '@dabiao/domain/unit';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findQuote } from '../src/find-quote.ts';
import { problemLine } from '../src/problem.ts';
import { readSeedsFolder } from '../src/seeds-folder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const texts = `${root}../shared/seeds/`;
const published = `${root}../shared/figures/published.json`;

/** The text of each document, by the first characters of its file's name. */
const TEXTS: Record<string, string> = { linzi: '000_', zibo: '001_', linyi: '002_', luozhuang: '003_', jinan: '004_' };

let catalogue: Catalogue;
beforeAll(async () => {
  const read = await readSeedsFolder(`${root}seeds`);
  expect(read.problems.map(problemLine)).toEqual([]);
  if (!read.catalogue) throw new Error('no catalogue');
  catalogue = read.catalogue;
});

const brief = (milestones: readonly Milestone[]) =>
  milestones.map(({ year, value, valueMax }) =>
    [year, valueMax === undefined ? value : `${value}–${valueMax}`].join(' '),
  );

const POWERS: Record<string, number> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };
const FACTOR_OF_UNIT: Record<string, number> = { 亿元: 1e8, 万元: 1e4 };

/** Every number a sentence says, written out: 1万亿 is 1e12, 千亿 1e11, 38% 38, 翻一番 2, 全部 100. */
function numbersOf(quote: string): Set<number> {
  const digits = [...quote.matchAll(/(\d+(?:\.\d+)?)\s*([十百千万亿]*)/g)];
  const magnitudes = [...quote.matchAll(/(?<!\d)()([百千万亿]+)/g)];
  const said = [...digits, ...magnitudes].flatMap(([, number, powers]) => {
    const plain = Number(number || '1');
    // The unit word may have been left to a later number (3—5亿元), so the bare one is said, too.
    return [plain, [...(powers ?? '')].reduce((product, power) => product * (POWERS[power] ?? 1), plain)];
  });
  if (/翻一?番|倍增/.test(quote)) said.push(2);
  if (/全部|全覆盖/.test(quote)) said.push(100);
  return new Set(said.map((value) => Number(value.toPrecision(12))));
}

/** A milestone's value as the sentence would write it out: 亿元 and 万元 in 元, mu and the rest as they are. */
function inBaseUnits(value: number, target: Target): number {
  const judged = ['growth_vs_baseline', 'reduction_vs_baseline', 'growth_rate', 'multiple_of_baseline'];
  const unit = catalogue.indicators.find(({ id }) => id === target.indicator)?.unit ?? '';
  const factor = judged.includes(target.kind) ? 1 : (FACTOR_OF_UNIT[unit] ?? 1);
  return Number((value * factor).toPrecision(12));
}

/** Read by hand from the texts: what must be there and right, whatever else is. */
const DEMANDS: [id: string, indicator: string, kind: string, comparator: string, ...milestones: string[]][] = [
  ['linzi-four-strong-share', 'four-strong-value-added-share', 'share', 'approx', '2021 38', '2025 45'],
  ['linzi-new-materials-output', 'new-materials-output', 'level', 'gte', '2025 800'],
  ['linzi-intelligent-equipment-output', 'intelligent-equipment-output', 'level', 'gte', '2025 500'],
  ['linzi-new-medicine-output', 'new-medicine-output', 'level', 'gte', '2025 300'],
  ['linzi-electronic-information-output', 'electronic-information-output', 'level', 'gte', '2025 200'],
  ['zibo-leading-equipment-share', 'advantaged-enterprises-leading-equipment-share', 'share', 'gte', '2025 80'],
  ['zibo-two-integration-index', 'two-integration-index', 'level', 'approx', '2025 75'],
  ['linyi-industrial-output', 'industrial-output', 'level', 'gt', '2026 10000'],
  ['linyi-5g-base-stations', '5g-base-stations', 'level', 'gte', '2026 20000'],
  ['linyi-green-factories', 'municipal-green-factories', 'level', 'gte', '2026 100'],
  ['linyi-local-production-share', 'local-production-share', 'share', 'gte', '2026 47'],
  ['linyi-industrial-value-added-share', 'industrial-value-added-gdp-share', 'share', 'gte', '2026 39'],
  ['linyi-high-tech-output-share', 'high-tech-output-share', 'share', 'gte', '2026 52'],
  ['linyi-energy-intensity', 'above-scale-energy-intensity', 'reduction_vs_baseline', 'gte', '2026 6'],
  ['linyi-industrial-tax-doubling', 'industrial-tax', 'multiple_of_baseline', 'gte', '2026 2'],
  ['linyi-industrial-tax', 'industrial-tax', 'level', 'gt', '2026 500'],
  ['linyi-high-tech-enterprises-net-increase', 'high-tech-enterprises-net-increase', 'annual_flow', 'gte', ' 180'],
  ['linyi-little-giants', 'national-little-giants', 'cumulative_increment', 'gte', '2026 15'],
  ['luozhuang-above-scale-output', 'above-scale-industrial-output', 'level', 'eq', '2017 560', '2018 650', '2019 800'],
  ['luozhuang-industrial-investment', 'industrial-investment', 'level', 'eq', '2017 150', '2018 170', '2019 200'],
  [
    'luozhuang-leading-industries-share',
    'leading-industries-output-share',
    'share',
    'gte',
    '2017 45',
    '2018 55',
    '2019 65',
  ],
  [
    'luozhuang-upgraded-enterprises-share',
    'upgraded-traditional-enterprises-share',
    'share',
    'gte',
    '2017 60',
    '2018 75',
    '2019 90',
  ],
  ['luozhuang-tech-incubated-enterprises', 'tech-incubated-enterprises', 'annual_flow', 'range', ' 15–20'],
  ['jinan-above-scale-revenue', 'above-scale-industrial-revenue', 'level', 'gt', '2025 10000'],
  ['jinan-5g-base-stations', '5g-base-stations', 'level', 'gte', '2025 60000'],
  ['jinan-provincial-green-factories', 'provincial-green-factories', 'level', 'gte', '2025 40'],
  ['jinan-municipal-green-factories', 'municipal-green-factories', 'level', 'gte', '2025 300'],
  ['jinan-green-supply-chain-enterprises', 'municipal-green-supply-chain-enterprises', 'level', 'gte', '2025 50'],
  ['jinan-green-industrial-parks', 'municipal-green-industrial-parks', 'level', 'gte', '2025 30'],
  ['jinan-digital-economy-share', 'digital-economy-gdp-share', 'share', 'gte', '2025 50'],
  ['jinan-digital-core-share', 'digital-core-value-added-gdp-share', 'share', 'gte', '2025 20'],
  ['jinan-software-revenue', 'software-service-revenue', 'level', 'gte', '2025 6000'],
  ['jinan-electronics-revenue', 'electronics-manufacturing-revenue', 'level', 'gte', '2025 2000'],
  ['jinan-above-scale-enterprises', 'above-scale-industrial-enterprises', 'level', 'gt', '2025 3000'],
  ['jinan-high-tech-enterprises', 'high-tech-enterprises', 'level', 'gt', '2025 8000'],
  ['jinan-tech-smes', 'tech-smes', 'level', 'gt', '2025 10000'],
  ['jinan-standard-racks', 'standard-racks-in-use', 'level', 'gte', '2025 110000'],
  ['jinan-advanced-manufacturing-share', 'advanced-manufacturing-revenue-share', 'share', 'approx', '2025 67'],
  ['linzi-connected-vehicle-park-area', 'connected-vehicle-park-area', 'level', 'gte', '2025 15000'],
  ['linzi-outstanding-enterprises-output', 'outstanding-enterprises-output', 'multiple_of_baseline', 'gte', '2023 2'],
  ['zibo-innovation-masters', 'incoming-innovation-masters', 'cumulative_increment', 'gte', '2025 1000'],
  ['linyi-new-gazelles-2022', 'provincial-gazelles', 'cumulative_increment', 'gte', '2022 20'],
  ['linyi-quality-enterprises-over-1bn', 'fifty-quality-enterprises-over-1bn-share', 'share', 'eq', '2026 100'],
  ['linyi-5g-coverage', '5g-coverage', 'share', 'eq', '2026 100'],
  ['linyi-leading-industries-per-county', 'leading-industries-per-county', 'level', 'range', '2026 1–2'],
  ['luozhuang-illegal-capacity-closed', 'illegal-capacity-closed-share', 'share', 'eq', '2017 100'],
  ['luozhuang-chain-strengthening-pool', 'chain-strengthening-pool-projects', 'annual_flow', 'gte', ' 200'],
  ['luozhuang-guarantee-fund', 'guarantee-fund-size', 'level', 'gte', '2019 3'],
  ['jinan-park-investment-lead', 'park-investment-growth-lead', 'level', 'range', ' 3–5'],
  ['jinan-special-funds', 'industrial-special-funds', 'annual_flow', 'gte', ' 50'],
  ['linyi-low-tax-enterprises-cleared', 'low-tax-enterprises-cleared-share', 'share', 'eq', '2022 40', '2026 100'],
  ['linyi-low-efficiency-land-share', 'below-scale-low-efficiency-land-share', 'share', 'lt', '2022 30', '2026 10'],
  ['linyi-quality-enterprises-output', 'fifty-quality-enterprises-output', 'level', 'gte', '2023 900', '2026 1600'],
  ['jinan-industrial-value-added-share-rising', 'industrial-value-added-gdp-share', 'share', 'gt'],
  ['jinan-above-scale-enterprises-growing', 'above-scale-industrial-enterprises', 'level', 'gt'],
  ['jinan-park-concentration-rising', 'park-leading-industry-concentration', 'share', 'gt'],
  ['jinan-manufacturing-financing-cost-falling', 'manufacturing-financing-cost', 'level', 'lt'],
  ['zibo-advanced-capacity-share-rising', 'advanced-capacity-share', 'share', 'gt'],
];

describe('the seeded catalogue', () => {
  it.each(DEMANDS)('%s', (id, indicator, kind, comparator, ...milestones) => {
    const target = catalogue.targets.find((one) => one.id === id);
    expect(target).toMatchObject({ indicator, kind, comparator });
    expect(brief(target?.milestones ?? [])).toEqual(milestones);
  });

  it('names departments with the roles of the paragraph', () => {
    const departments = (id: string) =>
      catalogue.targets.find((one) => one.id === id)?.departments.map(({ name, role }) => `${role} ${name}`);
    expect(departments('jinan-5g-base-stations')).toEqual(['responsible 市工业和信息化局', 'responsible 市大数据局']);
    expect(departments('luozhuang-leading-industries-share')).toEqual([
      'lead 区经信局',
      'responsible 领导小组其他成员单位',
    ]);
    expect(departments('jinan-above-scale-revenue')).toEqual([]);
  });

  it('knows the baselines that the texts give', () => {
    const baseline = (id: string) => catalogue.targets.find((one) => one.id === id)?.baseline;
    expect(baseline('linyi-local-production-share')).toEqual({ year: 2021, value: 39.7 });
    expect(baseline('linyi-industrial-tax-doubling')).toEqual({ year: 2021, value: null });
    expect(baseline('jinan-energy-intensity')).toEqual({ year: 2020, value: null });
    expect(baseline('linyi-5g-base-stations')).toBeNull();
  });

  it('links what a document says again and counts it once', () => {
    const again = catalogue.targets.filter((target) => target.restates !== null);
    expect(again.map((target) => [target.restates, ...brief(target.milestones)].join(' '))).toEqual([
      'linzi-new-materials-output 2025 800',
      'linzi-intelligent-equipment-output 2025 500',
      'linzi-new-medicine-output 2025 300',
      'linzi-electronic-information-output 2025 200',
      'luozhuang-industrial-parks 2019 3',
    ]);
  });

  it('never shows a bound, a part of a year or an expectation as a plain final figure', () => {
    const words = /突破|余|多个|超过|截至|上半年|月|预计|左右/;
    for (const figure of catalogue.figures) {
      const plain = figure.status === 'final' && figure.caveats.length === 0;
      expect(plain && words.test(figure.note ?? ''), `${figure.indicator} ${figure.region} ${figure.year}`).toBe(false);
    }
  });

  it('has a value in every target that is not judged by direction only or told in words', () => {
    const without = catalogue.targets.filter(({ milestones }) => milestones.length === 0);
    for (const target of without) {
      expect(isNarrative(target) || target.method === 'direction_only', target.id).toBe(true);
    }
    for (const target of catalogue.targets.filter(isNarrative)) expect(target.milestones, target.id).toEqual([]);
  });

  it('knows the goals in words of each document, and counts none of them', () => {
    const words = (document: string) =>
      catalogue.targets.filter((one) => one.document === document && isNarrative(one)).map(({ quote }) => quote);
    expect(words('jinan')).toContain('新型数字基础设施建设和两化融合水平走在全国前列');
    expect(words('jinan')).toContain('产业基础高级化、产业链现代化水平不断增强');
    expect(words('jinan')).toContain('保持制造业贷款比重基本稳定');
    expect(words('zibo')).toContain('产业发展质量和效益走在全省前列');
    expect(words('zibo')).toContain('智能制造产业生态链基本形成');
    expect(words('linyi')).toContain('企业上市数量进入全省第一方阵');
    expect(words('linzi').length).toBeGreaterThan(0);
    expect(words('luozhuang').length).toBeGreaterThan(0);
    expect(catalogue.targets.filter(isNarrative).some(isCounted)).toBe(false);
  });

  it('finds every number of a milestone in its quote, 万, 亿 and % written out', () => {
    const missing = catalogue.targets.flatMap((target) => {
      const said = numbersOf(target.quote);
      return target.milestones
        .flatMap(({ value, valueMax }) => (valueMax === undefined ? [value] : [value, valueMax]))
        .filter((value) => !said.has(inBaseUnits(value, target)))
        .map((value) => `${target.id} ${value}`);
    });
    expect(missing).toEqual([]);
  });

  it('is one target where one indicator is demanded in several years', () => {
    // “力争五年左右的时间过千亿元”: a year inferred, another comparing word and beyond the period of the document.
    const apart = ['luozhuang-above-scale-output-2021'];
    const seen = new Set<string>();
    for (const target of catalogue.targets) {
      if (!isCounted(target) || target.milestones.length === 0 || apart.includes(target.id)) continue;
      const { document, region, indicator, kind, baseline } = target;
      const key = JSON.stringify([document, region, indicator, kind, baseline?.year]);
      expect(seen.has(key), target.id).toBe(false);
      seen.add(key);
    }
  });

  it('has a unit, a direction and a definition for every indicator', () => {
    for (const { id, unit, direction, definition } of catalogue.indicators) {
      expect(parseUnit(unit) !== null || id === 'narrative', id).toBe(true);
      expect(['more', 'less'], id).toContain(direction);
      expect(definition ?? '', id).not.toBe('');
    }
  });

  it('has no two indicators with the same meaning', () => {
    const plain = (name: string) =>
      name
        .normalize('NFKC')
        .replace(/[\s“”"'‘’（）()、，,·]/g, '')
        .replace(/^(?:全市|全区|全省)/, '')
        .replaceAll('规上', '规模以上')
        .replaceAll('占GDP比重', '占生产总值比重')
        .replace(/(?:数量|总数|数)$/, '')
        .toLowerCase();
    const owners = new Map<string, string>();
    for (const { id, unit, name, aliases } of catalogue.indicators) {
      for (const key of new Set([name, ...aliases].map((each) => `${plain(each)} ${unit}`))) {
        expect([key, owners.get(key) ?? id]).toEqual([key, id]);
        owners.set(key, id);
      }
    }
  });

  it('uses every indicator', () => {
    const used = new Set([...catalogue.targets, ...catalogue.figures].map(({ indicator }) => indicator));
    expect(catalogue.indicators.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

function textOf(document: string): string {
  const name = readdirSync(texts).find((file) => file.startsWith(TEXTS[document] ?? '?'));
  if (!name) throw new Error(`no text of ${document}`);
  return readFileSync(`${texts}${name}`, 'utf8');
}

/** A text without white space, and the places in it where a line begins. */
function squeezed(text: string): { text: string; starts: Set<number> } {
  const starts = new Set<number>();
  let out = '';
  for (const line of text.split('\n')) {
    starts.add(out.length);
    out += line.replace(/\s/g, '');
  }
  return { text: out, starts };
}

/** Where each clause of a document begins in its squeezed text; each heading begins a line, in order. */
function clausePlaces(document: string): { path: string; start: number }[] {
  const { text, starts } = squeezed(textOf(document));
  let from = 0;
  return catalogue.clauses
    .filter((clause) => clause.document === document)
    .map(({ path }) => {
      const heading = (path.at(-1) ?? '').replace(/\s/g, '');
      let start = text.indexOf(heading, from);
      while (start >= 0 && !starts.has(start)) start = text.indexOf(heading, start + 1);
      expect(start, `${document}: ${path.join(' / ')}`).toBeGreaterThanOrEqual(from);
      from = start + heading.length;
      return { path: JSON.stringify(path), start };
    });
}

const NUMBERED = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．]\s*[^\d\s]|——|专栏\d)/;

const here = existsSync(texts);
describe.skipIf(!here)(`against the texts${here ? '' : ' (left out: ../shared/seeds is not there)'}`, () => {
  const documents = Object.keys(TEXTS);

  it.each(documents)('%s: every quote stands in the text once, under its clause', (document) => {
    const text = textOf(document);
    const places = clausePlaces(document);
    for (const target of catalogue.targets.filter((one) => one.document === document)) {
      const found = findQuote(text, target.quote);
      if (typeof found === 'string') throw new Error(`${target.id}: ${found}`);
      // Two sentences may differ in nothing but their white space, so the place is counted in the text itself.
      const at = squeezed(text.slice(0, found.start)).text.length;
      const under = places.findLast((place) => place.start <= at);
      expect(under?.path, target.id).toBe(JSON.stringify(target.clause));
    }
  });

  it.each(documents)('%s: every numbered heading of the text is in the outline', (document) => {
    const lines = textOf(document)
      .split('\n')
      .filter((line) => NUMBERED.test(line));
    const headings = lines.map((line) => (line.split('。')[0] ?? '').trim());
    const outline = catalogue.clauses.filter((clause) => clause.document === document).map(({ path }) => path.at(-1));
    expect(outline.filter((heading) => NUMBERED.test(heading ?? ''))).toEqual(headings);
  });
});

interface Given {
  region_code: string;
  indicator: string;
  year: number;
  value: number;
  source: { title: string };
}

const figuresHere = existsSync(published);
describe.skipIf(!figuresHere)(
  `against the published figures${figuresHere ? '' : ' (left out: ../shared/figures is not there)'}`,
  () => {
    it('accounts for each of them: taken, or left out with the reason', () => {
      const key = (region: string, year: number, value: number, title: string) => `${region} ${year} ${value} ${title}`;
      const given: Given[] = JSON.parse(readFileSync(published, 'utf8'));
      const file: { left_out: (Given & { region: string })[] } = parse(
        readFileSync(`${root}seeds/figures/published.yaml`, 'utf8'),
      );
      const accounted = [...catalogue.figures, ...file.left_out];
      expect(accounted.map((one) => key(one.region, one.year, one.value, one.source.title)).sort()).toEqual(
        given.map((one) => key(one.region_code, one.year, one.value, one.source.title)).sort(),
      );
    });
  },
);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '@dabiao/domain/catalogue';
import type { Measure } from '@dabiao/domain/measure';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../src/catalogue.ts';
import { findQuote } from '../src/find-quote.ts';
import { problemLine } from '../src/problem.ts';
import { readSeedsFolder } from '../src/seeds-folder.ts';
import { smallCatalogue } from './small-catalogue.ts';

const FILE = 'measures/xicheng.yaml';

/** Two measures of the small catalogue's document, without a fault. */
const MEASURES = `document: xicheng
measures:
  - id: xicheng-new-mill
    clause: [二、任务]
    beneficiary: 磨坊
    purpose: 新建
    form: grant
    amount: { value: 110, unit: 万元 }
    per: once
    level: 省级
    quote: 对新建的省级磨坊给予一次性110万元奖励
    departments: [{ name: 市水务局, role: lead }]
  - id: xicheng-wheel
    clause: [一、目标, （一）规模]
    beneficiary: 磨坊
    purpose: 更换水轮
    form: subsidy
    share: { percent: 12.5, of: 投资额, at_most: true }
    ceiling: { value: 30, unit: 万元, of: 补助 }
    years: { from: 2, count: 3 }
    level: null
    quote: 按不超过投资额的12.5%给予补助，最高30万元
    departments: []
    notes: 自第二年起。
`;

function read(from = '', to = '') {
  if (!MEASURES.includes(from)) throw new Error(`not there: ${from}`);
  return readCatalogue([...smallCatalogue(), { path: FILE, text: MEASURES.replace(from, () => to) }]);
}

describe('a file of measures', () => {
  it('is read whole, with what it leaves out made explicit', () => {
    const { catalogue, problems } = read();
    expect(problems).toEqual([]);
    expect(catalogue?.measures[1]).toEqual({
      id: 'xicheng-wheel',
      document: 'xicheng',
      clause: ['一、目标', '（一）规模'],
      beneficiary: '磨坊',
      purpose: '更换水轮',
      form: 'subsidy',
      amount: null,
      share: { percent: 12.5, of: '投资额', atMost: true },
      ceiling: { value: 30, unit: '万元', of: '补助' },
      per: null,
      years: { from: 2, count: 3 },
      level: null,
      quote: '按不超过投资额的12.5%给予补助，最高30万元',
      departments: [],
      notes: '自第二年起。',
    });
  });

  it.each([
    ['unknown field', 'per: once', 'every: once', 'unknown_field', 'measures[0].every'],
    ['unknown form', 'form: grant', 'form: gift', 'unknown_word', 'measures[0].form'],
    ['level left open', '    level: null\n', '', 'missing_field', 'measures[1].level'],
    ['nothing paid', 'value: 110', 'value: 0', 'out_of_range', 'measures[0].amount.value'],
    ['more than all', 'percent: 12.5', 'percent: 125', 'out_of_range', 'measures[1].share.percent'],
    ['part of a number', 'value: 110', 'value: 10', 'wording_not_in_quote', 'measures[0].amount.value'],
    ['another share', 'percent: 12.5', 'percent: 2.5', 'wording_not_in_quote', 'measures[1].share.percent'],
    ['another ceiling', 'value: 30', 'value: 35', 'wording_not_in_quote', 'measures[1].ceiling.value'],
    ['of something else', 'of: 投资额', 'of: 保费', 'wording_not_in_quote', 'measures[1].share.of'],
    ['ceiling of what', 'of: 补助', 'of: 奖金', 'wording_not_in_quote', 'measures[1].ceiling.of'],
    ['no unit', 'unit: 万元 }\n    per', 'unit: 筐 }\n    per', 'unknown_unit', 'measures[0].amount.unit'],
    ['no money', 'unit: 万元 }\n    per', 'unit: 万个 }\n    per', 'unit_mismatch', 'measures[0].amount.unit'],
    ['hexadecimal', 'value: 110', 'value: 0x6E', 'bad_format', 'measures[0].amount.value'],
    ['clause unknown', '[二、任务]', '[三、保障]', 'clause_not_in_outline', 'measures[0].clause'],
    ['id of another document', 'xicheng-wheel', 'wheel', 'id_prefix', 'measures[1].id'],
    ['same id twice', 'xicheng-wheel', 'xicheng-new-mill', 'duplicate_id', 'measures[1].id'],
    ['not of the file', 'document: xicheng', 'document: xi', 'id_prefix', 'document'],
    ['no such document', 'document: xicheng', 'document: xi', 'unknown_document', 'document'],
  ])('with a fault says where: %s', (_what, from, to, code, field) => {
    const { catalogue, problems } = read(from, to);
    expect(catalogue).toBeNull();
    const found = problems.find((problem) => problem.code === code && problem.field === field);
    expect(found, problems.map((problem) => `${problem.code} ${problemLine(problem)}`).join('\n')).toBeDefined();
    expect(found?.file).toBe(FILE);
    expect(found?.line).toBeGreaterThan(field === 'document' ? 0 : 2);
  });

  it('says what number is expected', () => {
    const { problems } = read('value: 110', 'value: 0');
    expect(problems.map(({ message }) => message)).toEqual(['超出范围，应大于0']);
  });

  it('is not blamed for a document that cannot be read', () => {
    const broken = smallCatalogue('documents/xicheng.yaml', 'draft: false\n', '');
    const { problems } = readCatalogue([...broken, { path: FILE, text: MEASURES }]);
    expect(problems.map(({ file }) => file)).toEqual(['documents/xicheng.yaml']);
  });
});

const root = fileURLToPath(new URL('../../../', import.meta.url));
const texts = `${root}../shared/seeds/`;

let catalogue: Catalogue;
beforeAll(async () => {
  const seeds = await readSeedsFolder(`${root}seeds`);
  if (!seeds.catalogue) throw new Error(seeds.problems.map(problemLine).join('\n'));
  catalogue = seeds.catalogue;
});

const of = (document: string): Measure[] => catalogue.measures.filter((measure) => measure.document === document);

/** What a measure pays, as one line: amount, share, ceiling, time. */
function payment({ amount, share, ceiling, per, years }: Measure): string {
  return [
    amount ? `${amount.value}${amount.unit}` : null,
    share ? `${share.atMost ? '≤' : ''}${share.percent}% ${share.of ?? '?'}` : null,
    ceiling ? `≤${ceiling.value}${ceiling.unit} ${ceiling.of}` : null,
    per,
    years ? `${years.from}+${years.count}` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

describe('the measures of the seeds', () => {
  // Read by hand from the texts.
  it.each([
    ['linzi-first-of-kind-insurance-reward', 'grant', '30% 保费; ≤50万元 一次性奖励; once'],
    ['linzi-industrial-internet-matching', 'matching', '30% 企业实际获得市级财政资金; once'],
    ['linzi-smart-workshop', 'grant', '10万元; once'],
    ['linzi-provincial-centre', 'grant', '200万元; once'],
    ['linzi-provincial-centre-research', 'subsidy', '50万元; year; 2+3'],
    ['linzi-national-centre-research', 'subsidy', '100万元; year; 2+3'],
    ['linzi-provincial-innovation-model', 'grant', '30万元; once'],
    ['linzi-generic-drug-evaluation', 'other', ''],
    ['zibo-technical-renovation', 'subsidy', '≤10% 第三方机构审核的实际设备(软件)投资额; ≤500万元 补助'],
    ['zibo-provincial-platform', 'grant', '≤50万元 奖励'],
    ['zibo-green-factory', 'subsidy', '100万元; enterprise'],
    ['zibo-first-of-kind-insurance', 'insurance', '20% ?; ≤100万元 配套保险补偿'],
    ['zibo-first-of-kind-product', 'grant', '50万元; ≤300万元 同一企业年度奖励金额'],
    ['zibo-military-standards', 'grant', '30万元; standard'],
    ['zibo-champion-matching', 'matching', '≤20% 省级奖励'],
    ['zibo-standards-reward', 'grant', ''],
  ])('%s: %s %s', (id, form, paid) => {
    const measure = catalogue.measures.find((one) => one.id === id);
    expect([measure?.form, measure && payment(measure)]).toEqual([form, paid]);
  });

  it('split sentences that treat two levels differently', () => {
    const pairs = of('linzi').filter(({ quote }) => quote.includes('技术创新示范企业'));
    expect(pairs.map(({ level, amount }) => `${level} ${amount?.value}`)).toEqual(['国家级 100', '省级 30']);
  });
});

const WORDS = {
  linzi: ['000_', '\n三、政策措施\n', '\n四、保障机制\n'],
  zibo: ['001_', '\n二、重点任务\n', null],
} as const;

/** The text of a document, and the part of it that holds its measures. */
function textOf(document: keyof typeof WORDS): { text: string; part: string } {
  const [prefix, from, to] = WORDS[document];
  const name = readdirSync(texts).find((file) => file.startsWith(prefix));
  const text = readFileSync(`${texts}${name}`, 'utf8');
  return { text, part: text.slice(text.indexOf(from), to === null ? undefined : text.indexOf(to)) };
}

const here = existsSync(texts);
describe.skipIf(!here)(`measures against the texts${here ? '' : ' (left out: ../shared/seeds is not there)'}`, () => {
  const documents = ['linzi', 'zibo'] as const;

  it.each(documents)(
    '%s: every quote stands in the text once, in the paragraph of its clause, in order',
    (document) => {
      const { text } = textOf(document);
      let last = 0;
      for (const { id, quote, clause } of of(document)) {
        const found = findQuote(text, quote);
        if (typeof found === 'string') throw new Error(`${id}: ${found}`);
        const lines = text.slice(0, found.start).split('\n');
        const heading = clause.at(-1) ?? '?';
        const under = lines.at(-1)?.startsWith(heading) || lines.at(-2)?.startsWith(heading);
        expect([id, under, found.start >= last]).toEqual([id, true, true]);
        last = found.start;
      }
    },
  );

  it.each(documents)('%s: every sum and share of the text is a measure’s, once', (document) => {
    const written = [...textOf(document).part.matchAll(/\d+(?:\.\d+)?(?:万元|%)/g)].map(([words]) => words);
    const entered = of(document).flatMap(({ amount, share, ceiling }) => [
      ...(amount ? [`${amount.value}${amount.unit}`] : []),
      ...(share ? [`${share.percent}%`] : []),
      ...(ceiling ? [`${ceiling.value}${ceiling.unit}`] : []),
    ]);
    expect(entered.toSorted()).toEqual(written.toSorted());
    expect(written.length).toBe({ linzi: 25, zibo: 23 }[document]);
  });

  it.each(documents)('%s: every sentence that promises something is quoted', (document) => {
    const quotes = of(document).map(({ quote }) => quote);
    const promises = textOf(document)
      .part.split(/[。;；\n]/)
      .filter((sentence) => /给予|予以(?:奖补|加分)|择优|奖励|补贴|优先推荐/.test(sentence));
    const open = promises.filter(
      (sentence) => !quotes.some((quote) => sentence.includes(quote) || quote.includes(sentence)),
    );
    expect(open).toEqual([]);
  });

  it.each(documents)('%s: departments are those the paragraph names', (document) => {
    const { text } = textOf(document);
    for (const { id, clause, departments } of of(document)) {
      const line = text.split('\n').find((one) => one.startsWith(clause.at(-1) ?? '?')) ?? '';
      const named = departments.filter(({ name }) => line.includes(name.replace(/管委会$/, '')));
      expect([id, named.length]).toEqual([id, departments.length]);
      const responsible = /责任单位:([^)]*)/.exec(line)?.[1];
      if (responsible) expect([id, departments.length]).not.toEqual([id, 0]);
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Target } from '@dabiao/domain/target';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSeedsFolder } from '../src/seeds-folder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const texts = `${root}../shared/seeds/`;

/** Why a number of a text is no demand, for all documents: dates, numbers of documents, headings, names. */
const NO_DEMAND: RegExp[] = [
  /\d{4}(?:—\d{4})? ?年(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
  /〔\d{4}〕\d+号/g,
  /^\s*(?:专栏\d+\s|\d+[.．](?!\d))/gm,
  /5G|1\+N/g,
  /(?:世界|中国|国内)500强/g,
];

/** The same for one document, by the first characters of its file's name; each must be needed. */
const OF_DOCUMENT: Record<string, { file: string; noDemand: [why: string, words: RegExp][] }> = {
  linzi: {
    file: '000_',
    noDemand: [
      ['a chemical', /1,2\/1,3-丙二醇/g],
      ['the classes of a plan', /划分[^，]*企业跨越发展梯次/g],
      ['who is in a plan', /13家企业列入|23家优秀企业/g],
      ['name of a plan or an action', /倍增(?:行动|计划)/g],
      ['policy measures, not targets', /\n三、政策措施\n[\s\S]*\n四、保障机制\n/g],
    ],
  },
  zibo: {
    file: '001_',
    noDemand: [
      ['policy measures, not targets', /不超过\d+%|给予20%的配套保险补偿|\d+万元/g],
      ['a standard', /ISO9000/g],
      ['name of a project or a policy', /“1\+1伙伴计划”|人才金政37条/g],
    ],
  },
  linyi: {
    file: '002_',
    noDemand: [
      ['what the work is built around', /27个重点链条、68家“链主”企业/g],
      ['name of a plan or a platform', /《临沂市递进培育50家优质工业企业实施方案》|“3\+N”/g],
    ],
  },
  luozhuang: {
    file: '003_',
    noDemand: [
      ['name of a strategy', /中国制造2025/g],
      ['the heading of what follows', /“4\+3”/g],
      ['a way of trading', /O2O|B2C|C2B/g],
      [
        'conditions for a single enterprise',
        /(?:骨干型标准|成长型标准|小微型培育目标|个性化定制企业条件|科技型企业条件)：[^。]*。/g,
      ],
      ['a field that the list is open to', /生产领域物联网全覆盖/g],
    ],
  },
  jinan: {
    file: '004_',
    noDemand: [
      ['a way of thinking or working', /“12345”|“[34]个1”/g],
      ['name of a plan, an action or a list', /强基倍增|企业倍增发展|规模与效益倍增计划|企业上市倍增行动/g],
      ['what the work is built around', /10个标志性产业链群/g],
      ['a kind of land use', /M0政策/g],
    ],
  },
};

/** Numbers, and the words that stand for one. */
const NUMBERS = /\d+(?:\.\d+)?|全部|全覆盖|翻一番|翻两番|倍增/g;

interface Span {
  start: number;
  end: number;
}

function spansOf(text: string, words: RegExp): Span[] {
  return [...text.matchAll(words)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const within = (spans: readonly Span[], { start, end }: Span) =>
  spans.some((span) => span.start <= start && end <= span.end);

let targets: Target[] = [];
beforeAll(async () => {
  targets = (await readSeedsFolder(`${root}seeds`)).catalogue?.targets ?? [];
});

const here = existsSync(texts);
describe.skipIf(!here)(`every number of the texts${here ? '' : ' (left out: ../shared/seeds is not there)'}`, () => {
  it.each(Object.keys(OF_DOCUMENT))('%s: is in the quote of a target, or is no demand', (document) => {
    const { file, noDemand } = OF_DOCUMENT[document] ?? { file: '?', noDemand: [] };
    const name = readdirSync(texts).find((one) => one.startsWith(file));
    const text = readFileSync(`${texts}${name}`, 'utf8');
    const quoted = targets
      .filter((target) => target.document === document)
      .map(({ quote }) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
    const common = NO_DEMAND.flatMap((words) => spansOf(text, words));
    const open = spansOf(text, NUMBERS).filter((number) => !within(quoted, number) && !within(common, number));
    const own = noDemand.flatMap(([, words]) => spansOf(text, words));
    const around = ({ start, end }: Span) => text.slice(Math.max(0, start - 15), end + 15);
    expect(open.filter((number) => !within(own, number)).map(around)).toEqual([]);
    const idle = noDemand.filter(([, words]) => !open.some((number) => within(spansOf(text, words), number)));
    expect(idle.map(([why]) => why)).toEqual([]);
  });
});

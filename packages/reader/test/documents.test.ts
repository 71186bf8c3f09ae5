import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/read-policy.ts';
import { shown } from './shown.ts';

const NOTICE = `临山市人民政府办公室
关于印发临山市制造业提升三年行动计划（2023—2025年）的通知
临政办发〔2023〕8号

各县区人民政府，市政府各部门：
现将行动计划印发给你们，请认真贯彻执行。
一、发展基础
2022年，规模以上工业企业达到900家，产值突破1500亿元。
二、主要目标
到2025年，实现以下目标：
——规模壮大。规模以上工业企业达到1200家。
——创新增强。研发投入强度达到2.5%以上。
三、重点任务
（一）培育龙头。每年新增上市公司2家以上，产值50亿元以上的企业达到10家。对首次上规企业给予10万元奖励。（责任单位：市工信局、市财政局）
（二）壮大集群。规模以上工业企业达到1200家。
牵头部门：市发展改革委；责任部门：市科技局、市商务局等。
本计划自2023年3月1日起施行，有效期至2025年12月31日。
临山市人民政府办公室
2023年2月10日`;

describe('a whole document', () => {
  const { candidates, measures, document, outline } = readPolicy(NOTICE);

  it('says of itself', () => {
    expect(document).toMatchObject({
      number: '临政办发〔2023〕8号',
      issuer: '临山市人民政府办公室',
      issuedOn: '2023-02-10',
      effectiveFrom: '2023-03-01',
      validTo: '2025-12-31',
      region: '临山市',
      period: { from: 2023, to: 2025 },
      draft: false,
    });
    expect(document.title).toContain('制造业提升三年行动计划');
  });

  it('is put under its headings', () => {
    expect(outline).toEqual([
      ['一、发展基础'],
      ['二、主要目标'],
      ['三、重点任务'],
      ['三、重点任务', '（一）培育龙头'],
      ['三、重点任务', '（二）壮大集群'],
    ]);
  });

  it('gives its targets and nothing that is reached already', () => {
    expect(candidates.map(shown)).toEqual([
      '1200 家 2025 gte',
      '2.5 % 2025 gte',
      '2 家 - gte!',
      '10 家 2025 gte',
      '1200 家 2025 gte',
    ]);
  });

  it('marks years taken from the lead-in or the title', () => {
    expect(candidates.map(({ milestones }) => milestones[0]?.yearInferred ?? false)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('links what it says again instead of doubling it', () => {
    expect(candidates.map(({ restates }) => restates)).toEqual([undefined, undefined, undefined, undefined, 0]);
  });

  it('gives the departments of each clause', () => {
    expect(candidates[0]?.departments).toEqual([]);
    expect(candidates[2]?.departments).toEqual([
      { name: '市工信局', role: 'responsible' },
      { name: '市财政局', role: 'responsible' },
    ]);
    expect(candidates[4]?.departments.map(({ name, role }) => `${role} ${name}`)).toEqual([
      'lead 市发展改革委',
      'responsible 市科技局',
      'responsible 市商务局',
    ]);
  });

  it('keeps subsidies apart', () => {
    expect(measures.map(({ amounts }) => amounts)).toEqual([['10万元']]);
  });

  it('gives the reasons', () => {
    for (const { reasons, confidence } of candidates) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('tables', () => {
  const values = (text: string) => readPolicy(text).candidates.map(shown);

  it('with tabs give a target for each row, with its baseline', () => {
    const text =
      '表1\n序号\t指标名称\t单位\t2020年\t2025年\t属性\n1\t工业产值\t亿元\t300\t≥800\t预期性\n2\t规上企业数\t家\t520\t1000左右\t预期性';
    expect(values(text)).toEqual(['800 亿元 2025 gte', '1000 家 2025 approx']);
    expect(readPolicy(text).candidates[0]?.baseline).toEqual({ year: 2020, value: 300 });
  });

  it('with a cell on each line are put together again, merged first cells too', () => {
    const text =
      '类别\n指标名称\n单位\n2020年\n2025年\n规模\n工业总产值\n亿元\n3000\n5000\n规上企业数\n家\n520\n1000\n创新\n研发投入强度\n%\n2.1\n3';
    expect(values(text)).toEqual(['5000 亿元 2025 gte', '1000 家 2025 gte', '3 % 2025 gte']);
  });
});

describe('other writing', () => {
  it('reads Traditional letters and quotes them as they are', () => {
    const text = '到2025年，全市5G基站數達到3萬個，規模以上工業企業突破2200家，農產品加工產業總產值實現2000億元以上。';
    const { candidates } = readPolicy(text);
    expect(candidates.map(shown)).toEqual(['30000 个 2025 gte', '2200 家 2025 gt', '2000 亿元 2025 gte']);
    expect(candidates[0]?.quote).toContain('數達到3萬個');
  });

  it('reads years in words', () => {
    expect(readPolicy('到二〇二五年，5G基站达到2万个。').candidates.map(shown)).toEqual(['20000 个 2025 gte']);
  });

  it('reads on over page numbers in the middle of a sentence', () => {
    const text = '到2025年，全市规模以上工业企业数量和质量同步提升，力争企业总数突破\n— 12 —\n2200家，形成发展新格局。';
    expect(readPolicy(text).candidates.map(shown)).toEqual(['2200 家 2025 gt']);
  });

  it('gives the same answer each time', () => {
    expect(readPolicy(NOTICE)).toEqual(readPolicy(NOTICE));
  });
});

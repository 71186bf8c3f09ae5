import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/read-policy.ts';
import { SENTENCES as POLICY_SENTENCES } from './sentences.ts';
import { SENTENCES_OF_DEEDS } from './sentences-of-deeds.ts';
import { SENTENCES_OF_THINGS } from './sentences-of-things.ts';
import { SENTENCES_OF_TIME } from './sentences-of-time.ts';
import { shown } from './shown.ts';

const SENTENCES = [...POLICY_SENTENCES, ...SENTENCES_OF_TIME, ...SENTENCES_OF_THINGS, ...SENTENCES_OF_DEEDS];

describe('sentences of policy documents', () => {
  it.each(SENTENCES.map(([source, text, expected]) => [`${source}：${text.slice(0, 24)}`, text, expected] as const))(
    '%s',
    (_, text, expected) => {
      expect(readPolicy(text).candidates.map(shown).toSorted()).toEqual([...expected].toSorted());
    },
  );
});

describe('kinds', () => {
  it.each([
    ['2026年，新增省级夜校30所、社区书屋20家以上。', ['cumulative_increment', 'cumulative_increment']],
    [
      '2026年，新增农产品地理标志8个，“青禾味道”门店（直营）15个以上。',
      ['cumulative_increment', 'cumulative_increment'],
    ],
    ['到2026年，新增省级夜校30所，社区书屋总数达到200家。', ['cumulative_increment', 'level']],
    [
      '2026年，新增康养床位300张、护理站20家，失能老人无人照护动态清零。',
      ['cumulative_increment', 'cumulative_increment', 'level'],
    ],
    ['青禾市2026年工作计划\n建成充电桩800个，推动人均预期寿命达到81岁。', ['cumulative_increment', 'level']],
    ['2026年，三县重点建成粮食烘干中心6个以上。', ['cumulative_increment']],
    ['到2026年，海洋研究院新引进科研团队10个以上。', ['cumulative_increment']],
    ['每年规模以上工业增加值增幅高于全省平均水平2-3个百分点。', ['level']],
    ['到2026年，城镇化率比2023年提高3个百分点。', ['growth_vs_baseline']],
  ])('%s', (text, kinds) => {
    expect(readPolicy(text).candidates.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('names', () => {
  it.each([
    ['到2026年，培育百亿级企业10家、五十亿级20家、十亿级100家以上。', ['百亿级企业', '五十亿级企业', '十亿级企业']],
    ['到2026年，建成市级以上绿色工厂50家（其中国家级10家）。', ['市级以上绿色工厂', '国家级绿色工厂']],
    ['到2026年，培育省级绿色园区20家，其中国家级5家。', ['省级绿色园区', '国家级绿色园区']],
    ['到2026年，新认定高新技术企业90家，总数达到800家。', ['新认定高新技术企业', '高新技术企业']],
    ['青禾茶产业规模年均增速达20%，到2026年达到500亿元。', ['青禾茶产业规模增速', '青禾茶产业规模']],
    ['到2026年，完成技改投资200亿元，带动全市技改投资增长15%。', ['完成技改投资', '技改投资']],
    [
      '到2026年，管理数字化普及率、关键工序数控化率和设计工具普及率分别达85%、70%、90%。',
      ['管理数字化普及率', '关键工序数控化率', '设计工具普及率'],
    ],
    ['到2026年，对工业企业，每年实施改造1000家。', ['改造']],
    ['保证我市信息填报及时率达到100%。', ['信息填报及时率']],
    ['青禾市2026年任务\n规上工业增加值：增长8%\n• 绿色工厂20家', ['规上工业增加值', '绿色工厂']],
    ['到2026年，获批全国重点实验室3家，指导新增特级企业5家。', ['全国重点实验室', '新增特级企业']],
    ['到2026年，建设20个覆盖各学段的名师工作室。', ['覆盖各学段的名师工作室']],
    [
      '到2025年，常规天然气、页岩气产量分别达到50亿立方米、135亿立方米，PM2.5、臭氧浓度分别下降10%、5%。',
      ['常规天然气产量', '页岩气产量', 'PM2.5浓度', '臭氧浓度'],
    ],
    [
      '到2025年，GDP、工业增加值分别增长8%、9%，风电、光伏装机容量均达到100万千瓦。',
      ['GDP', '工业增加值', '风电装机容量', '光伏装机容量'],
    ],
    [
      '到2026年，培育1—2家营业收入过千亿、3—4家营业收入过百亿的文旅企业。',
      ['营业收入过千亿的文旅企业', '营业收入过百亿的文旅企业'],
    ],
    [
      '到2027年，全部乡镇完成改造，全部行政村开通5G，全部学校配备校医。',
      ['乡镇完成改造', '行政村开通5G', '学校配备校医'],
    ],
    ['到2027年，设立总规模1000亿元的产业基金，首期200亿元。', ['产业基金', '产业基金首期']],
    ['到2026年，规上企业达到120家以上，净增50家。', ['规上企业', '净增规上企业']],
    ['到2026年，培育亿元以上食品企业5户、5000万元以上10户。', ['亿元以上食品企业', '5000万元以上食品企业']],
    [
      '到2026年，推动签约项目100个、金额突破50亿元，开工亿元以上项目200个、竣工150个。',
      ['签约项目', '签约项目金额', '开工亿元以上项目', '竣工亿元以上项目'],
    ],
    ['到2026年，新增上云企业3000家，累计达1.2万家。', ['新增上云企业', '上云企业']],
    ['到2026年，营业收入超100亿元民营企业达到10家、超500亿元2家。', ['营业收入超100亿元民营企业', '超500亿元民营企业']],
    ['扩大直购电交易规模，2026年达到200亿千瓦时以上。', ['直购电交易规模']],
    ['培育“专精特新”中小企业，每年认定200家，到2026年达到1000家。', ['“专精特新”中小企业', '“专精特新”中小企业']],
    [
      '到2026年，小学、初中、高中专任教师中本科以上学历比例分别达到80%、95%、99%。',
      ['小学', '初中', '高中'].map((level) => `${level}专任教师中本科以上学历比例`),
    ],
    ['到2026年，引进项目60个以上，其中10亿元以上3个。', ['引进项目', '10亿元以上项目']],
    ['到2026年，A级物流企业达到60家（其中5A级2家）。', ['A级物流企业', '5A级物流企业']],
    ['到2026年，粮食播种面积稳定在62万亩、产量24万吨以上。', ['粮食播种面积', '粮食产量']],
  ])('%s', (text, names) => {
    expect(readPolicy(text).candidates.map(({ indicator }) => indicator)).toEqual(names);
  });
});

describe('places', () => {
  it.each(SENTENCES.map(([source, text]) => [source, text] as const))(
    'quotes of %s are the words at their places',
    (_, text) => {
      for (const { quote, start, end } of readPolicy(text).candidates) expect(text.slice(start, end)).toBe(quote);
    },
  );
});

describe('the region', () => {
  it.each([
    ['深入推进新型工业化加快建设工业强市三年行动计划', null],
    ['关于印发《青禾市养老服务规划》的通知', '青禾市'],
    ['内蒙古自治区青禾市工业和信息化局关于绿色制造的意见', '青禾市'],
    ['2026年西藏自治区政府工作报告', '西藏自治区'],
    ['国务院关于推动青禾区发展的意见', null],
  ])('of %s', (title, region) => {
    expect(readPolicy(`${title}\n一、目标\n到2027年，建成平台3个。\n`).document.region).toBe(region);
  });
});

describe('departments and clauses', () => {
  const text = [
    '某市实施方案',
    '一、到2025年，创建绿色工厂30家。〔责任单位：市工业和信息化局、各区县人民政府〕',
    '二、到2025年，建设5G基站1.5万个。牵头单位：市工业和信息化局；配合单位：市通信管理局。',
  ].join('\n');

  it('are those of a bracket of any kind, and of a sentence of their own', () => {
    const found = readPolicy(text).candidates.map(({ departments }) =>
      departments.map(({ name, role }) => [name, role]),
    );
    expect(found).toEqual([
      [
        ['市工业和信息化局', 'responsible'],
        ['各区县人民政府', 'responsible'],
      ],
      [
        ['市工业和信息化局', 'lead'],
        ['市通信管理局', 'responsible'],
      ],
    ]);
  });

  it('of a table of works are those of the row', () => {
    const rows = [
      '序号\t重点任务\t工作目标\t牵头单位\t配合单位',
      '1\t减负\t新增企业30家\t市工信局\t市财政局、市商务局',
    ];
    const [one] = readPolicy(`一、2026年任务\n${rows.join('\n')}`).candidates;
    expect(one?.departments.map(({ name, role }) => `${role} ${name}`)).toEqual([
      'lead 市工信局',
      'responsible 市财政局',
      'responsible 市商务局',
    ]);
  });

  it('keep the brackets inside their names', () => {
    const [one] = readPolicy('一、到2025年，新增商户30家。（责任单位：市商务局，各区（市）人民政府）').candidates;
    expect(one?.departments.map(({ name }) => name)).toEqual(['市商务局', '各区（市）人民政府']);
  });

  it('a numbered paragraph without a heading is a clause of its own', () => {
    expect(readPolicy(text).candidates.map(({ clause }) => clause.at(-1)?.slice(0, 2))).toEqual(['一、', '二、']);
  });
});

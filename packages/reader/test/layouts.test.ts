import { describe, expect, it } from 'vitest';
import { type PlacedText, pageLines } from '../src/pdf-lines.ts';
import { readPolicy } from '../src/read-policy.ts';
import { LAYOUTS } from './layouts.ts';
import { shown } from './shown.ts';

/** A report with a review, headings of two levels, quotation marks, names that look like numbers, and lists. */
const REPORT = `2025年青禾市政府工作报告
——2025年1月12日在青禾市第九届人民代表大会第四次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和列席人员提出意见。
一、2024年工作回顾
过去一年，我们坚持稳中求进，地区生产总值达到1520亿元、增长6.2%，高新技术企业达到1800家，居全省第二、全国第三十，三一、中联两个项目主体竣工，城乡居民人均可支配收入分别增长5.6%和7.1%。
（一）产业发展提质增效
建成数字化车间120个，新增“小巨人”企业31家，“四上”企业突破2000家，工业投资增长11.4%，技术合同成交额翻了一番。
（二）民生福祉持续增进
改造老旧小区86个，新增学位1.2万个、养老床位3200张，城镇新增就业4.6万人。
二、2025年总体要求和预期目标
今年是“十四五”规划收官之年，做好政府工作，要坚持以推动高质量发展为主题，全面落实上级部署，守正创新，先立后破，系统集成，协同配合，充实完善政策工具箱。
综合考虑各方面因素，建议今年经济社会发展的主要预期目标是：地区生产总值增长6%左右；规模以上工业增加值增长8%以上；固定资产投资增长7%；社会消费品零售总额增长6.5%；一般公共预算收入增长4%；城镇新增就业4.2万人以上，城镇调查失业率5.5%左右；居民消费价格涨幅2%左右；单位地区生产总值能耗下降3%。
三、2025年重点工作
（一）加快建设现代化产业体系
实施重点产业链攻坚，新增规上工业企业150家、“专精特新”中小企业200家，培育百亿级企业3家，力争“双百”企业总数达到40家，工业技改投资增长15%以上。深化“人工智能＋”行动，建设智能工厂20家、数字化车间100个，规模以上工业企业数字化改造覆盖率达到85%，新建5G基站1200个。
到2027年，全市算力规模突破5000PFLOPS，低空经济规模达到120亿元，培育链上企业300家。
（二）着力扩大有效需求
安排重点项目620个，年度计划投资1180亿元，其中亿元以上产业项目占比达到60%。开展“青禾有礼”促消费活动300场次以上，新增首店25家，网络零售额增长12%，接待游客突破8000万人次。
（三）持续增进民生福祉
实施“惠民十件实事”，改造老旧小区95个，惠及居民3.1万户；新改扩建幼儿园12所，新增学位9000个；每千人口托位数达到4.8个；建成“一刻钟便民生活圈”50个；农村自来水普及率、规模化供水人口覆盖率分别达到96%、88%。社区（村）便民服务站面积不少于100平方米，“12345”热线办结率保持在98%以上，PM2.5平均浓度控制在32微克/立方米以内。
各位代表，新征程任重道远，我们要以实干实绩奋力谱写高质量发展新篇章。
`;

describe('a report reads the same', () => {
  const expected = readPolicy(REPORT).candidates.map(shown).toSorted();

  it('has the targets of the coming year, none of the review', () => {
    expect(expected).toHaveLength(39);
  });

  it.each(LAYOUTS)('%s', (_, lay) => {
    expect(readPolicy(lay(REPORT)).candidates.map(shown).toSorted()).toEqual(expected);
  });

  it.each(LAYOUTS)('%s, and quotes the words at their places', (_, lay) => {
    const laid = lay(REPORT);
    for (const { quote, start, end } of readPolicy(laid).candidates) expect(laid.slice(start, end)).toBe(quote);
  });
});

describe('the rows of a page', () => {
  const row = (text: string, x: number, y: number): PlacedText => ({ text, x, y, width: text.length * 16, size: 16 });

  it('keep the indent of a paragraph, not that of a heading in the middle', () => {
    const items = [
      row('青禾市行动方案', 80, 700),
      row('为落实部署，制定本方案，请各', 32, 680),
      row('县区、各部门结合实际认真执行，确', 0, 660),
      row('保到二〇二七年实现各项目标。', 0, 640),
      row('加强统筹协调，压实责任，按季', 32, 620),
      row('度调度，年底总结。', 0, 600),
      row('青禾市人民政府', 160, 580),
    ];
    expect(pageLines(items)).toEqual([
      '青禾市行动方案',
      '　　为落实部署，制定本方案，请各',
      '县区、各部门结合实际认真执行，确',
      '保到二〇二七年实现各项目标。',
      '　　加强统筹协调，压实责任，按季',
      '度调度，年底总结。',
      '青禾市人民政府',
    ]);
  });

  it('are as they stand where nothing says where rows begin', () => {
    expect(pageLines([row('青禾市', 32, 700), row('行动方案', 0, 680)])).toEqual(['青禾市', '行动方案']);
  });
});

import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/read-policy.ts';
import type { ReadMeasure } from '../src/reading.ts';

/** A measure in a line: form, amount, share with base, ceiling with what it is of, as the expectations write it. */
function shown({ form, amount, share, ceiling }: ReadMeasure): string {
  return [
    form,
    ...(amount ? [`${amount.value}${amount.unit}`] : []),
    ...(share ? [`${share.atMost ? '≤' : ''}${share.percent}%${share.of === null ? '' : ` of ${share.of}`}`] : []),
    ...(ceiling ? [`≤${ceiling.value}${ceiling.unit} (${ceiling.of})`] : []),
  ].join(' ');
}

const read = (text: string): ReadMeasure[] => readPolicy(text).measures;

describe('what is given', () => {
  it.each([
    ['对年出口首次超过2亿元的茶企，给予15万元一次性奖励。', ['grant 15万元']],
    ['市财政按保险费的40%给予补贴，每家茶企最高不超过25万元。', ['subsidy 40% of 保险费 ≤25万元 (补贴)']],
    ['对茶企的技改贷款，按实际利息的３０％予以贴息，最高可达６０万元。', ['interest 30% of 实际利息 ≤60万元 (贴息)']],
    ['对获得省级补助的茶园，按省级资金的百分之十五给予配套，上限8万元。', ['matching 15% of 省级资金 ≤8万元 (配套)']],
    ['茶园遭灾的，按照保险补偿政策给予20%的保险补偿，封顶5万元。', ['insurance 20% ≤5万元 (保险补偿)']],
    ['对困难茶企减免场地租金，最高减免3万元。', ['relief ≤3万元 (减免)']],
    ['在省级奖励基础上，对示范茶园再给予不超过50%的配套奖励。', ['matching ≤50% of 省级奖励']],
    ['对上市的茶企，按融资额的2%，给予最高100万元奖励。', ['grant 2% of 融资额 ≤100万元 (奖励)']],
    ['对新建茶厂的农户，给予5万元以内补助。', ['subsidy ≤5万元 (补助)']],
    ['对茶旅项目给予20—50万元扶持。', ['other ≤50万元 (扶持)']],
    ['支持茶企参展。对参展的企业，每次补助2万元，单户企业全年累计不超过10万元。', ['subsidy 2万元 ≤10万元 (补助)']],
  ])('%s', (text, expected) => {
    expect(read(text).map(shown)).toEqual(expected);
  });

  it.each([
    [
      '对新评为国家级、省级的示范茶园，分别给予80万元、30万元奖励。',
      [
        [80, '国家级'],
        [30, '省级'],
      ],
    ],
    [
      '给予国家级茶园80万元、省级30万元、市级10万元的奖励。',
      [
        [80, '国家级'],
        [30, '省级'],
        [10, '市级'],
      ],
    ],
    [
      '对评为国家级的茶园，奖励80万元；评为省级的，奖励30万元。',
      [
        [80, '国家级'],
        [30, '省级'],
      ],
    ],
  ])('one sum for each level: %s', (text, expected) => {
    expect(read(text).map(({ amount, level }) => [amount?.value, level])).toEqual(expected);
  });

  it('gives each sum of a list the name it is for', () => {
    const found = read('对年产值首次达到1亿元、5亿元的茶企，分别奖励10万元、60万元。');
    expect(found.map(({ purpose, amount }) => [purpose, amount?.value])).toEqual([
      ['年产值首次达到1亿元', 10],
      ['年产值首次达到5亿元', 60],
    ]);
    const sorts = read('对新认定为生态茶园和数字茶园的农户，分别给予6万元和3万元的补助。');
    expect(sorts.map(({ purpose, beneficiary }) => [purpose, beneficiary])).toEqual([
      ['新认定为生态茶园', '农户'],
      ['新认定为数字茶园', '农户'],
    ]);
  });

  it('says that a list without names of its own is to be looked at', () => {
    const [sure, unsure] = [
      read('对示范茶园，给予10万元奖励。')[0],
      read('对表现突出的茶园，分别给予10万元、5万元、1万元奖励。')[0],
    ];
    expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
    expect(unsure?.reasons.join()).toContain('逐项核对');
  });
});

describe('whom, for what, how often', () => {
  it.each([
    ['对改造老茶园的合作社，给予5万元补助。', '合作社', '改造老茶园'],
    ['首次入选省级名录的茶企，市财政给予5万元奖励。', '茶企', '首次入选省级名录'],
    ['（三）对符合条件的炒茶师，一次性奖励1万元。', '炒茶师', '符合条件'],
    ['对引进采茶机的，给予承租方5万元补助。', '承租方', '引进采茶机'],
  ])('%s', (text, beneficiary, purpose) => {
    expect(read(text)[0]).toMatchObject({ beneficiary, purpose });
  });

  it.each([
    ['对示范茶园，一次性给予9万元奖励。', { per: 'once', years: null }],
    ['对示范茶园，每年给予9万元补助。', { per: 'year', years: null }],
    ['对示范茶园，自第二年起，连续三年给予9万元/年的补贴。', { per: 'year', years: { from: 2, count: 3 } }],
    ['对示范茶园，每亩补助300元。', { per: null, notes: '按“每亩”计' }],
  ])('%s', (text, expected) => {
    expect(read(text)[0]).toMatchObject(expected);
  });

  it('takes departments and heading of its clause, and its words by their places', () => {
    const text =
      '青禾茶业意见\n一、资金支持\n（一）改造茶园\n对改造茶园的农户,给予5万元补助。（责任单位：市农业农村局）\n（二）其他\n无。';
    const [one] = read(text);
    expect(one).toMatchObject({
      clause: ['一、资金支持', '（一）改造茶园'],
      departments: [{ name: '市农业农村局', role: 'responsible' }],
      quote: '对改造茶园的农户,给予5万元补助',
    });
    expect(text.slice(one?.start, one?.end)).toBe(one?.quote);
  });
});

describe('support without a sum', () => {
  it.each(['对种植生态茶的农户，按照有关规定给予扶持。', '择优支持一批生态茶园示范项目。'])('%s', (text) => {
    const [one] = read(text);
    expect(one).toMatchObject({ form: 'other', amount: null, share: null, ceiling: null });
    expect(one?.confidence).toBeLessThan(0.7);
  });
});

describe('no measure', () => {
  it.each([
    '2024年，全市已发放茶园补贴3000万元。',
    '市财政每年安排专项资金5000万元。',
    '争取上级补助资金突破2亿元。',
    '设立规模10亿元的茶产业基金。',
    '违反规定的，处1万元以上5万元以下罚款。',
    '对失信茶企，一律不享受奖励政策。',
    '到2027年，茶业增加值达到30亿元，占比提高到5%。',
    '一、发展基础\n2024年，对120家茶企给予奖励800万元。',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leaves the target beside it a target', () => {
    const { candidates, measures } = readPolicy('到2027年，建成茶园30个。对新建的茶园给予5万元补助。');
    expect(candidates.map(({ indicator }) => indicator)).toEqual(['茶园']);
    expect(measures.map(shown)).toEqual(['subsidy 5万元']);
  });
});

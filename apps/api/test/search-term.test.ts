import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundOf } from '../src/search/sounds.ts';
import { marksOf, nameTerm, passageTerm, queryWord, scoreOf } from '../src/search/term.ts';

const score = (text: string, word: string, bySound = false) => scoreOf(nameTerm(text), queryWord(word, bySound));
const marked = (text: string, ...words: string[]) =>
  marksOf(
    nameTerm(text),
    words.map((word) => queryWord(word, false)),
  ).map(({ from, to }) => text.slice(from, to));

describe('how good a match is', () => {
  it('falls from the whole to the beginning, a word, a part, initials, pinyin, and what sounds the same', () => {
    const scores = [
      score('绿色工厂', '绿色工厂'),
      score('绿色工厂数', '绿色工厂'),
      score('市级 绿色工厂数', '绿色工厂'),
      score('超绿色工厂数', '色工厂数'),
      score('绿色工厂', 'lsgc'),
      score('绿色工厂', 'lvsegongchang'),
      score('绿色工厂', '綠色工廠', true),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('is better at the beginning and where more of the text is matched', () => {
    expect(score('工厂数', 'gc')).toBeGreaterThan(score('绿色工厂', 'gc'));
    expect(score('绿色工厂数', '绿色')).toBeGreaterThan(score('绿色工厂示范园区数', '绿色'));
  });

  it.each([
    ['占比重', 'zhanbizhong'],
    ['占比重', 'zhanbichong'],
    ['增长率', 'zengzhanglv'],
    ['增长率', 'zzl'],
    ['增长率', 'zengchanglu'],
    ['战略', 'zhanlve'],
    ['战略', 'zhanlue'],
    ['西安', "xi'an"],
    ['“专精特新”企业', 'zjtxqy'],
    ['𬭊金属', 'js'],
    ['R&D经费', 'rdjf'],
    ['5G基站数', '5gjizhan'],
  ])('%s is found by %s', (text, word) => {
    expect(score(text, word)).toBeGreaterThan(0);
  });

  it.each([
    ['绿色工厂', 'lsgcx'],
    ['绿色工厂', 'lsg c'],
    ['绿色工厂', 'segongl'],
    ['绿色工厂', 'lvgong'],
    ['绿色工厂', '1'],
    ['绿色工厂', '绿工'],
    ['5G基站数', '4gjz'],
    ['15. 构建循环型', '5g'],
    ['达标，成效', 'dbcx'],
  ])('%s is not found by %s', (text, word) => {
    expect(score(text, word)).toBe(0);
  });

  it('takes running text as written only', () => {
    const term = passageTerm('市级以上“绿色工厂”达到100家以上');
    expect(scoreOf(term, queryWord('绿色工厂', false))).toBeGreaterThan(0);
    expect(scoreOf(term, queryWord('lsgc', false))).toBe(0);
  });

  it('knows any name by its initials and by its whole pinyin', () => {
    const hanzi = fc.constantFrom(...'绿色工厂率长重行战略女区省市县级规模以上企业研发机构覆盖');
    fc.assert(
      fc.property(fc.array(hanzi, { minLength: 1, maxLength: 15 }), fc.nat(), (characters, pick) => {
        const text = characters.join('');
        const typed = characters.map((one) => {
          const { spellings } = soundOf(one);
          return spellings[pick % spellings.length] ?? '';
        });
        expect(score(text, typed.map(([first]) => first).join(''))).toBeGreaterThan(0);
        if (typed.join('').length <= 60) expect(score(text, typed.join(''))).toBeGreaterThan(0);
      }),
    );
  });

  it('gives up on what nobody types, at once', () => {
    const began = performance.now();
    expect(score('安'.repeat(200), `${'an'.repeat(29)}x`)).toBe(0);
    expect(score('安'.repeat(200), `${'a'.repeat(59)}x`)).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('marks', () => {
  it.each([
    ['市级以上绿色工厂数', ['lsgc'], ['绿色工厂']],
    ['市级以上绿色工厂数', ['工厂', '市级'], ['市级', '工厂']],
    ['“专精特新”企业数', ['zjtx'], ['专精特新']],
    ['５Ｇ基站数', ['5g'], ['５Ｇ']],
    ['建筑面积㎡', ['m'], ['㎡']],
    ['绿色工厂', ['绿色', '绿色工'], ['绿色工']],
    ['绿色工厂', ['蓝'], []],
    ['𬭊金属', ['金属'], ['金属']],
    ['𬭊金属', ['js'], ['金属']],
  ])('in %s for %j: %j', (text, words, expected) => {
    expect(marked(text, ...words)).toEqual(expected);
  });
});

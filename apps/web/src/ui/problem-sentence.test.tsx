import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LangContext } from './lang.ts';
import { ProblemSentence } from './problem-sentence.tsx';

const drawn = (lang: 'zh' | 'en', messageEn: string | null, shorten?: (sentence: string) => string): string =>
  renderToStaticMarkup(
    <LangContext value={lang}>
      <ProblemSentence problem={{ message: '应填数字。', messageEn }} {...(shorten ? { shorten } : {})} />
    </LangContext>,
  );

describe('what is wrong with a figure', () => {
  it('is said in the reader’s language', () => {
    expect(drawn('zh', 'Not a number.')).toBe('应填数字。');
    expect(drawn('en', 'Not a number.')).toBe('Not a number.');
    expect(drawn('en', 'D2: Not a number.', (sentence) => sentence.slice(4))).toBe('Not a number.');
  });

  it('is marked as Chinese on an English page where it is known in that alone', () => {
    expect(drawn('en', null)).toBe('<span lang="zh-CN">应填数字。</span>');
    expect(drawn('zh', null)).toBe('应填数字。');
  });
});

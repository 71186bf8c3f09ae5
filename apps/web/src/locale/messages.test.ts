import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every leaf of a message tree by its dotted path; lists as one leaf joined by |. */
function leaves(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = `${prefix}${key}`;
    if (typeof value === 'string') found.set(path, value);
    else if (Array.isArray(value)) found.set(path, value.join('|'));
    else for (const [inner, text] of leaves(value, `${path}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  const [chinese, english] = [leaves(zh), leaves(en)];

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    for (const [key, text] of chinese) expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it('are Chinese in Chinese', () => {
    const foreign = [...chinese].filter(
      ([key, text]) => !/\p{Script=Han}|^\{\{|^.$/u.test(text) && key !== 'frame.otherLanguage',
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/read-policy.ts';
import { SENTENCES } from './sentences.ts';
import { shown } from './shown.ts';

describe('sentences of policy documents', () => {
  it.each(SENTENCES.map(([source, text, expected]) => [`${source}：${text.slice(0, 24)}`, text, expected] as const))(
    '%s',
    (_, text, expected) => {
      expect(readPolicy(text).candidates.map(shown).toSorted()).toEqual([...expected].toSorted());
    },
  );
});

describe('places', () => {
  it.each(SENTENCES.map(([source, text]) => [source, text] as const))(
    'quotes of %s are the words at their places',
    (_, text) => {
      for (const { quote, start, end } of readPolicy(text).candidates) expect(text.slice(start, end)).toBe(quote);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { actionOfKey, actionOfSwipe, placeAfter, readSeconds } from './turning.ts';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe('readSeconds', () => {
  it.each([
    ['', 12],
    ['seconds=20', 20],
    ['seconds=1', 3],
    ['seconds=9999', 600],
    ['seconds=0', 0],
    ['seconds=-4', 12],
    ['seconds=1e9', 12],
    ['seconds=zwölf', 12],
  ])('%s is %i', (search, seconds) => {
    expect(readSeconds(new URLSearchParams(search))).toBe(seconds);
  });
});

describe('actionOfKey', () => {
  it('steps, pauses, and leaves the browser its own keys', () => {
    expect(actionOfKey(key('ArrowRight'), false)).toBe('next');
    expect(actionOfKey(key('PageUp'), false)).toBe('previous');
    expect(actionOfKey(key(' '), false)).toBe('toggle');
    expect(actionOfKey(key('ArrowLeft', { altKey: true }), false)).toBeNull();
    expect(actionOfKey(key('Tab'), false)).toBeNull();
    expect(actionOfKey(key('ArrowDown'), false)).toBeNull();
  });

  it('leaves the space bar to a button that has the focus, and the arrows to the wall', () => {
    expect(actionOfKey(key(' '), true)).toBeNull();
    expect(actionOfKey(key('ArrowRight'), true)).toBe('next');
  });
});

describe('actionOfSwipe', () => {
  it('turns on clear sideways moves only', () => {
    expect(actionOfSwipe(-80, 10)).toBe('next');
    expect(actionOfSwipe(80, -10)).toBe('previous');
    expect(actionOfSwipe(-30, 0)).toBeNull();
    expect(actionOfSwipe(-80, 70)).toBeNull();
  });
});

describe('placeAfter', () => {
  it('goes round', () => {
    expect(placeAfter('next', 4, 5)).toBe(0);
    expect(placeAfter('previous', 0, 5)).toBe(4);
    expect(placeAfter('last', 1, 5)).toBe(4);
    expect(placeAfter('first', 3, 5)).toBe(0);
    expect(placeAfter('next', 0, 1)).toBe(0);
  });
});

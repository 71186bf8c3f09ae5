import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type LabelWish, overlap, placeLabels } from '../src/label-layout.ts';

const FRAME: Box = { x: 0, y: 0, width: 400, height: 300 };

function wish(id: string, x: number, y: number, must = false): LabelWish {
  return {
    id,
    anchors: [{ x, y }],
    lines: ['目标 6万个'],
    size: 12,
    gap: 6,
    sides: ['right', 'above', 'below', 'left'],
    must,
  };
}

describe('placeLabels', () => {
  it('takes the first side where nothing is in the way', () => {
    const box = placeLabels([wish('a', 100, 100)], [], [], FRAME).get('a');
    expect(box?.x).toBe(106);
    expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBe(100);
  });

  it('goes to another side where the first would cross a line', () => {
    const line = { from: { x: 100, y: 100 }, to: { x: 300, y: 100 } };
    expect(placeLabels([wish('a', 100, 100)], [], [line], FRAME).get('a')?.x).toBeLessThan(100);
  });

  it('stacks labels that come nearer than a line', () => {
    const boxes = placeLabels(
      [wish('a', 300, 100, true), wish('b', 300, 103, true), wish('c', 300, 98, true)],
      [],
      [],
      FRAME,
    );
    expect(boxes.size).toBe(3);
  });

  it('leaves out what finds no room, unless it must be there', () => {
    const marks = [{ x: 0, y: 0, width: 400, height: 300 }];
    expect(placeLabels([wish('a', 100, 100)], marks, [], FRAME).size).toBe(0);
    expect(placeLabels([wish('a', 100, 100, true)], marks, [], FRAME).size).toBe(1);
  });

  it('never lets two labels overlap nor one leave the frame', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      must: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 15 }), (places) => {
        const wishes = places.map(({ x, y, must }, index) => wish(String(index), x, y, must));
        const boxes = [...placeLabels(wishes, [], [], FRAME).values()];
        for (const [index, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 400 && a.y + a.height <= 300).toBe(true);
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b, 0)).toBe(false);
        }
      }),
    );
  });
});

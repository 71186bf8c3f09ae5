import { textWidth } from './text-width.ts';

/** A rectangle in pixels, y downwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** A drawn line that labels should rather not cross. */
export interface Segment {
  from: Point;
  to: Point;
}

export type Side = 'right' | 'left' | 'above' | 'below' | 'above_left' | 'above_right' | 'below_left' | 'below_right';

/** A label that wants a place beside one of its anchors. */
export interface LabelWish {
  id: string;
  /** Tried in order; the first is the best. */
  anchors: readonly Point[];
  lines: readonly string[];
  size: number;
  /** Distance from the anchor. */
  gap: number;
  sides: readonly Side[];
  /** Placed whatever it costs, shifted up or down where need be; otherwise left out where there is no room. */
  must: boolean;
}

/** Height of a line of text relative to its size. */
export const LINE_HEIGHT = 1.25;
const IN_THE_WAY = 40;
const CROSSING = 6;

/**
 * Finds a place for each label so that no two overlap; earlier wishes choose first. Labels keep inside `frame`, off the
 * `marks`, and off the `lines` where there is a choice.
 * @returns the box of each placed label by id; labels that are not `must` may be missing.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly Box[],
  lines: readonly Segment[],
  frame: Box,
): Map<string, Box> {
  const placed = new Map<string, Box>();
  for (const wish of wishes) {
    const taken = [...placed.values()];
    const best = candidates(wish)
      .filter(({ box }) => within(box, frame) && !taken.some((other) => overlap(box, other, 2)))
      .map(({ box, cost }) => ({ box, cost: cost + costOf(box, marks, lines) }))
      .reduce<{ box: Box; cost: number } | null>((a, b) => (a === null || b.cost < a.cost ? b : a), null);
    if (best && (wish.must || best.cost < IN_THE_WAY)) placed.set(wish.id, best.box);
  }
  return placed;
}

/** Size of a label's box in pixels. */
export function labelSize(lines: readonly string[], size: number): { width: number; height: number } {
  return {
    width: Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line, size)))),
    height: Math.ceil(lines.length * size * LINE_HEIGHT),
  };
}

function candidates(wish: LabelWish): { box: Box; cost: number }[] {
  const { width, height } = labelSize(wish.lines, wish.size);
  const shifts = wish.must ? Array.from({ length: 33 }, (_, index) => (index - 16) * 6) : [0];
  return wish.anchors.flatMap((anchor, order) =>
    wish.sides.flatMap((side, rank) =>
      shifts.map((shift) => {
        const corner = cornerAt(anchor, side, width, height, wish.gap);
        return {
          box: { ...corner, y: corner.y + shift, width, height },
          cost: order * 2 + rank * 1.5 + Math.abs(shift),
        };
      }),
    ),
  );
}

function cornerAt(anchor: Point, side: Side, width: number, height: number, gap: number): Point {
  const x = side.endsWith('left') ? anchor.x - width : side.endsWith('right') ? anchor.x : anchor.x - width / 2;
  if (side === 'right') return { x: anchor.x + gap, y: anchor.y - height / 2 };
  if (side === 'left') return { x: anchor.x - gap - width, y: anchor.y - height / 2 };
  return { x, y: side.startsWith('above') ? anchor.y - gap - height : anchor.y + gap };
}

function costOf(box: Box, marks: readonly Box[], lines: readonly Segment[]): number {
  const blocked = marks.filter((mark) => overlap(box, mark, 0)).length;
  return blocked * IN_THE_WAY + lines.filter((line) => crosses(line, box)).length * CROSSING;
}

function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** Whether two boxes come nearer than `margin` pixels. */
export function overlap(a: Box, b: Box, margin: number): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

/** Clips the segment against the box (Liang and Barsky 1984): true where something is left. */
function crosses({ from, to }: Segment, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const edges: [number, number][] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ];
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter <= leave;
}

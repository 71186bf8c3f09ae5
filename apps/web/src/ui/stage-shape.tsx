import './stage.css';

const RING = 'M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z';

/** Shapes in a 14 × 14 box: a ring filled as far as figures have come on their way to being released. */
const SHAPES = {
  missing: [{ d: 'M2.5 7h9', filled: false }],
  draft: [{ d: RING, filled: false }],
  submitted: [
    { d: RING, filled: false },
    { d: 'M7 1.5a5.5 5.5 0 0 1 0 11z', filled: true },
  ],
  scheduled: [
    { d: RING, filled: false },
    { d: 'M7 3.5V7l2.6 2', filled: false },
  ],
  released: [{ d: 'M7 1a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', filled: true }],
  returned: [{ d: 'M5.5 2.5L2 6l3.5 3.5M2.3 6H9a3 3 0 0 1 0 6H7', filled: false }],
  withdrawn: [{ d: 'M3 3l8 8M11 3l-8 8', filled: false }],
  overdue: [{ d: 'M7 1L13.5 12.5H.5zM7 5v3.5M7 10v1', filled: false }],
} as const;

export type StageShapeName = keyof typeof SHAPES;

/** How far figures have come, as a shape in the colour of the text; the word must stand beside it. */
export function StageShape({ name }: { name: StageShapeName }) {
  return (
    <svg className="stage-shape" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[name].map(({ d, filled }) => (
        <path
          key={d}
          d={d}
          fill={filled ? 'currentcolor' : 'none'}
          stroke={filled ? 'none' : 'currentcolor'}
          strokeWidth="1.6"
        />
      ))}
    </svg>
  );
}

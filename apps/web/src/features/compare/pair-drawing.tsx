import type { TargetRow } from '@dabiao/contract/target';
import { verdictColour } from '../../ui/verdict-colour.ts';
import { PAIR_SIZE, type PairScale, type Spot, toPairPicture } from './pair-scale.ts';

const { width, height, left, right, bottom } = PAIR_SIZE;

function lineOf(spots: readonly (Spot | null)[]): string {
  const known = spots.filter((spot) => spot !== null).sort((p, q) => p.year - q.year);
  return known.length < 2 ? '' : known.map(({ x, y }, index) => `${index > 0 ? 'L' : 'M'}${x} ${y}`).join('');
}

const diamond = ({ x, y }: Spot): string => `M${x} ${y - 6}l6 6l-6 6l-6 -6Z`;

/** A figure that is not final: drawn hollow, as in every chart. */
function isOpen({ assessment: { latest } }: TargetRow): boolean {
  return (
    latest !== null && (latest.caveats.length > 0 || latest.status === 'preliminary' || latest.status === 'estimated')
  );
}

/**
 * The small picture of one of two targets, on the scale of both: base, figure before, latest figure, and dashed the path
 * to the milestones. `label` is said instead of it.
 */
export function PairDrawing({ row, at, label }: { row: TargetRow; at: PairScale; label: string }) {
  const { base, previous, latest, path, milestones } = toPairPicture(row, at);
  const colour = verdictColour(row.assessment.verdict);
  return (
    <svg className="pair-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="pair-drawing__axis" d={`M${left} ${height - bottom}H${width - right}`} />
      <path className="pair-drawing__path" d={lineOf([base, path, ...milestones])} />
      <path className="pair-drawing__actual" d={lineOf([base, latest])} stroke={colour} />
      {base ? <circle className="pair-drawing__base" cx={base.x} cy={base.y} r="3.5" /> : null}
      {previous ? <circle cx={previous.x} cy={previous.y} r="2.5" fill={colour} /> : null}
      {latest ? (
        <circle
          cx={latest.x}
          cy={latest.y}
          r="5"
          fill={isOpen(row) ? 'var(--paper)' : colour}
          stroke={colour}
          strokeWidth="2.5"
        />
      ) : null}
      {milestones.map((spot) => (
        <path key={`${spot.year}-${spot.value}`} className="pair-drawing__milestone" d={diamond(spot)} />
      ))}
      <text x={left} y={height - 6}>
        {at.first}
      </text>
      {at.last > at.first ? (
        <text x={width - right} y={height - 6} textAnchor="end">
          {at.last}
        </text>
      ) : null}
    </svg>
  );
}

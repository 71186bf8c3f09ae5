const WIDTH = 220;
const HEIGHT = 26;
const INSET = 8;
const LEAST = -5;
const MOST = 5;

const x = (score: number): number => INSET + ((score - LEAST) / (MOST - LEAST)) * (WIDTH - 2 * INSET);

/** A mean score on the scale from −5 to +5; the number stands beside it. */
export function ScoreStrip({ score }: { score: number }) {
  return (
    <svg className="score-strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="score-strip__line" d={`M${x(LEAST)} 8H${x(MOST)}M${x(LEAST)} 4v8M${x(0)} 4v8M${x(MOST)} 4v8`} />
      <path className="score-strip__way" d={`M${x(0)} 8H${x(score)}`} />
      <circle className="score-strip__dot" cx={x(score)} cy="8" r="5" />
      <text x={x(LEAST)} y="24">
        −5
      </text>
      <text x={x(0)} y="24">
        0
      </text>
      <text x={x(MOST)} y="24">
        +5
      </text>
    </svg>
  );
}

import { type BulletData, toBullet } from '@dabiao/charts/bullet';
import type { Verdict } from '@dabiao/domain/verdict';
import { verdictColour } from './verdict-colour.ts';
import './bullet.css';

interface BulletProps extends BulletData {
  verdict: Verdict;
  /** Said instead of the picture. */
  label: string;
}

const WIDTH = 200;
const HEIGHT = 24;
const INSET = 7;
const x = (fraction: number) => INSET + fraction * (WIDTH - 2 * INSET);

/**
 * Bullet: bar (latest), thin tick (year before), diamond (milestone), small triangle above (path). The bar starts
 * at 0 and is never cut. The numbers stand in the row beside it.
 */
export function Bullet({ verdict, label, ...data }: BulletProps) {
  const { zero, bar, last, milestone, milestoneMax, path } = toBullet(data);
  return (
    <svg className="bullet" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="bullet__track" d={`M${x(0)} 8H${x(1)}V18H${x(0)}Z`} />
      {bar ? (
        <path d={`M${x(bar.from)} 8H${x(bar.to) + 0.5}V18H${x(bar.from)}Z`} fill={verdictColour(verdict)} />
      ) : null}
      {zero > 0 ? <path className="bullet__zero" d={`M${x(zero)} 6V20`} /> : null}
      {last === null ? null : (
        <>
          <path className="bullet__gap" d={`M${x(last)} 7V19`} />
          <path className="bullet__last" d={`M${x(last)} 7V19`} />
        </>
      )}
      {path === null ? null : <path className="bullet__path" d={`M${x(path)} 7.5l-3.6 -5.5h7.2Z`} />}
      {[milestone, milestoneMax].map((at) =>
        at === null ? null : <path key={at} className="bullet__milestone" d={`M${x(at)} 7l6 6l-6 6l-6 -6Z`} />,
      )}
    </svg>
  );
}

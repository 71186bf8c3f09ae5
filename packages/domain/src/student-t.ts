/** Step and reach of the quadrature: beyond them the nodes add less than a double holds. */
const STEP = 1 / 16;
const REACH = 72;

interface Node {
  at: number;
  weight: number;
}

/**
 * Nodes of the exp-sinh rule for ∫₀^∞, w = exp(π/2·sinh s), good for tails that fall algebraically as well as for those
 * that fall exponentially (Takahasi and Mori, Double exponential formulas for numerical integration, 1974).
 */
const NODES: readonly Node[] = Array.from({ length: 2 * REACH + 1 }, (_, index) => {
  const s = (index - REACH) * STEP;
  const at = Math.exp((Math.PI / 2) * Math.sinh(s));
  return { at, weight: (Math.PI / 2) * Math.cosh(s) * at * STEP };
});

/** Density up to a factor: (1 + u²/ν)^(−(ν+1)/2), exp(−u²/2) of the normal. */
function kernel(u: number, freedom: number): number {
  if (freedom === Number.POSITIVE_INFINITY) return Math.exp((-u * u) / 2);
  const share = u / Math.sqrt(freedom);
  // Beyond 1e8 the 1 is lost anyway, and the square would be the first to overflow.
  const log = share < 1e8 ? Math.log1p(share * share) : 2 * Math.log(share);
  return Math.exp((-(freedom + 1) / 2) * log);
}

/** Area under the kernel above `t`, t ≥ 0. Far out a heavy tail changes over distances of the size of t. */
function areaAbove(t: number, freedom: number): number {
  const unit = Math.max(1, t);
  let total = 0;
  for (const { at, weight } of NODES) total += weight * kernel(t + unit * at, freedom);
  return unit * total;
}

/** False for NaN too. */
function isFreedom(freedom: number): boolean {
  return freedom >= 1;
}

/**
 * Distribution function of Student's t, P(T ≤ t), by quadrature of the density; relative error below 1e-12 in both
 * tails down to 1e-15.
 * @param freedom degrees of freedom, whole or not, at least 1; Infinity is the normal distribution
 * @returns null where `t` is no number or `freedom` is below 1
 */
export function studentCdf(t: number, freedom: number): number | null {
  if (Number.isNaN(t) || !isFreedom(freedom)) return null;
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return t > 0 ? 1 : 0;
  const tail = areaAbove(Math.abs(t), freedom) / (2 * areaAbove(0, freedom));
  return t > 0 ? 1 - tail : tail;
}

const MOST_STEPS = 100;

/** Below this a step changes nothing any more: Newton's next one would be its square. */
const LEAST_STEP = 1e-13;

/**
 * The t ≥ 0 with the area `tail` above it, by Newton's method on the logarithm of the tail over that of t: there it is
 * concave, so every step but the first comes from the same side. A first step to where nothing is left is halved.
 */
function upperQuantile(tail: number, freedom: number): number {
  const whole = 2 * areaAbove(0, freedom);
  let [t, area, step] = [1, areaAbove(1, freedom), 1];
  for (let count = 0; count < MOST_STEPS && Math.abs(step) > LEAST_STEP; count += 1) {
    step = (area * (Math.log(area / whole) - Math.log(tail))) / (t * kernel(t, freedom));
    let next = areaAbove(t * Math.exp(step), freedom);
    for (; !(next > 0); next = areaAbove(t * Math.exp(step), freedom)) step /= 2;
    [t, area] = [t * Math.exp(step), next];
  }
  return t;
}

/** Smaller tails are no question of statistics, and those of one degree of freedom leave what a double can hold. */
const LEAST_TAIL = 1e-100;

/**
 * Quantile of Student's t: the t with P(T ≤ t) = p; relative error below 1e-11 for p from 1e-6 to 1 − 1e-6.
 * @param freedom as for `studentCdf`
 * @returns null unless 1e-100 < p < 1 and `freedom` is at least 1
 */
export function studentQuantile(p: number, freedom: number): number | null {
  if (!(p > LEAST_TAIL && p < 1) || !isFreedom(freedom)) return null;
  if (p === 0.5) return 0;
  return p < 0.5 ? -upperQuantile(p, freedom) : upperQuantile(1 - p, freedom);
}

import { THEMES, type ThemeName } from './theme.ts';

/** What a bullet shows, all in one unit; null where unknown. */
export interface BulletData {
  /** Latest judged value. */
  value: number | null;
  /** The value of the year before it. */
  last: number | null;
  milestone: number | null;
  milestoneMax?: number | null;
  /** Where the path stands in the year of the value. */
  path: number | null;
}

/** Places along the bullet as fractions of its width, 0 left, 1 right; null is not drawn. Bars start at `zero`. */
export interface Bullet {
  zero: number;
  bar: { from: number; to: number } | null;
  last: number | null;
  milestone: number | null;
  milestoneMax: number | null;
  path: number | null;
}

/** Room kept free at the right end, so that a mark at the end is seen whole. */
const HEADROOM = 1.06;

/** Places of a bullet's parts on a scale from 0 (a bar is never cut) to a little beyond the largest. */
export function toBullet(data: BulletData): Bullet {
  const { value, last, milestone, milestoneMax = null, path } = data;
  const known = [value, last, milestone, milestoneMax, path].filter((each) => each !== null && Number.isFinite(each));
  const numbers = known.map(Number);
  const low = Math.min(0, ...numbers) * HEADROOM;
  const high = Math.max(0, ...numbers) * HEADROOM;
  const span = high - low || 1;
  const place = (each: number | null): number | null =>
    each === null || !Number.isFinite(each) ? null : round((each - low) / span);
  const zero = place(0) ?? 0;
  const end = place(value);
  return {
    zero,
    bar: end === null ? null : { from: Math.min(zero, end), to: Math.max(zero, end) },
    last: place(last),
    milestone: place(milestone),
    milestoneMax: place(milestoneMax),
    path: place(path),
  };
}

/**
 * A bullet as SVG, `width` × `height` in pixels: bar (actual), thin tick (last year), dot above (path), diamond
 * (milestone). Without text: the row it stands in says the numbers.
 */
export function bulletSvg(
  bullet: Bullet,
  settings: { width: number; height: number; theme: ThemeName; colour: string },
): string {
  const { width, height, colour } = settings;
  const { ink, paper, soft, tint } = THEMES[settings.theme];
  const inset = height * 0.3;
  const x = (fraction: number) => round(inset + fraction * (width - 2 * inset));
  const [middle, thick] = [height / 2, height * 0.42];
  const top = round(middle - thick / 2);
  const track = `<rect x="${x(0)}" y="${top}" width="${round(x(1) - x(0))}" height="${round(thick)}" fill="${tint}"/>`;
  const bar = bullet.bar
    ? `<rect x="${x(bullet.bar.from)}" y="${top}" width="${round(Math.max(1, x(bullet.bar.to) - x(bullet.bar.from)))}" height="${round(thick)}" fill="${colour}"/>`
    : '';
  const last = bullet.last === null ? '' : tick(x(bullet.last), top, thick, paper, soft);
  const path =
    bullet.path === null
      ? ''
      : `<path d="M${x(bullet.path)} ${round(top - 0.5)}l${round(-height * 0.13)} ${round(-height * 0.2)}h${round(height * 0.26)}z" fill="${ink}"/>`;
  const marks = [bullet.milestone, bullet.milestoneMax].map((each) =>
    each === null ? '' : diamond(x(each), middle, height * 0.3, paper, ink),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${track}${bar}${last}${path}${marks.join('')}</svg>`;
}

function tick(x: number, top: number, thick: number, paper: string, soft: string): string {
  const d = `M${x} ${round(top - 1)}v${round(thick + 2)}`;
  return `<path d="${d}" stroke="${paper}" stroke-width="3.5"/><path d="${d}" stroke="${soft}" stroke-width="1.5"/>`;
}

function diamond(x: number, y: number, r: number, paper: string, ink: string): string {
  const d = `M${x} ${round(y - r)}L${round(x + r)} ${round(y)}L${x} ${round(y + r)}L${round(x - r)} ${round(y)}Z`;
  return `<path d="${d}" fill="${paper}" stroke="${ink}" stroke-width="1.4"/>`;
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}

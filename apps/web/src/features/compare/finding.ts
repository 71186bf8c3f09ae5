import type { TFunction } from 'i18next';
import { countOutcomes, type Pair } from './match.ts';
import type { Side } from './sides.ts';

type Sized = Pick<Side, 'total' | 'counts'>;

const achievedIn = ({ counts }: Sized): number => counts.find(({ verdict }) => verdict === 'achieved')?.count ?? 0;

/** Without a common indicator the sides differ in how much of their own they have achieved; the better one comes first. */
function withoutCommon(names: { a: string; b: string }, a: Sized, b: Sized, t: TFunction): string {
  const sides = [
    { name: names.a, n: achievedIn(a), total: a.total },
    { name: names.b, n: achievedIn(b), total: b.total },
  ].sort((x, y) => y.n / y.total - x.n / x.total);
  const parts = sides.map((side) => t('compare.achievedOf', side));
  return `${t('compare.noneCommon', names)}${parts.join(t('wall.and'))}`;
}

/**
 * What the comparison found, as a title: 共有12项相同指标：临沂市7项进展更好，济南市2项更好，2项相当，1项无法比较.
 * The side with more to its credit is named first; what does not occur is not said.
 * @param names what the sides are called
 * @param found both sides, each with at least one target, and their common indicators
 */
export function compareFinding(
  names: { a: string; b: string },
  { a, b, pairs }: { a: Sized; b: Sized; pairs: readonly Pick<Pair, 'outcome'>[] },
  t: TFunction,
): string {
  if (pairs.length === 0) return withoutCommon(names, a, b, t);
  const counts = countOutcomes(pairs);
  const sides = (['a', 'b'] as const)
    .map((side) => ({ name: names[side], n: counts[side] }))
    .sort((x, y) => y.n - x.n)
    .filter(({ n }) => n > 0);
  const unclear = counts.unjudged + counts.unlike;
  const parts = [
    ...sides.map((side, index) => t(index === 0 ? 'compare.better' : 'compare.betterToo', side)),
    ...(counts.even > 0 ? [t('compare.even', { n: counts.even })] : []),
    ...(unclear > 0 ? [t('compare.unclear', { n: unclear })] : []),
  ];
  return `${t('compare.common', { n: pairs.length })}${parts.join(t('wall.and'))}`;
}

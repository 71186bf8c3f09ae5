import type { TFunction } from 'i18next';
import { countOutcomes, type Matched } from './match.ts';

/**
 * What the comparison found, as a title: 共有12项相同指标：临沂市7项进展更好，济南市2项更好，2项相当，1项无法比较.
 * The side with more to its credit is named first; what does not occur is not said.
 * @param names what the sides are called
 */
export function compareFinding(
  names: { a: string; b: string },
  { pairs }: Pick<Matched, 'pairs'>,
  t: TFunction,
): string {
  if (pairs.length === 0) return t('compare.noneCommon', names);
  const counts = countOutcomes(pairs);
  const sides = (['a', 'b'] as const)
    .map((side) => ({ name: names[side], n: counts[side] }))
    .sort((x, y) => y.n - x.n)
    .filter(({ n }) => n > 0);
  const unclear = counts.unjudged + counts.unlike;
  const parts = [
    ...sides.map(({ name, n }, index) => t(index === 0 ? 'compare.better' : 'compare.betterToo', { name, n })),
    ...(counts.even > 0 ? [t('compare.even', { n: counts.even })] : []),
    ...(unclear > 0 ? [t('compare.unclear', { n: unclear })] : []),
  ];
  return `${t('compare.common', { n: pairs.length })}${parts.join(t('wall.and'))}`;
}

import type { TFunction } from 'i18next';
import type { Change } from './effect-rows.ts';

/** Changes that make a new version, in the order in which they are said. */
const MAKING = ['new', 'changed', 'status', 'withdrawn'] as const;

/** What releasing a submission does, counted. */
export interface Consequences {
  counts: Readonly<Record<Change, number>>;
  /** Rows that somebody else published meanwhile. */
  movedOn: number;
  /** Targets that get another verdict. */
  verdicts: number;
}

/** 新增12项，更改3项: what new versions there will be; says so where there are none. */
export function changesSentence(counts: Consequences['counts'], t: TFunction): string {
  const parts = MAKING.filter((change) => counts[change] > 0);
  if (parts.length === 0) return t('review.part.none');
  return parts.map((change) => t(`review.part.${change}`, { n: counts[change] })).join(t('review.join'));
}

/** The finding about a submission, its title: 新增12项，更改3项，2项目标研判将改变. */
export function effectSentence({ counts, verdicts }: Consequences, t: TFunction): string {
  const changes = changesSentence(counts, t);
  return verdicts > 0 ? changes + t('review.join') + t('review.part.verdicts', { n: verdicts }) : changes;
}

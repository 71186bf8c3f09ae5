import { escapeXml } from '@dabiao/charts/escape-xml';
import type { TargetDetail, TargetRow } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import type { TFunction } from 'i18next';
import type { Lang } from '../../ui/url-state.ts';
import { latestVersions } from './figure-notes.ts';

/** Measure, kind, unit, place and period: what a chart's subtitle says. */
export function measureWords(row: TargetRow, lang: Lang, t: TFunction): string {
  const name = (lang === 'en' && row.indicator.nameEn) || row.indicator.name;
  return `${name}${t('target.measure', {
    kind: TARGET_KIND_WORDS[row.kind][lang],
    unit: row.judgedUnit,
    place: row.region.name,
    from: row.period.from,
    to: row.period.to,
  })}`;
}

/** Source and status of the latest figure, as-of year and method: what a printed chart must carry. */
export function footWords(detail: TargetDetail, t: TFunction): string {
  const { assessment } = detail.row;
  const used = latestVersions(detail.figures).find(({ year }) => year === assessment.latest?.year);
  const source = used ? [used.source.publisher, used.source.title].filter((each) => each !== null).join(' ') : null;
  return [
    source ? t('chart.source', { source }) : t('chart.noSource'),
    used ? t(`chart.status.${used.status}`) : '',
    t('chart.judged', { year: assessment.asOf }),
    assessment.method ? t('chart.method', { method: t(`how.method.${assessment.method}`) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The HTML that shows a target's chart in another site's page. */
export function embedCode(address: string, title: string): string {
  const [src, said] = [escapeXml(address), escapeXml(title)];
  return `<iframe src="${src}" title="${said}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
}

import type { IndicatorSummary } from '@dabiao/contract/indicator';
import { shownUnit } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import './indicators.css';

/** Every indicator with its unit and how much is known of it; those with most targets first. */
export function IndicatorList({ indicators }: { indicators: readonly IndicatorSummary[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (indicators.length === 0) return <Empty title={t('indicator.empty')}>{t('indicator.emptyHint')}</Empty>;
  const ordered = [...indicators].sort((a, b) => b.targets - a.targets || b.figures - a.figures);
  return (
    <table className="indicator-list">
      <caption>{t('indicator.caption', { n: ordered.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indicator.name')}</th>
          <th scope="col">{t('indicator.unit')}</th>
          <th scope="col">{t('indicator.better')}</th>
          <th scope="col" className="number">
            {t('indicator.targets')}
          </th>
          <th scope="col" className="number">
            {t('indicator.figures')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((indicator) => (
          <tr key={indicator.id}>
            <th scope="row">
              <KeepLink to={`/indicators/${indicator.id}`}>
                {(lang === 'en' && indicator.nameEn) || indicator.name}
              </KeepLink>
            </th>
            <td>{shownUnit(indicator.unit, lang)}</td>
            <td>{t(`indicator.direction.${indicator.direction}`)}</td>
            <td className="number">{indicator.targets}</td>
            <td className="number">{indicator.figures}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

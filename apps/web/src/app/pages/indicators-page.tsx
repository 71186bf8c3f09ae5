import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { IndicatorList } from '../../features/indicators/indicator-list.tsx';
import { indicatorsQuery } from '../../features/indicators/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** `/indicators`: everything that is measured. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.indicators'));
  return (
    <>
      <h1>{t('page.indicators')}</h1>
      <Answer query={useQuery(indicatorsQuery())}>{(indicators) => <IndicatorList indicators={indicators} />}</Answer>
    </>
  );
}

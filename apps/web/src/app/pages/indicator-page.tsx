import type { IndicatorDetail } from '@dabiao/contract/indicator';
import { shownUnit } from '@dabiao/domain/number-text';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import '../../features/indicators/indicators.css';
import { indicatorQuery } from '../../features/indicators/queries.ts';
import { RegionLines } from '../../features/indicators/region-lines.tsx';
import { RegionTable } from '../../features/indicators/region-table.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { TargetTable } from '../../ui/target-table.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';

const KNOWN = ['indicator'] as const;

/** `/indicators/:id`: one quantity across regions and documents. */
export function IndicatorPage() {
  const { id = '' } = useParams();
  const { year } = useUrlState();
  const query = useQuery(indicatorQuery(id, year));
  usePageTitle(query.data?.indicator.name ?? null);
  return (
    <Answer whole query={query}>
      {(detail) => <Shown detail={detail} />}
    </Answer>
  );
}

function Shown({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { indicator, targets } = detail;
  const name = (lang === 'en' && indicator.nameEn) || indicator.name;
  return (
    <div className="indicator-page">
      <h1>{name}</h1>
      <p className="note">
        {t('indicator.facts', {
          unit: shownUnit(indicator.unit, lang),
          direction: t(`indicator.direction.${indicator.direction}`),
        })}
        {indicator.definition ? ` · ${indicator.definition}` : ''}
      </p>
      <section aria-labelledby="compare">
        <h2 id="compare">{t('indicator.compare')}</h2>
        <RegionLines detail={detail} />
        <RegionTable detail={detail} />
      </section>
      <section aria-labelledby="targets">
        <h2 id="targets">{t('indicator.targets')}</h2>
        {targets.length > 0 ? (
          <TargetTable caption={t('target.listed', { n: targets.length })} rows={targets} known={KNOWN} />
        ) : (
          <Empty title={t('indicator.noTargets')} />
        )}
      </section>
    </div>
  );
}

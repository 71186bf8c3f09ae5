import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { targetQuery } from './queries.ts';
import './targets.css';

const SHOWN = 30;

/** Targets judged anew, each with its verdict now; at most thirty. */
export function TouchedTargets({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const answers = useQueries({ queries: ids.slice(0, SHOWN).map((id) => targetQuery(id, null)) });
  return (
    <>
      <ul className="related">
        {answers.map(({ data }, index) =>
          data ? (
            <li key={data.row.id}>
              <AssessmentMark assessment={data.row.assessment} />
              <span>
                <KeepLink to={`/targets/${data.row.id}`}>
                  {data.row.region.name} {(lang === 'en' && data.row.indicator.nameEn) || data.row.indicator.name}
                </KeepLink>{' '}
                <span className="note">{data.row.document.shortTitle}</span>
              </span>
            </li>
          ) : (
            <li key={ids[index]}>
              <span />
              <KeepLink to={`/targets/${ids[index]}`}>{ids[index]}</KeepLink>
            </li>
          ),
        )}
      </ul>
      {ids.length > SHOWN ? <p className="note">{t('submit.moreTouched', { n: ids.length - SHOWN })}</p> : null}
    </>
  );
}

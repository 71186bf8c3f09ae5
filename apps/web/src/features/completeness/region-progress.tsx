import type { Completeness } from '@dabiao/contract/completeness';
import { useTranslation } from 'react-i18next';
import { DownloadLink } from '../../ui/download-link.tsx';
import { queryString } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { type AskedState, requiredOf } from './reporting.ts';

const COLUMNS: readonly AskedState[] = ['scheduled', 'in_review', 'draft', 'missing', 'overdue'];

/** How far each region is: released of required as a bar, the rest in numbers, and its workbook to fill in. */
export function RegionProgress({ regions, year }: Pick<Completeness, 'regions' | 'year'>) {
  const { t } = useTranslation();
  const needed = regions.filter(({ counts }) => requiredOf(counts) > 0);
  if (needed.length === 0) return null;
  return (
    <section aria-labelledby="by-region">
      <h2 id="by-region">{t('reporting.byRegion')}</h2>
      <table className="region-progress">
        <thead>
          <tr>
            <th scope="col">{t('reporting.column.region')}</th>
            <th scope="col">{t('reporting.word.released')}</th>
            {COLUMNS.map((state) => (
              <th key={state} scope="col" className="number">
                {t(`reporting.word.${state}`)}
              </th>
            ))}
            <th scope="col">{t('reporting.column.template')}</th>
          </tr>
        </thead>
        <tbody>
          {needed.map((region) => (
            <RegionLine key={region.code} region={region} year={year} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RegionLine({ region, year }: { region: Completeness['regions'][number]; year: number }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const { code, name, counts } = region;
  const all = requiredOf(counts);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => change({ region: code })}>
          {name}
        </button>
      </th>
      <td className="region-progress__share" data-label={t('reporting.word.released')}>
        <span className="reporting-bar" aria-hidden="true">
          <span style={{ width: `${(100 * counts.released) / all}%` }} />
        </span>
        {counts.released}/{all}
      </td>
      {COLUMNS.map((state) => (
        <td
          key={state}
          className={counts[state] === 0 ? 'number region-progress__zero' : `number region-progress__${state}`}
          data-label={t(`reporting.word.${state}`)}
        >
          {counts[state]}
        </td>
      ))}
      <td>
        <DownloadLink path={`/templates/figures.xlsx${queryString({ region: code, year })}`}>
          {t('reporting.template')}
          <span className="unseen"> {name}</span>
        </DownloadLink>
      </td>
    </tr>
  );
}

import { VERDICT_WORDS, VERDICTS } from '@dabiao/domain/verdict';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { targetsQuery } from '../../features/targets/queries.ts';
import '../../features/targets/targets.css';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TargetTable } from '../../ui/target-table.tsx';
import { readText, readVerdict } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/targets`: targets of every document, narrowed by what the URL says. */
export function TargetsPage() {
  const { t } = useTranslation();
  const { params, year, region } = useUrlState();
  const asked = {
    year,
    region,
    verdict: readVerdict(params),
    department: readText(params, 'department'),
    document: readText(params, 'document'),
    q: readText(params, 'q'),
  };
  usePageTitle(t('page.targets'));
  return (
    <>
      <h1>{asked.department ?? t('page.targets')}</h1>
      <Search />
      <Answer query={useQuery(targetsQuery(asked))} lines={10}>
        {(rows) =>
          rows.length > 0 ? (
            <TargetTable caption={t('target.listed', { n: rows.length })} rows={rows} />
          ) : (
            <Empty title={t('filter.nothing')}>{t('filter.nothingHint')}</Empty>
          )
        }
      </Answer>
    </>
  );
}

/** Words to search for, verdict and department; the department is taken away by its own button. */
function Search() {
  const { t } = useTranslation();
  const lang = useLang();
  const { params, change } = useUrlState();
  const department = readText(params, 'department');
  return (
    <search className="target-search no-print">
      <SearchField />
      <SelectField
        label={t('filter.verdict')}
        value={readVerdict(params) ?? ''}
        onChange={(verdict) => change({ verdict })}
        options={[
          { value: '', label: t('filter.every') },
          ...VERDICTS.map((verdict) => ({ value: verdict, label: VERDICT_WORDS[verdict][lang] })),
        ]}
      />
      {department === null ? null : (
        <button type="button" className="button" onClick={() => change({ department: null })}>
          {t('filter.withoutDepartment', { department })}
        </button>
      )}
    </search>
  );
}

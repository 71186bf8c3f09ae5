import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DepartmentList } from '../../features/departments/department-list.tsx';
import { targetsQuery } from '../../features/targets/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/departments`: whose is it. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const { year, region } = useUrlState();
  usePageTitle(t('page.departments'));
  return (
    <>
      <h1>{t('page.departments')}</h1>
      <Answer query={useQuery(targetsQuery({ year, region }))}>{(rows) => <DepartmentList rows={rows} />}</Answer>
    </>
  );
}

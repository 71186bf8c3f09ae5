import type { TargetRow } from '@dabiao/contract/target';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { VerdictBar } from '../../ui/verdict-bar.tsx';
import { type DepartmentStand, standOf, toDepartments } from './departments.ts';
import './departments.css';

/** How all targets with a department stand, whose words are the key to the bars; then every department with what it answers for, and how that stands. */
export function DepartmentList({ rows }: { rows: readonly TargetRow[] }) {
  const { t } = useTranslation();
  const departments = toDepartments(rows);
  if (departments.length === 0) return <Empty title={t('department.empty')}>{t('department.emptyHint')}</Empty>;
  const most = Math.max(...departments.map(({ total }) => total));
  return (
    <>
      <VerdictBar counts={standOf(rows)} />
      <DepartmentTable departments={departments} most={most} />
    </>
  );
}

interface DepartmentTableProps {
  departments: readonly DepartmentStand[];
  /** Targets of the department with most of them: its bar is as wide as the column. */
  most: number;
}

function DepartmentTable({ departments, most }: DepartmentTableProps) {
  const { t } = useTranslation();
  return (
    <table className="departments">
      <caption>{t('department.caption', { n: departments.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('target.column.departments')}</th>
          <th scope="col">{t('department.stand')}</th>
          <th scope="col" className="number">
            {t('department.total')}
          </th>
          <th scope="col" className="number">
            {t('department.lead')}
          </th>
          <th scope="col" className="number">
            {t('overview.attention')}
          </th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ name, total, lead, attention, counts }) => (
          <tr key={name}>
            <th scope="row">
              <KeepLink to="/targets" search={{ department: name }}>
                {name}
              </KeepLink>
            </th>
            <td className="departments__bar">
              <div style={{ width: `${(total / most) * 100}%` }}>
                <VerdictBar counts={counts} size="small" />
              </div>
            </td>
            <td className="number" data-label={t('department.total')}>
              {total}
            </td>
            <td className="number" data-label={t('department.lead')}>
              {lead}
            </td>
            <td className="number" data-label={t('overview.attention')}>
              {attention}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

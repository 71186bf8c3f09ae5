import type { TargetRow } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ActualAndTarget } from '../../ui/target-rows.tsx';

interface OnlyListProps {
  /** Tells the two lists of a page apart. */
  id: string;
  name: string;
  rows: readonly TargetRow[];
}

/** What only one side demands. */
export function OnlyList({ id, name, rows }: OnlyListProps) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('compare.only', { name, n: rows.length })}</h2>
      {rows.length === 0 ? <p className="note">{t('compare.onlyNone')}</p> : null}
      <ul className="only-list">
        {rows.map((row) => (
          <li key={row.id}>
            <AssessmentMark assessment={row.assessment} />
            <span>
              <KeepLink to={`/targets/${row.id}`}>
                {(lang === 'en' && row.indicator.nameEn) || row.indicator.name}
              </KeepLink>{' '}
              {row.kind === 'level' || row.kind === 'share' ? null : (
                <span className="note">{TARGET_KIND_WORDS[row.kind][lang]}</span>
              )}
            </span>
            <span className="only-list__numbers">
              <ActualAndTarget row={row} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Submission } from '@dabiao/contract/submission';
import { useTranslation } from 'react-i18next';

/** Every problem with its sheet and cell, errors first; severity is shape and word. */
export function ProblemList({ problems }: { problems: Submission['problems'] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const ordered = [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{t('submit.problems', { errors, warnings: problems.length - errors })}</h2>
      <ul className="upload-problems">
        {ordered.map((problem) => (
          <li
            key={`${problem.sheet}${problem.cell}${problem.code}${problem.message}`}
            className={`upload-problem upload-problem--${problem.severity}`}
          >
            <span className="upload-problem__severity">
              <span aria-hidden="true">{problem.severity === 'error' ? '✕' : '◆'}</span>{' '}
              {t(`submit.severity.${problem.severity}`)}
            </span>
            <span className="upload-problem__place">
              {[problem.sheet, problem.cell].filter((part) => part !== null).join('!') || t('submit.wholeFile')}
            </span>
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { submissionQuery, submissionsInQuery } from './queries.ts';
import { ReturnedNote } from './returned-note.tsx';

/** Submissions that came back, each with what the reviewer said and the way to mend it; nothing where none did. */
export function ReturnedList() {
  const { t } = useTranslation();
  const { data } = useQuery(submissionsInQuery('returned'));
  const answers = useQueries({ queries: (data?.items ?? []).map(({ id }) => submissionQuery(id)) });
  const own = answers.flatMap(({ data: submission }) => (submission?.own ? [submission] : []));
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="returned" className="returned-list">
      <h2 id="returned">{t('submit.returnedTitle', { n: own.length })}</h2>
      <ul>
        {own.map(({ id, fileName, steps }) => (
          <li key={id}>
            <p>
              <b>{fileName}</b>
            </p>
            <ReturnedNote steps={steps} />
            <KeepLink to="/submit" search={{ submission: id }} className="button">
              {t('submit.mend')}
            </KeepLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

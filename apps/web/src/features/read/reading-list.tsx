import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { chinaMoment } from '../../ui/china-time.ts';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { readingsQuery } from './queries.ts';

/** Documents that were handed in to be read, newest first. */
export function ReadingList() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="read-list">
      <h2 id="read-list">{t('read.list')}</h2>
      <Answer query={useQuery(readingsQuery())} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('read.listEmpty')}>{t('read.listEmptyHint')}</Empty>
          ) : (
            <div className="read-list">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('read.column.title')}</th>
                    <th scope="col">{t('read.column.state')}</th>
                    <th scope="col">{t('read.column.by')}</th>
                    <th scope="col">{t('read.column.at')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <td>
                        <KeepLink to="/read" search={{ reading: one.id }}>
                          {one.title || one.fileName}
                        </KeepLink>
                      </td>
                      <td>
                        {one.state === 'open' ? t('read.open', { n: one.counts.open }) : t(`read.ended.${one.state}`)}
                      </td>
                      <td>{one.createdBy}</td>
                      <td>{chinaMoment(one.createdAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
}

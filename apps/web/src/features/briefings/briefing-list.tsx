import type { Briefing } from '@dabiao/contract/briefing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { readBriefingFilter } from './briefing-filters.tsx';
import { fileSize } from './file-size.ts';
import { batchAddress, briefingAddress, briefingsQuery } from './queries.ts';

/** Every kept briefing that the filters let through, newest first: of what, by whom, of which data. */
export function BriefingList() {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const filter = readBriefingFilter(params);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    briefingsQuery(filter),
  );
  if (!data) return error ? <ProblemMessage error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0 && Object.values(filter).some((value) => value !== null)) {
    return (
      <Empty title={t('briefing.nothing')}>
        <button type="button" className="button" onClick={() => change({ scope: null, for: null, by: null, q: null })}>
          {t('briefing.reset')}
        </button>
      </Empty>
    );
  }
  if (items.length === 0) return <Empty title={t('briefing.empty')}>{t('briefing.emptyHint')}</Empty>;
  return (
    <>
      <table className="briefing-list">
        <caption>{t('briefing.caption', { n: data.pages[0]?.total ?? items.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('briefing.title')}</th>
            <th scope="col">{t('briefing.of')}</th>
            <th scope="col">{t('briefing.asOf')}</th>
            <th scope="col">{t('briefing.madeAt')}</th>
            <th scope="col">{t('briefing.data')}</th>
            <th scope="col">{t('briefing.files')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((briefing) => (
            <Row key={briefing.id} briefing={briefing} />
          ))}
        </tbody>
      </table>
      {hasNextPage ? (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('state.more')}
        </button>
      ) : null}
    </>
  );
}

function Row({ briefing }: { briefing: Briefing }) {
  const { t } = useTranslation();
  const { title, number, form, draft, year, createdAt, createdBy, figures, dataAt, dataHash, pages } = briefing;
  const facts = [number, t(`briefing.dialog.${form}`), pages === null ? null : t('briefing.pages', { n: pages })];
  return (
    <tr>
      <th scope="row">
        <LabelMark label={briefing.label} />
        {title}
        {draft ? <strong className="briefing-list__draft">{t('briefing.draft')}</strong> : null}
        <span className="briefing-list__facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </th>
      <td>
        <Subject briefing={briefing} />
      </td>
      <td>{t('picker.year', { year })}</td>
      <td>
        {chinaMoment(createdAt)}
        {createdBy ? ` · ${createdBy}` : ''}
      </td>
      <td title={dataHash}>
        {t('briefing.figures', { n: figures })}
        {dataAt === null ? null : (
          <span className="briefing-list__facts">{t('briefing.dataAt', { at: chinaMoment(dataAt) })}</span>
        )}
      </td>
      <td>
        <Files briefing={briefing} />
      </td>
    </tr>
  );
}

function Subject({ briefing: { scope, document, documentTitle, scopeName, year } }: { briefing: Briefing }) {
  const { t } = useTranslation();
  if (document !== null) {
    return (
      <KeepLink to={`/documents/${document}`} search={{ year }}>
        {documentTitle ?? document}
      </KeepLink>
    );
  }
  return <>{scopeName ?? t(scope === 'targets' ? 'briefing.targets' : 'briefing.whole')}</>;
}

function Files({ briefing: { id, bytes, batch, title } }: { briefing: Briefing }) {
  const { t } = useTranslation();
  const named = (ending: string) => `${ending} ${title}`;
  return (
    <span className="briefing-list__files">
      <a href={briefingAddress(id)} download aria-label={named(`PDF ${fileSize(bytes)}`)}>
        PDF {fileSize(bytes)}
      </a>
      <a href={briefingAddress(id, 'docx')} download aria-label={named('DOCX')}>
        DOCX
      </a>
      <a href={briefingAddress(id, 'xlsx')} download aria-label={named('XLSX')}>
        XLSX
      </a>
      {batch === null ? null : (
        <a href={batchAddress(batch)} download>
          {t('briefing.batch')}
        </a>
      )}
    </span>
  );
}

import type { BriefingJob } from '@dabiao/contract/briefing';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { batchAddress, briefingAddress, jobsQuery } from './queries.ts';

/** What the user asked for and what has become of it; nothing where nothing was asked for lately. */
export function RunningBriefings() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery(jobsQuery());
  const jobs = data?.items ?? [];
  const done = jobs.reduce((sum, job) => sum + job.done, 0);
  useEffect(() => {
    if (done === 0) return;
    void client.invalidateQueries({ queryKey: ['briefings'] });
    void client.invalidateQueries({ queryKey: ['briefing-choices'] });
  }, [done, client]);
  if (jobs.length === 0) return null;
  return (
    <section className="running-briefings" aria-live="polite">
      <h2>{t('briefing.job.title')}</h2>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <Job job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Job({ job }: { job: BriefingJob }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { id, kind, title, state, ahead, done, total, problem } = job;
  const waits = ahead > 1 ? t('briefing.job.waiting', { ahead: ahead - 1 }) : t('briefing.job.next');
  const made = kind === 'batch' ? t('briefing.job.progress', { done, total }) : t('briefing.job.making');
  const said = {
    waiting: done > 0 ? made : waits,
    making: made,
    done: t('briefing.job.done'),
    failed: t('briefing.job.failed', { why: problem?.[lang] ?? '' }),
  }[state];
  const running = state === 'waiting' || state === 'making';
  const name = kind === 'batch' ? `${title} · ${total}` : title;
  return (
    <>
      <span className="running-briefings__title">{name}</span>
      <span className="note">{said}</span>
      {running ? <progress max={total} {...(kind === 'batch' ? { value: done } : {})} aria-label={name} /> : null}
      {state === 'done' ? (
        <a href={kind === 'batch' ? batchAddress(id) : briefingAddress(id)} download>
          {kind === 'batch' ? t('briefing.job.zip') : 'PDF'}
        </a>
      ) : null}
    </>
  );
}

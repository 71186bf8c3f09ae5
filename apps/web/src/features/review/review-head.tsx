import type { Submission } from '@dabiao/contract/submission';
import { useTranslation } from 'react-i18next';
import { chinaMoment, chinaTime } from '../../ui/china-time.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { useLang } from '../../ui/lang.ts';
import { stageOf } from './list-filter.ts';
import { StageMark } from './stage-mark.tsx';

/** What is known of a submission: what, who, when, where it stands, its files, and every step so far. */
export function ReviewHead({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  return (
    <section className="review-head" aria-label={t('review.fact.state')}>
      <Facts submission={submission} />
      <Files submission={submission} />
      <Steps steps={submission.steps} />
    </section>
  );
}

function Facts({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { releaseAt, releasedAt, counts } = submission;
  const release = releasedAt ?? releaseAt;
  return (
    <dl className="review-facts">
      <div>
        <dt>{t('review.fact.state')}</dt>
        <dd>
          <StageMark stage={stageOf(submission)} />
        </dd>
      </div>
      <div>
        <dt>{t('review.fact.maker')}</dt>
        <dd>{submission.createdBy}</dd>
      </div>
      <div>
        <dt>{t('review.fact.at')}</dt>
        <dd>{chinaMoment(submission.createdAt)}</dd>
      </div>
      <div>
        <dt>{t('review.fact.kind')}</dt>
        <dd>{t(`review.kind.${submission.kind}`)}</dd>
      </div>
      {submission.label === 'public' ? null : (
        <div>
          <dt>{t('label.title')}</dt>
          <dd>
            <LabelMark label={submission.label} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('review.fact.figures')}</dt>
        <dd>{t('review.figuresOf', { n: counts.figures })}</dd>
      </div>
      {release ? (
        <div>
          <dt>{t('review.fact.release')}</dt>
          <dd>{t(releasedAt ? 'review.released' : 'review.releasesAt', { time: chinaTime(release, lang) })}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Files({ submission: { id, may, kind, fileHash } }: { submission: Submission }) {
  const { t } = useTranslation();
  if (!may.includes('file')) return null;
  return (
    <div className="review-files">
      <DownloadLink path={`/submissions/${encodeURIComponent(id)}/file`}>{t('review.file')}</DownloadLink>
      {kind === 'file' ? (
        <DownloadLink path={`/submissions/${encodeURIComponent(id)}/marked.xlsx`}>{t('review.marked')}</DownloadLink>
      ) : null}
      <span className="note">
        {t('review.fact.hash')} <code title={fileHash}>{fileHash.slice(0, 12)}</code>
      </span>
    </div>
  );
}

function Steps({ steps }: { steps: Submission['steps'] }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <ol className="review-steps" aria-label={t('review.steps')}>
      {steps.map(({ action, at, by, reason, releaseAt }, index) => (
        <li key={`${at}${action}`}>
          <span className="review-steps__at">{chinaMoment(at)}</span>
          <span>
            <b>{t(`review.step.${action}`)}</b> {by ?? t('review.program')}
            {releaseAt ? <> {t('review.releasesAt', { time: chinaTime(releaseAt, lang) })}</> : null}
            {reason && reason !== steps[index - 1]?.reason ? (
              <span className="review-steps__reason">{t('review.remark', { reason })}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

import type { Submission } from '@dabiao/contract/submission';
import { formatNumber } from '@dabiao/domain/number-text';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { countKinds } from './problem-groups.ts';
import { useRecheck } from './queries.ts';
import { RunProgress } from './run-progress.tsx';

/** What was read, in a sentence; where from; and the file to be taken back, marked or as it was. */
export function CheckHead({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const { id, kind, fileName, createdAt, createdBy, may, repeated } = submission;
  const recheck = useRecheck(id);
  return (
    <header className="check-head">
      <div className="check-head__row">
        <div>
          <h2>{useSentence(submission)}</h2>
          <p className="submit-file">
            <LabelMark label={submission.label} />
            {fileName} · {chinaMoment(createdAt)} · {createdBy}
          </p>
        </div>
        <p className="check-head__buttons">
          {kind === 'file' && may.includes('file') ? <Downloads id={id} /> : null}
          {may.includes('recheck') ? (
            <Button loading={recheck.isPending} onClick={() => recheck.mutate()}>
              {t('submit.recheck')}
            </Button>
          ) : null}
        </p>
      </div>
      {repeated ? (
        <p role="status" className="check-head__repeated">
          {t('submit.repeated')}
        </p>
      ) : null}
      {recheck.isPending ? <RunProgress runKey={id} of="reread" /> : null}
      {recheck.error ? <ProblemMessage error={recheck.error} /> : null}
      <p role="status" className="unseen">
        {recheck.isSuccess ? t('submit.rechecked') : ''}
      </p>
    </header>
  );
}

function Downloads({ id }: { id: string }) {
  const { t } = useTranslation();
  const path = `/submissions/${encodeURIComponent(id)}`;
  return (
    <>
      <DownloadLink path={`${path}/marked.xlsx`} button>
        {t('submit.marked')}
      </DownloadLink>
      <DownloadLink path={`${path}/file`} button>
        {t('submit.original')}
      </DownloadLink>
    </>
  );
}

/** The finding: how many figures, how many errors, how many to be confirmed. */
function useSentence({ counts, problems, may }: Submission): string {
  const { t } = useTranslation();
  const { error, confirm } = countKinds(problems);
  return [
    counts.figures === 0 ? t('submit.finding.none') : t('submit.finding.read', { n: formatNumber(counts.figures, 0) }),
    error > 0 ? t('submit.finding.errors', { n: error }) : '',
    confirm > 0 ? t('submit.finding.confirm', { n: confirm }) : '',
    counts.figures > 0 && error === 0 && confirm === 0 ? t('submit.finding.clean') : '',
    counts.figures === 0 && may.includes('correct') ? t('submit.finding.mend') : '',
  ].join('');
}

import type { Submission } from '@dabiao/contract/submission';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaClock, dayAfter, releaseMoment } from '../../ui/china-time.ts';
import { type Consequences, changesSentence } from './consequences.ts';
import { stageOf } from './list-filter.ts';
import type { Move } from './queries.ts';
import { ReasonArea } from './reason-area.tsx';
import { type ReleaseChoice, ReleaseFields } from './release-fields.tsx';

interface ApproveDialogProps {
  submission: Submission;
  /** What releasing does; null while it is being worked out. */
  consequences: Consequences | null;
  onMove: (move: Move) => void;
  onClose: () => void;
}

/** The time it waits for now, else nine in the morning of the day after. */
function firstChoice({ releaseAt }: Submission, scheduled: boolean): ReleaseChoice {
  const clock = scheduled && releaseAt !== null ? chinaClock(releaseAt) : null;
  return { later: clock !== null, day: clock?.day ?? dayAfter(Date.now()), time: clock?.time ?? '09:00' };
}

/** Approving, at once or for a time; of what waits already, its time. Says what will happen before it does. */
export function ApproveDialog({ submission, consequences, onMove, onClose }: ApproveDialogProps) {
  const { t } = useTranslation();
  const scheduled = stageOf(submission) === 'scheduled';
  const [choice, setChoice] = useState(() => firstChoice(submission, scheduled));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const chosen = releaseMoment(choice.day, choice.time, Date.now());
  const approve = () => {
    setChecked(true);
    if (choice.later && 'fault' in chosen) return;
    const releaseAt = choice.later && 'moment' in chosen ? chosen.moment : null;
    const said = reason.trim();
    onMove({
      verb: 'approve',
      body: { revision: submission.revision, releaseAt, ...(said === '' ? {} : { reason: said }) },
    });
  };
  const verb = scheduled ? 'doReschedule' : choice.later ? 'doSchedule' : 'doApprove';
  return (
    <Modal
      open
      title={t(scheduled ? 'review.dialog.reschedule' : 'review.dialog.approve')}
      okText={t(`review.dialog.${verb}`)}
      cancelText={t('review.cancel')}
      onOk={approve}
      onCancel={onClose}
    >
      <div className="review-dialog">
        <WillHappen consequences={consequences} own={submission.own} />
        <ReleaseFields choice={choice} chosen={chosen} scheduled={scheduled} checked={checked} onChange={setChoice} />
        <p>{t(choice.later ? 'review.dialog.embargoed' : 'review.dialog.final')}</p>
        <ReasonArea label={t('review.dialog.remark')} value={reason} onChange={setReason} />
      </div>
    </Modal>
  );
}

function WillHappen({ consequences, own }: { consequences: Consequences | null; own: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {consequences ? (
        <p>
          {t('review.dialog.willPublish', { parts: changesSentence(consequences.counts, t) })}
          {consequences.counts.unchanged > 0
            ? t('review.dialog.unchangedStay', { n: consequences.counts.unchanged })
            : null}
          {consequences.verdicts > 0
            ? t('review.dialog.verdicts', { n: consequences.verdicts })
            : t('review.dialog.noVerdicts')}
        </p>
      ) : null}
      {consequences && consequences.movedOn > 0 ? (
        <p className="review-dialog__warning">✕ {t('review.movedOn', { n: consequences.movedOn })}</p>
      ) : null}
      {own ? <p>{t('review.ownAllowed')}</p> : null}
    </>
  );
}

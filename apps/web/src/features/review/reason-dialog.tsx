import type { Submission } from '@dabiao/contract/submission';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stageOf } from './list-filter.ts';
import type { Move } from './queries.ts';
import { ReasonArea } from './reason-area.tsx';

interface ReasonDialogProps {
  verb: 'return' | 'withdraw';
  submission: Submission;
  onMove: (move: Move) => void;
  onClose: () => void;
}

/** Returning or withdrawing: says what will happen and asks why. Only what nobody has approved may be withdrawn without. */
export function ReasonDialog({ verb, submission, onMove, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const scheduled = stageOf(submission) === 'scheduled';
  const needed = verb === 'return' || scheduled;
  const said = reason.trim();
  const move = () => {
    setChecked(true);
    if (needed && said === '') return;
    onMove({ verb, body: { revision: submission.revision, ...(said === '' ? {} : { reason: said }) } });
  };
  return (
    <Modal
      open
      title={t(`review.dialog.${verb}`)}
      okText={t(verb === 'return' ? 'review.dialog.doReturn' : 'review.dialog.doWithdraw')}
      cancelText={t('review.cancel')}
      onOk={move}
      onCancel={onClose}
    >
      <div className="review-dialog">
        <p>
          {t(verb === 'return' ? 'review.dialog.returnNote' : 'review.dialog.withdrawNote')}
          {verb === 'return' && scheduled ? t('review.dialog.returnScheduled') : null}
        </p>
        <ReasonArea
          label={t(needed ? 'review.dialog.reason' : 'review.dialog.remark')}
          value={reason}
          fault={checked && needed && said === '' ? t('review.dialog.reasonMissing') : null}
          onChange={setReason}
        />
      </div>
    </Modal>
  );
}

import type { Submission } from '@dabiao/contract/submission';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';

/** The reviewer's words on a submission that came back: the latest return. */
export function ReturnedNote({ steps }: Pick<Submission, 'steps'>) {
  const { t } = useTranslation();
  const step = steps.findLast(({ action }) => action === 'return');
  if (!step) return null;
  return (
    <div className="returned-note">
      <p className="returned-note__title">
        <span aria-hidden="true">↩</span> {t('submit.returnedBy', { by: step.by ?? '', time: chinaMoment(step.at) })}
      </p>
      {step.reason ? <blockquote>{step.reason}</blockquote> : null}
    </div>
  );
}

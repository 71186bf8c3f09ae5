import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../../ui/problem-message.tsx';
import { RunProgress } from '../run-progress.tsx';
import type { CorrectionsInHand, Outcome } from './use-corrections.ts';

/** What the last correction came to, that it is remembered, and the way back. */
export function CorrectionOutcome({ submission, corrections }: { submission: string; corrections: CorrectionsInHand }) {
  const { t } = useTranslation();
  const { outcome, running, error, mayUndo, undo } = corrections;
  return (
    <div className="correction-outcome">
      {running ? <RunProgress runKey={submission} of="reread" /> : null}
      {error ? <ProblemMessage error={error} /> : null}
      <p role="status">{!running && outcome ? <Sentence outcome={outcome} /> : ''}</p>
      {mayUndo && !running ? (
        <button type="button" className="button" onClick={undo}>
          {t('sheet.undo')}
        </button>
      ) : null}
    </div>
  );
}

function Sentence({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const { before, after, remembered, undone } = outcome;
  const counts = {
    figures: after.figures,
    figuresBefore: before.figures,
    errors: after.errors,
    errorsBefore: before.errors,
  };
  return (
    <>
      {t(undone ? 'sheet.undone' : 'sheet.reread', counts)} {remembered ? t('sheet.remembered') : ''}
      {!remembered && !undone ? t('sheet.thisFileOnly') : ''}
    </>
  );
}

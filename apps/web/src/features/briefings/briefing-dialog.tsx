import type { BriefingChoices } from '@dabiao/contract/briefing';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { type BriefingChoice, batchSize, CHOICE_PARAMS, toBatchBody, toBody } from './briefing-choice.ts';
import { BriefingFields } from './briefing-fields.tsx';
import { BriefingPreview } from './briefing-preview.tsx';
import { useAskForBriefing } from './queries.ts';
import './briefing-dialog.css';

interface BriefingDialogProps {
  choice: BriefingChoice;
  choices: BriefingChoices;
  year: number;
  /** Whether the user may see figures that are not released. */
  mayDraft: boolean;
}

/** A new briefing: what it is of and how it looks on one side, the pages as they will be on the other. */
export function BriefingDialog({ choice, choices, year, mayDraft }: BriefingDialogProps) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const lang = useLang();
  const ask = useAskForBriefing();
  const close = () => change(Object.fromEntries(CHOICE_PARAMS.map((name) => [name, null])), true);
  const body = toBody(choice, choices, year, lang);
  const start = () => {
    const batch = toBatchBody(choice, year, lang);
    if (batch) ask.mutate({ batch }, { onSuccess: close });
    else if (body) ask.mutate({ one: body }, { onSuccess: close });
  };
  const size = batchSize(choice, choices);
  return (
    <Frame onClose={close}>
      <form
        className="briefing-dialog__form"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <BriefingFields choice={choice} choices={choices} year={year} mayDraft={mayDraft} />
        {size === null ? null : <p className="note">{t('briefing.dialog.batchNote', { n: size })}</p>}
        {ask.error ? <ProblemMessage error={ask.error} onRetry={start} /> : null}
        <p className="briefing-dialog__actions">
          <button type="submit" className="button button--main" disabled={body === null || ask.isPending}>
            {t('briefing.make')}
          </button>
        </p>
      </form>
      {body === null ? (
        <p className="briefing-dialog__preview note">{t('briefing.dialog.pickFirst')}</p>
      ) : (
        <BriefingPreview body={body} />
      )}
    </Frame>
  );
}

function Frame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // Closing it gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="briefing-dialog no-print" aria-labelledby={title} onClose={onClose}>
      <header className="briefing-dialog__head">
        <h2 id={title}>{t('briefing.dialog.title')}</h2>
        <button
          type="button"
          className="briefing-dialog__close"
          aria-label={t('briefing.dialog.close')}
          onClick={() => dialog.current?.close()}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      </header>
      <div className="briefing-dialog__body">{children}</div>
    </dialog>
  );
}

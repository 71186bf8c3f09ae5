import type { Reading } from '@dabiao/contract/reading';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useAbandon, useDrop } from './queries.ts';

interface GiveUpProps {
  reading: Reading;
  onDropped: () => void;
}

const WAYS = ['drop', 'abandon'] as const;

/** Gives up a document that was never published, or the correction of one that is; asked once more before it is done. */
export function GiveUp({ reading, onDropped }: GiveUpProps) {
  const { t } = useTranslation();
  const question = useId();
  const [asking, setAsking] = useState(false);
  const drop = useDrop(reading.id);
  const abandon = useAbandon(reading.id);
  const way = WAYS.find((right) => reading.rights.includes(right));
  const go = () => {
    const done = { onSettled: () => setAsking(false) };
    if (way === 'drop') drop.mutate(undefined, { ...done, onSuccess: onDropped });
    else abandon.mutate(reading.revision, done);
  };
  const error = drop.error ?? abandon.error;
  return (
    <>
      {way && !asking ? (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t(`read.${way}`)}
        </button>
      ) : null}
      {way && asking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
        <div role="group" className="read-give-up" aria-labelledby={question}>
          <span id={question} className="read-give-up__question">
            {t(`read.${way}Ask`)}
          </span>
          <button
            type="button"
            className="button read-give-up__do"
            disabled={drop.isPending || abandon.isPending}
            onClick={go}
          >
            {t(`read.${way}Do`)}
          </button>
          {/* Last, where the first button was: a double click does nothing. */}
          <button
            type="button"
            className="button"
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
            autoFocus
            onClick={() => setAsking(false)}
          >
            {t(`read.${way}Not`)}
          </button>
        </div>
      ) : null}
      {error || abandon.isSuccess ? (
        <div className="read-give-up__said" role={error ? undefined : 'status'}>
          {error ? <ProblemMessage error={error} /> : null}
          {abandon.isSuccess && reading.state === 'published' ? <p className="note">{t('read.abandoned')}</p> : null}
        </div>
      ) : null}
    </>
  );
}

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useCorrect } from './queries.ts';
import { TextField } from './text-field.tsx';

/** Opens a published document again, with the reason why. */
export function CorrectForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const correct = useCorrect(id);
  if (!asking)
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('read.correct')}
      </button>
    );
  const go = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate(reason.trim());
  };
  return (
    <form className="read-correct" onSubmit={go}>
      <TextField label={t('read.correctWhy')} value={reason} first onChange={setReason} />
      <button type="submit" className="button button--main" disabled={reason.trim().length < 2 || correct.isPending}>
        {t('read.correctDo')}
      </button>
      <button type="button" className="button" onClick={() => setAsking(false)}>
        {t('read.cancel')}
      </button>
      <p className="note read-correct__hint">{t('read.correctHint')}</p>
      {correct.error ? <ProblemMessage error={correct.error} /> : null}
    </form>
  );
}

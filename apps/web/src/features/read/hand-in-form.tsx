import type { Label } from '@dabiao/domain/label';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelField } from '../../ui/label-field.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { newTextAttempt, type TextAttempt } from './hand-in.ts';
import { readProgressQuery, useHandInText } from './queries.ts';
import { TextField } from './text-field.tsx';

/** Choose a file or paste text; it is read at once and nothing is published. */
export function HandInForm({ clearance, onRead }: { clearance: Label; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [label, setLabel] = useState<Label>('public');
  const handIn = useHandInText();
  const send = (attempt: TextAttempt) => handIn.mutate(attempt, { onSuccess: ({ id }) => onRead(id) });
  const paste = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send(newTextAttempt(name.trim() || t('read.pasted'), text, label));
  };
  return (
    <section className="read-in" aria-labelledby="read-in">
      <h2 id="read-in">{t('read.handIn')}</h2>
      <p className="note">{t('read.handInHint')}</p>
      <LabelField name={t('label.handIn')} value={label} to={clearance} onChange={setLabel} />
      <label className="read-field">
        <span>{t('read.file')}</span>
        <input
          type="file"
          accept=".txt,.docx,.pdf,.html,.htm"
          disabled={handIn.isPending}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) send(newTextAttempt(file.name, file, label));
            target.value = '';
          }}
        />
      </label>
      <form onSubmit={paste}>
        <label className="read-field">
          <span>{t('read.paste')}</span>
          <textarea rows={8} value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <TextField label={t('read.name')} value={name} onChange={setName} />
        <p className="read-card__actions">
          <button type="submit" className="button button--main" disabled={handIn.isPending || text.trim() === ''}>
            {t('read.readIt')}
          </button>
        </p>
      </form>
      {handIn.isPending ? <Running runKey={handIn.variables.key} name={handIn.variables.name} /> : null}
      {handIn.error ? <ProblemMessage error={handIn.error} /> : null}
    </section>
  );
}

/** How far the reading is; of a PDF, page by page. */
function Running({ runKey, name }: { runKey: string; name: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(readProgressQuery(runKey));
  const paged = data?.done != null && data.total != null;
  return (
    <p role="status">
      {t('read.running', { name })}{' '}
      {paged ? (
        <>
          {t('read.pages', { done: data.done, total: data.total })}{' '}
          <progress value={data.done ?? 0} max={data.total ?? 1} aria-label={t('read.file')} />
        </>
      ) : null}
    </p>
  );
}

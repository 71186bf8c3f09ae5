import type { LabelBody } from '@dabiao/contract/label';
import { LABEL_WORDS, type Label, labelAt, levelOf } from '@dabiao/domain/label';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LabelField } from '../../ui/label-field.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { usePutLabel } from './queries.ts';

interface RaiseLabelProps {
  kind: LabelBody['kind'];
  id: string;
  label: Label;
  /** The highest label of whoever looks. */
  clearance: Label;
}

/** Gives something a higher label; not shown to those who may read nothing higher. */
export function RaiseLabel({ kind, id, label, clearance }: RaiseLabelProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const put = usePutLabel();
  const next = labelAt(levelOf(label) + 1);
  const [chosen, setChosen] = useState<Label>(next);
  if (levelOf(clearance) <= levelOf(label)) return null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ kind, id, label: chosen });
  };
  return (
    <details className="no-print">
      <summary>{t('label.title')}</summary>
      <form onSubmit={save}>
        <p className="note">{t('label.raiseHint')}</p>
        <LabelField name={t('label.set')} value={chosen} from={label} to={clearance} onChange={setChosen} />{' '}
        <button type="submit" className="button" disabled={put.isPending || chosen === label}>
          {t('label.save')}
        </button>
      </form>
      {put.data ? <p role="status">{t('label.saved', { label: LABEL_WORDS[put.data.label][lang] })}</p> : null}
      {put.error ? <ProblemMessage error={put.error} /> : null}
    </details>
  );
}

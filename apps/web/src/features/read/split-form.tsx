import type { ReadingCandidate } from '@dabiao/contract/reading';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from './form-end.tsx';
import { firstCut, lettersOf, nextWord } from './split-places.ts';

interface SplitFormProps {
  candidate: Pick<ReadingCandidate, 'start' | 'fields'>;
  busy: boolean;
  /** @param at where the second part begins, as place in the text */
  onSplit: (at: number) => void;
  onCancel: () => void;
}

const WORD_KEYS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The candidate's words with a cut that is moved through them: by letters, with Ctrl by words. */
export function SplitForm({ candidate: { start, fields }, busy, onSplit, onCancel }: SplitFormProps) {
  const { t } = useTranslation();
  const { quote } = fields;
  const letters = lettersOf(quote);
  const [cut, setCut] = useState(() => firstCut(quote));
  const at = letters[cut] ?? 0;
  const [before, after] = [quote.slice(0, at), quote.slice(at)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSplit(start + at);
  };
  const press = (event: KeyboardEvent) => {
    const by = WORD_KEYS[event.key];
    if (event.key === 'Escape') onCancel();
    else if (event.ctrlKey && by) {
      event.preventDefault();
      setCut(nextWord(quote, cut, by));
    }
  };
  return (
    <form className="read-form" onSubmit={submit}>
      <p className="read-split" aria-hidden="true">
        <span>{before}</span>
        <span className="read-split__after">{after}</span>
      </p>
      <label className="read-field">
        <span>{t('read.splitPlace')}</span>
        <input
          type="range"
          min={1}
          max={letters.length - 1}
          value={cut}
          aria-valuetext={t('read.splitAt', { words: `${before.slice(-8)}｜${after.slice(0, 8)}` })}
          // biome-ignore lint/a11y/noAutofocus: opened by a key or a button, which it takes the place of
          autoFocus
          onChange={(event) => setCut(Number(event.target.value))}
          onKeyDown={press}
        />
      </label>
      <FormEnd faults={[]} busy={busy} done={t('read.splitDo')} onCancel={onCancel} />
    </form>
  );
}

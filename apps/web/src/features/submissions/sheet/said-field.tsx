import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SaidFieldProps {
  label: string;
  value: string;
  /** Whether a text may be sent. */
  check: (text: string) => boolean;
  /** Said where it may not. */
  wrong: string;
  numeric?: boolean;
  disabled: boolean;
  onSay: (text: string) => void;
}

/** A line to be typed and sent with Enter or its button: a unit, a year, a number of rows. */
export function SaidField({ label, value, check, wrong, numeric = false, disabled, onSay }: SaidFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(value);
  const [tried, setTried] = useState(false);
  const bad = tried && !check(text.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (check(text.trim())) onSay(text.trim());
  };
  return (
    <form className="said-field" onSubmit={send}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        autoComplete="off"
        maxLength={40}
        disabled={disabled}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        {...(numeric ? { inputMode: 'numeric' as const } : {})}
      />
      <button type="submit" className="button" disabled={disabled}>
        {t('sheet.say')}
      </button>
      {bad ? (
        <span id={`${id}-wrong`} role="alert" className="said-field__wrong">
          {wrong}
        </span>
      ) : null}
    </form>
  );
}

import { Input } from 'antd';
import { useId } from 'react';

interface ReasonFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  /** What is wrong with it. */
  wrong?: string | undefined;
}

/** A line of free text that is kept with the decision. */
export function ReasonField({ label, value, onChange, hint, wrong }: ReasonFieldProps) {
  const id = useId();
  const told = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <p className="decision__reason">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      ) : null}
      <Input
        id={id}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong !== undefined}
        {...(told === '' ? {} : { 'aria-describedby': told })}
        {...(wrong === undefined ? {} : { status: 'error' as const })}
      />
      {wrong ? (
        <span id={`${id}-wrong`} role="alert" className="submit-form__wrong">
          {wrong}
        </span>
      ) : null}
    </p>
  );
}

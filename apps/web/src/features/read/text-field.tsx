import { useEffect, useRef } from 'react';

interface TextFieldProps {
  label: string;
  value: string;
  /** The keyboard begins here. */
  first?: boolean;
  type?: 'text' | 'date';
  onChange: (value: string) => void;
}

/** One line to type into, under its label. */
export function TextField({ label, value, first = false, type = 'text', onChange }: TextFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  return (
    <label className="read-field">
      <span>{label}</span>
      <input ref={input} type={type} value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

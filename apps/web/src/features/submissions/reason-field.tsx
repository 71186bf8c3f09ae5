import { Input } from 'antd';
import { useId } from 'react';

interface ReasonFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of free text that is kept with the decision. */
export function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  const id = useId();
  return (
    <p className="decision__reason">
      <label htmlFor={id}>{label}</label>
      <Input id={id} maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} />
    </p>
  );
}

import { Input } from 'antd';
import { useId } from 'react';

interface ReasonAreaProps {
  label: string;
  value: string;
  /** What is wrong with it, said below. */
  fault?: string | null;
  onChange: (value: string) => void;
}

/** A few sentences that are kept with the step. */
export function ReasonArea({ label, value, fault = null, onChange }: ReasonAreaProps) {
  const id = useId();
  return (
    <div className="reason-area">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        showCount
        value={value}
        status={fault === null ? '' : 'error'}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault === null ? null : (
        <p id={`${id}-fault`} className="release__fault" role="alert">
          ✕ {fault}
        </p>
      )}
    </div>
  );
}

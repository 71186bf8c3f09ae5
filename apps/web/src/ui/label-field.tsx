import { LABEL_WORDS, LABELS, type Label, levelOf } from '@dabiao/domain/label';
import { useLang } from './lang.ts';
import { SelectField } from './select-field.tsx';

interface LabelFieldProps {
  /** What is being chosen, in words. */
  name: string;
  value: Label;
  /** The lowest and the highest label offered. */
  from?: Label;
  to: Label;
  onChange: (label: Label) => void;
}

/** A choice of label; not shown where there is nothing to choose. */
export function LabelField({ name, value, from = 'public', to, onChange }: LabelFieldProps) {
  const lang = useLang();
  const offered = LABELS.filter((label) => levelOf(label) >= levelOf(from) && levelOf(label) <= levelOf(to));
  if (offered.length < 2) return null;
  return (
    <SelectField
      label={name}
      value={value}
      onChange={(chosen) => onChange(offered.find((label) => label === chosen) ?? value)}
      options={offered.map((label) => ({ value: label, label: LABEL_WORDS[label][lang] }))}
    />
  );
}

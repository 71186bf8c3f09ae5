import { clauseLine } from '@dabiao/domain/document';
import { useTranslation } from 'react-i18next';

interface ClauseFieldProps {
  /** Heading path as JSON, so that a choice in a list stands for it. */
  clause: string;
  outline: readonly string[][];
  onChange: (clause: string) => void;
}

/** The heading something stands under, of those the document has. */
export function ClauseField({ clause, outline, onChange }: ClauseFieldProps) {
  const { t } = useTranslation();
  const paths = [...new Set([clause, ...outline.map((path) => JSON.stringify(path))])];
  return (
    <label className="read-field">
      <span>{t('read.form.clause')}</span>
      <select value={clause} onChange={({ target }) => onChange(target.value)}>
        {paths.map((path) => (
          <option key={path} value={path}>
            {clauseLine(JSON.parse(path) as string[]) || t('read.form.noClause')}
          </option>
        ))}
      </select>
    </label>
  );
}

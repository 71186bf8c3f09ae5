import type { ProposedDocument } from '@dabiao/domain/proposal';
import { useTranslation } from 'react-i18next';
import { TextField } from './text-field.tsx';

interface DocumentFormProps {
  document: ProposedDocument;
  set: (change: Partial<ProposedDocument>) => void;
}

const LINES = ['id', 'title', 'shortTitle', 'number', 'issuer', 'region', 'regionName'] as const;
const DAYS = ['issuedOn', 'effectiveFrom', 'validTo'] as const;
const NEEDED = new Set<string>(['id', 'title', 'shortTitle']);

const yearIn = (text: string): number => Number(text.replace(/\D/g, '').slice(0, 4));

/** What the document says of itself, to be completed by a person. */
export function DocumentForm({ document, set }: DocumentFormProps) {
  const { t } = useTranslation();
  const { period } = document;
  const setPeriod = (change: { from?: number; to?: number }) => {
    const next = { from: period?.from ?? 0, to: period?.to ?? 0, ...change };
    set({ period: next.from === 0 && next.to === 0 ? null : next });
  };
  return (
    <div className="read-form">
      {LINES.map((name) => (
        <TextField
          key={name}
          label={t(`read.document.${name}`)}
          value={document[name] ?? ''}
          onChange={(value) => set({ [name]: value === '' && !NEEDED.has(name) ? null : value })}
        />
      ))}
      <TextField
        label={t('read.document.from')}
        value={period?.from ? String(period.from) : ''}
        onChange={(text) => setPeriod({ from: yearIn(text) })}
      />
      <TextField
        label={t('read.document.to')}
        value={period?.to ? String(period.to) : ''}
        onChange={(text) => setPeriod({ to: yearIn(text) })}
      />
      {DAYS.map((name) => (
        <TextField
          key={name}
          type="date"
          label={t(`read.document.${name}`)}
          value={document[name] ?? ''}
          onChange={(value) => set({ [name]: value || null })}
        />
      ))}
      <label className="read-form__tick">
        <input type="checkbox" checked={document.draft} onChange={({ target }) => set({ draft: target.checked })} />
        {t('read.document.draft')}
      </label>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { EntryFault } from './typed-row.ts';

/** Faults listed one by one. */
const LISTED = 50;

interface EntryFaultsProps {
  faults: readonly EntryFault[];
  onJump: (fault: EntryFault) => void;
}

/** What keeps the rows from being sent, each with its row and column; a click leads there. */
export function EntryFaults({ faults, onJump }: EntryFaultsProps) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <div className="problem" role="alert">
      <p className="problem__title">
        <span className="problem__shape" aria-hidden="true">
          ✕
        </span>
        {t('entry.faults', { n: faults.length })}
      </p>
      <ul className="entry-faults">
        {faults.slice(0, LISTED).map((fault) => (
          <li key={`${fault.row}${fault.column}${fault.reason}`}>
            <button type="button" className="link-button" onClick={() => onJump(fault)}>
              {t('entry.cell', { row: fault.row + 1, column: t(`entry.column.${fault.column}`) })}
            </button>{' '}
            {t(`entry.fault.${fault.reason}`, { text: fault.text })}
          </li>
        ))}
      </ul>
      {faults.length > LISTED ? <p className="note">{t('entry.moreFaults', { n: faults.length - LISTED })}</p> : null}
    </div>
  );
}

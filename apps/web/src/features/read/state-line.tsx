import type { ReadingMeasure } from '@dabiao/contract/reading';
import { useTranslation } from 'react-i18next';

const SHAPE = { open: '○', accepted: '●', rejected: '✕', replaced: '·' } as const;

interface StateLineProps {
  entry: Pick<ReadingMeasure, 'state' | 'edited' | 'origin'>;
  /** What it is, where that is not a target. */
  what?: string;
}

/** What was decided of a target or measure, and where it came from. */
export function StateLine({ entry: { state, edited, origin }, what }: StateLineProps) {
  const { t } = useTranslation();
  return (
    <p className="read-card__state">
      <span aria-hidden="true">{SHAPE[state]}</span> {t(`read.state.${state}`)}
      {what === undefined ? '' : ` · ${what}`}
      {edited ? ` · ${t('read.edited')}` : ''}
      {origin === 'reader' ? '' : ` · ${t(`read.origin.${origin}`)}`}
    </p>
  );
}

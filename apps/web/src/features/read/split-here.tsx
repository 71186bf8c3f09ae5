import type { ReadingCandidate } from '@dabiao/contract/reading';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isInside } from './use-desk.ts';

interface SplitHereProps {
  candidate: ReadingCandidate;
  /** What is chosen in the text. */
  place: number | null;
  able: boolean;
  onSplit: () => void;
}

/** Letters shown on either side of the place. */
const AROUND = 5;

/** Splits at the place chosen inside the candidate's words, and says where; where none is, opens the choosing of one. */
export function SplitHere({ candidate: { start, end, fields }, place, able, onSplit }: SplitHereProps) {
  const { t } = useTranslation();
  const at = isInside({ start, end }, place) ? place - start : null;
  const around = (cut: number) =>
    `${fields.quote.slice(Math.max(0, cut - AROUND), cut)}｜${fields.quote.slice(cut, cut + AROUND)}`;
  // Pressing the button must not take the place away.
  const keep = (event: MouseEvent) => event.preventDefault();
  return (
    <button type="button" className="button" disabled={!able} onMouseDown={keep} onClick={onSplit}>
      {at === null ? t('read.splitChoose') : t('read.splitAt', { words: around(at).replace(/\s+/g, '') })}
      <kbd>{t('read.key.splitHere')}</kbd>
    </button>
  );
}

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

/** Appears while a place inside the candidate's words is chosen in the text: splits it there, and says where. */
export function SplitHere({ candidate: { start, end, fields }, place, able, onSplit }: SplitHereProps) {
  const { t } = useTranslation();
  if (!isInside({ start, end }, place)) return null;
  const at = place - start;
  const words = `${fields.quote.slice(Math.max(0, at - AROUND), at)}｜${fields.quote.slice(at, at + AROUND)}`;
  // Pressing the button must not take the place away.
  const keep = (event: MouseEvent) => event.preventDefault();
  return (
    <button type="button" className="button" disabled={!able} onMouseDown={keep} onClick={onSplit}>
      {t('read.splitAt', { words: words.replace(/\s+/g, '') })}
      <kbd>{t('read.key.splitHere')}</kbd>
    </button>
  );
}

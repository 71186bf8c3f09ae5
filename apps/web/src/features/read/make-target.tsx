import type { SelectionBody } from '@dabiao/contract/reading';
import { type MouseEvent, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectedSpan } from './selected-span.ts';

interface MakeTargetProps {
  pane: RefObject<HTMLElement | null>;
  able: boolean;
  onMake: (span: SelectionBody) => void;
}

/** Appears while words of the text are selected: makes a target or a policy measure of them. */
export function MakeTarget({ pane, able, onMake }: MakeTargetProps) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<{ start: number; end: number } | null>(null);
  useEffect(() => {
    const look = () => setSpan(pane.current ? selectedSpan(pane.current) : null);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane]);
  // Pressing the button must not take the selection away.
  const keep = (event: MouseEvent) => event.preventDefault();
  const make = (sort: 'target' | 'measure') => () => {
    if (span) onMake({ ...span, sort });
    window.getSelection()?.removeAllRanges();
  };
  return (
    <p className="read-make no-print" aria-live="polite">
      {span ? (
        <>
          <button
            type="button"
            className="button button--main"
            disabled={!able}
            onMouseDown={keep}
            onClick={make('target')}
          >
            {t('read.make', { n: span.end - span.start })}
          </button>{' '}
          <button type="button" className="button" disabled={!able} onMouseDown={keep} onClick={make('measure')}>
            {t('read.makeMeasure', { n: span.end - span.start })}
          </button>
        </>
      ) : (
        <span className="note">{t('read.makeHint')}</span>
      )}
    </p>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { SearchBox } from './search-box.tsx';
import { slashWanted, wantSlash } from './shortcut.ts';
import './search-dialog.css';

/** The search over everything, above the page it was asked for on. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { key } = useLocation();
  const [openedOn] = useState(key);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // Closing it gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  useEffect(() => {
    if (key !== openedOn) dialog.current?.close();
  }, [key, openedOn]);
  return (
    <dialog ref={dialog} className="search-dialog no-print" aria-labelledby={title} closedby="any" onClose={onClose}>
      <h2 id={title} className="unseen">
        {t('search.title')}
      </h2>
      <SearchBox />
      <Foot />
      <button
        type="button"
        className="search-dialog__close"
        aria-label={t('search.close')}
        onClick={() => dialog.current?.close()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" />
        </svg>
      </button>
    </dialog>
  );
}

/** How the keys work, and the one that can be turned off. */
function Foot() {
  const { t } = useTranslation();
  const [slash, setSlash] = useState(slashWanted);
  const change = (wanted: boolean) => {
    wantSlash(wanted);
    setSlash(wanted);
  };
  return (
    <div className="search-dialog__foot">
      <span>{t('search.keys')}</span>
      <label>
        <input type="checkbox" checked={slash} onChange={(event) => change(event.target.checked)} /> {t('search.slash')}
      </label>
    </div>
  );
}

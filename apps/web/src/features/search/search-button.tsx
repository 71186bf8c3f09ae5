import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asksForSearch } from './shortcut.ts';
import './search-button.css';

type Dialog = ComponentType<{ onClose: () => void }>;

const loadDialog = async (): Promise<Dialog> => (await import('./search-dialog.tsx')).SearchDialog;

/** Loads the dialog when the page has nothing else to do, so that no key is lost after / is pressed. */
function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) return () => {};
  const task = window.requestIdleCallback(work, { timeout: 5000 });
  return () => window.cancelIdleCallback(task);
}

/** Opens the search over everything; Ctrl+K, ⌘K and / do it from anywhere. */
export function SearchButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<{ Dialog: Dialog | null; failed: boolean }>({ Dialog: null, failed: false });
  const load = useCallback(
    () =>
      loadDialog().then(
        (Dialog) => setDialog({ Dialog, failed: false }),
        () => setDialog({ Dialog: null, failed: true }),
      ),
    [],
  );
  const show = useCallback(() => {
    setOpen(true);
    void load();
  }, [load]);
  useEffect(() => whenIdle(() => void loadDialog().catch(() => {})), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!asksForSearch(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [show]);
  const { Dialog, failed } = dialog;
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={show}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M11 6.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0ZM9.8 9.8l4.4 4.4" />
        </svg>
        {t('search.title')}
        <span className="search-button__key" aria-hidden="true">
          /
        </span>
      </button>
      {open && failed ? (
        <p role="alert" className="search-button__failed">
          {t('search.failed')}
        </p>
      ) : null}
      {open && Dialog ? <Dialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

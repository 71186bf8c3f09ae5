import type { SheetView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';

interface SheetStripProps {
  views: readonly SheetView[];
  chosen: number;
  /** Errors of each sheet by its name. */
  errors: ReadonlyMap<string, number>;
  onChoose: (sheet: number) => void;
}

/** The sheets of a workbook, as its program shows them below. */
export function SheetStrip({ views, chosen, errors, onChoose }: SheetStripProps) {
  const { t } = useTranslation();
  if (views.length < 2) return null;
  return (
    <nav className="sheet-strip" aria-label={t('sheet.sheets')}>
      {views.map((view, index) => {
        const wrong = errors.get(view.sheet) ?? 0;
        return (
          <button
            key={view.sheet}
            type="button"
            aria-current={index === chosen ? 'true' : undefined}
            onClick={() => onChoose(index)}
          >
            {view.sheet}
            {view.corrections?.used.ignore ? ` ${t('sheet.ignored')}` : ''}
            {view.hidden ? ` ${t('sheet.hidden')}` : ''}
            {wrong > 0 ? (
              <span className="kind--error">
                {' '}
                <span aria-hidden="true">✕</span>
                <span className="unseen">{t('submit.kind.error')}</span> {wrong}
              </span>
            ) : null}
          </button>
        );
      })}
    </nav>
  );
}

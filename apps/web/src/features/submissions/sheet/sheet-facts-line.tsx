import type { SheetView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { useCatalogueNames } from '../catalogue-names.tsx';
import type { ListedProblem } from '../problem-groups.ts';
import type { CorrectionsInHand } from './use-corrections.ts';
import { WholeSheetForm } from './whole-sheet-form.tsx';

interface SheetFactsLineProps {
  view: SheetView;
  views: readonly SheetView[];
  corrections: CorrectionsInHand;
  editable: boolean;
  /** Of the whole file. */
  problems: readonly ListedProblem[];
}

/** What holds for the whole sheet, how it came to be read so, and the form that says it otherwise. */
export function SheetFactsLine({ view, views, corrections, editable, problems }: SheetFactsLineProps) {
  const { t } = useTranslation();
  const alike = views.filter(({ shape }) => shape === view.shape).length;
  const said = Object.keys(view.corrections?.used ?? {}).some((field) => field !== 'shape' && field !== 'names');
  return (
    <div className="sheet-facts">
      <p>{useFacts(view)}</p>
      {said && view.corrections ? <p className="note">{t(`sheet.from.${view.corrections.from}`)}</p> : null}
      {editable ? (
        <details>
          <summary>{t('sheet.whole')}</summary>
          {alike > 1 ? <p className="note">{t('sheet.alike', { n: alike })}</p> : null}
          <WholeSheetForm
            key={view.sheet}
            view={view}
            facts={corrections.facts}
            problems={problems.filter(({ sheet }) => sheet === view.sheet)}
            disabled={corrections.running}
            onChange={(change) => corrections.apply(view, change)}
          />
        </details>
      ) : null}
    </div>
  );
}

/** Tables found, and the year, unit and region that hold for all of a sheet. */
function useFacts(view: SheetView): string {
  const { t } = useTranslation();
  const { regionName, indicatorName } = useCatalogueNames();
  if (view.corrections?.used.ignore) return t('sheet.notReadAtAll');
  if (view.tables.length === 0) return t('sheet.noTableFound');
  const [table] = view.tables;
  const facts = [
    view.tables.length === 1 ? t('sheet.oneTable') : t('sheet.tables', { n: view.tables.length }),
    table?.quantity?.indicator ? t('sheet.quantityOfAll', { name: indicatorName(table.quantity.indicator) }) : '',
    table?.year ? t('sheet.yearOfAll', { year: table.year }) : '',
    table?.unit ? t('sheet.unitOfAll', { unit: table.unit }) : '',
    table?.region ? t('sheet.regionOfAll', { region: regionName(table.region) }) : '',
  ];
  return facts.filter(Boolean).join(t('sheet.and'));
}

import type { Submission } from '@dabiao/contract/submission';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { CorrectionOutcome } from './correction-outcome.tsx';
import { DrawnSheetBox } from './drawn-sheet-box.tsx';
import { SheetFactsLine } from './sheet-facts-line.tsx';
import { SheetStrip } from './sheet-strip.tsx';
import { useCorrections } from './use-corrections.ts';

interface SheetPaneProps {
  submission: Submission;
  views: readonly SheetView[];
  /** Place of the sheet shown. */
  sheet: number;
  cell: string | null;
  editable: boolean;
  onChoose: (sheet: number, cell: string | null) => void;
}

/** The sheets of a file with what was understood drawn over them, and ways to put that right. */
export function SheetPane({ submission, views, sheet, cell, editable, onChoose }: SheetPaneProps) {
  const { t } = useTranslation();
  const corrections = useCorrections(submission, views);
  const index = Math.min(sheet, views.length - 1);
  const view = views[index];
  if (!view) return <p className="note">{t('sheet.none')}</p>;
  const errors = new Map<string, number>();
  for (const problem of submission.problems) {
    if (problem.severity !== 'error' || problem.sheet === null) continue;
    errors.set(problem.sheet, (errors.get(problem.sheet) ?? 0) + 1);
  }
  return (
    <section className="sheet-pane" aria-label={t('sheet.title')} aria-busy={corrections.running}>
      <SheetStrip views={views} chosen={index} errors={errors} onChoose={(other) => onChoose(other, null)} />
      <SheetFactsLine {...{ view, views, corrections, editable }} problems={submission.problems} />
      <CorrectionOutcome submission={submission.id} corrections={corrections} />
      <DrawnSheetBox
        key={view.sheet}
        view={view}
        problems={submission.problems}
        cell={cell}
        onChange={editable ? (change) => corrections.apply(view, change) : null}
        running={corrections.running}
        onCell={(own) => onChoose(index, own)}
      />
    </section>
  );
}

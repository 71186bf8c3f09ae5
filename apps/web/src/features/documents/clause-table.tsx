import { isNarrative } from '@dabiao/domain/target';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { TargetHead, TargetLine } from '../../ui/target-rows.tsx';
import { GoalLine } from './goal-line.tsx';
import { byQuote, type OutlineEntry } from './outline.ts';

const KNOWN = ['document', 'region'] as const;

/** All shown targets under their clauses: heading, quoted words, rows; then the goals without a number. */
export function ClauseTable({ entries, caption }: { entries: readonly OutlineEntry[]; caption: string }) {
  const { t } = useTranslation();
  return (
    <table className="target-table clause-table">
      <caption>{caption}</caption>
      <thead>
        <TargetHead />
      </thead>
      {entries
        .filter(({ targets }) => targets.length > 0)
        .map((entry) => (
          <tbody key={entry.anchor} id={entry.anchor}>
            <tr>
              <th colSpan={7} scope="rowgroup" className="clause-table__heading">
                {entry.path.length > 1 ? <span className="note">{entry.path.slice(0, -1).join(' / ')}</span> : null}
                <h2>{entry.heading}</h2>
              </th>
            </tr>
            {byQuote(entry.targets.filter((target) => !isNarrative(target))).map(({ quote, targets }) => (
              <Fragment key={targets[0]?.id}>
                <tr>
                  <td colSpan={7} className="clause-table__quote">
                    <q>{quote}</q>
                  </td>
                </tr>
                {targets.map((target) => (
                  <TargetLine key={target.id} row={target} known={KNOWN} />
                ))}
              </Fragment>
            ))}
            {entry.targets.filter(isNarrative).map((goal) => (
              <GoalLine key={goal.id} goal={goal} />
            ))}
          </tbody>
        ))}
      <tfoot>
        <tr>
          <td colSpan={7} className="note">
            {t('target.bulletKey')}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

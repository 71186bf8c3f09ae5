import type { TargetRow } from '@dabiao/contract/target';
import { tellingDecimals } from '@dabiao/domain/assessment-text';
import { decimalsOf } from '@dabiao/domain/decimal';
import { formatDifference, formatPercent } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';

/** 完成率, 目标进度, distance from the path, pace needed; those that are known. */
export function KeyNumbers({ row }: { row: TargetRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { completion, wayShare, gapToPath, paceNeeded, paceNeededUnits, latest } = row.assessment;
  // As many digits as the figure has, more where a small gap would show as none.
  const digits = (value: number) =>
    tellingDecimals(Math.abs(value), 0, Math.max(latest?.decimals ?? 0, Math.min(1, decimalsOf(value))));
  const gap = (value: number) => formatDifference(value, digits(value), row.judgedUnit, lang);
  const numbers = [
    completion === null ? null : { key: 'completion' as const, text: formatPercent(completion) },
    wayShare === null ? null : { key: 'wayShare' as const, text: formatPercent(wayShare) },
    gapToPath === null
      ? null
      : { key: gapToPath < 0 ? ('belowPath' as const) : ('abovePath' as const), text: gap(gapToPath) },
    paceNeeded === null
      ? null
      : {
          key: 'paceNeeded' as const,
          text: `${formatPercent(paceNeeded)}${paceNeededUnits === null ? '' : ` / ${gap(paceNeededUnits)}`}`,
        },
  ].filter((number) => number !== null);
  if (numbers.length === 0) return null;
  return (
    <dl className="key-numbers">
      {numbers.map(({ key, text }) => (
        <div key={key}>
          <dt>{t(`target.number.${key}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf } from '@dabiao/domain/decimal';
import { formatNumber, formatPercent } from '@dabiao/domain/number-text';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ActualAndTarget } from '../../ui/target-rows.tsx';
import { demandAmount, figureText } from '../../ui/value-text.ts';
import type { Pair } from './match.ts';
import { PairDrawing } from './pair-drawing.tsx';
import { type PairScale, toPairScale } from './pair-scale.ts';

interface PairItemProps {
  pair: Pair;
  names: { a: string; b: string };
}

/** One indicator of both sides: who stands better, then each side's verdict, picture and numbers. */
export function PairItem({ pair, names }: PairItemProps) {
  const lang = useLang();
  const { indicator, a, b, more, outcome } = pair;
  const at = outcome === 'unlike' ? null : toPairScale(a, b, lang);
  return (
    <li className="pair">
      <div className="pair__head">
        <h3>
          <KeepLink to={`/indicators/${indicator.id}`}>
            {(lang === 'en' && indicator.nameEn) || indicator.name}
          </KeepLink>
        </h3>
        <PairFinding pair={pair} names={names} />
        <ScaleNote at={at} />
        {more.length > 0 ? <More rows={more} /> : null}
      </div>
      <PairSide row={a} name={names.a} at={at} />
      <PairSide row={b} name={names.b} at={at} />
    </li>
  );
}

function PairFinding({ pair: { outcome, a, b }, names }: PairItemProps) {
  const { t } = useTranslation();
  const lang = useLang();
  if (outcome === 'a' || outcome === 'b')
    return <p className="pair__finding">{t('compare.stands', { name: names[outcome] })}</p>;
  const kinds = { a: TARGET_KIND_WORDS[a.kind][lang], b: TARGET_KIND_WORDS[b.kind][lang] };
  return <p className="pair__finding">{t(`compare.outcome.${outcome}`, kinds)}</p>;
}

/** What the two pictures share; an axis that does not start at 0 says so. */
function ScaleNote({ at }: { at: PairScale | null }) {
  const { t } = useTranslation();
  if (!at) return null;
  const min = formatNumber(at.min, decimalsOf(at.min));
  return <p className="note">{at.cut ? t('compare.cutScale', { min, unit: at.unit }) : t('compare.sameScale')}</p>;
}

function More({ rows }: { rows: readonly TargetRow[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <ul className="note">
      {rows.map((row) => (
        <li key={row.id}>
          {t('compare.also')}{' '}
          <KeepLink to={`/targets/${row.id}`}>
            {row.region.name} · {TARGET_KIND_WORDS[row.kind][lang]} {row.milestones.at(-1)?.year ?? ''}
          </KeepLink>
        </li>
      ))}
    </ul>
  );
}

function PairSide({ row, name, at }: { row: TargetRow; name: string; at: PairScale | null }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { assessment, judgedUnit } = row;
  const { latest, due, completion } = assessment;
  const label = [
    name,
    latest ? `${latest.year} ${figureText(latest, judgedUnit, lang)}` : t('target.noFigure'),
    due ? `${due.year} ${demandAmount(row.comparator, due, judgedUnit, lang)}` : '',
  ];
  return (
    <div className="pair__side">
      <p className="pair__name">
        <KeepLink to={`/targets/${row.id}`}>{name}</KeepLink> <AssessmentMark assessment={assessment} />
      </p>
      <p className="pair__numbers">
        <ActualAndTarget row={row} />
        {completion === null ? null : (
          <span>
            <span className="unit">{t('target.column.completion')}</span> {formatPercent(completion)}
          </span>
        )}
      </p>
      {at ? (
        <PairDrawing row={row} at={at} label={label.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ')} />
      ) : null}
    </div>
  );
}

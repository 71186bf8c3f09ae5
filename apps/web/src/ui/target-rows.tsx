import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf } from '@dabiao/domain/decimal';
import { formatPercent } from '@dabiao/domain/number-text';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from './assessment-mark.tsx';
import { Bullet } from './bullet.tsx';
import { HeatStrip } from './heat-strip.tsx';
import { KeepLink } from './keep-link.tsx';
import { useLang } from './lang.ts';
import { computedText, demandAmount, figureText } from './value-text.ts';
import './target-rows.css';

/** What is left out of a row because the page around it says it already. */
export type Known = 'document' | 'region' | 'indicator';

/** Columns of a table of targets; stands in `<thead>`. */
export function TargetHead() {
  const { t } = useTranslation();
  const columns = [
    'verdict',
    'indicator',
    'bullet',
    'actualAndTarget',
    'completion',
    'history',
    'departments',
  ] as const;
  return (
    <tr>
      {columns.map((column) => (
        <th key={column} scope="col" className={`target-row__${column}`}>
          {t(`target.column.${column}`)}
        </th>
      ))}
    </tr>
  );
}

interface TargetLineProps {
  row: TargetRow;
  known?: readonly Known[];
  /** Its place in a list of which only a part is drawn, from 0. */
  place?: number;
  /** Is told the drawn row, to measure it. */
  measure?: (drawn: HTMLTableRowElement | null) => void;
}

const NOTHING: readonly Known[] = [];

/** How many columns a row has. */
export const TARGET_COLUMNS = 7;

/** One target as a row of seven cells, as every list shows it. Drawn anew only where its target is another. */
export const TargetLine = memo(function TargetLine({ row, known = NOTHING, place, measure }: TargetLineProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { assessment, departments } = row;
  return (
    <tr
      className={row.restates === null ? 'target-row' : 'target-row target-row--again'}
      ref={measure}
      data-index={place}
      aria-rowindex={place === undefined ? undefined : place + 2}
    >
      <td className="target-row__verdict">
        <AssessmentMark assessment={assessment} />
      </td>
      <th scope="row" className="target-row__indicator">
        <IndicatorCell row={row} known={known} t={t} />
      </th>
      <td className="target-row__bullet">
        <RowBullet row={row} t={t} />
      </td>
      <td className="target-row__actualAndTarget number">
        <ActualAndTarget row={row} />
      </td>
      <td className="target-row__completion number" data-label={t('target.column.completion')}>
        {assessment.completion === null ? '—' : formatPercent(assessment.completion)}
      </td>
      <td className="target-row__history" data-label={t('target.column.history')}>
        <HeatStrip history={row.history} from={row.period.from} to={Math.min(row.period.to, assessment.asOf)} years />
      </td>
      <td className="target-row__departments" data-label={t('target.column.departments')}>
        {departments.length === 0 ? '—' : departments.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')}
      </td>
    </tr>
  );
});

function IndicatorCell({ row, known, t }: { row: TargetRow; known: readonly Known[]; t: TFunction }) {
  const lang = useLang();
  const name = known.includes('indicator')
    ? row.region.name
    : (lang === 'en' && row.indicator.nameEn) || row.indicator.name;
  const facts = [
    known.includes('region') || known.includes('indicator') ? null : row.region.name,
    known.includes('document') ? null : row.document.shortTitle,
    row.kind === 'level' || row.kind === 'share' ? null : TARGET_KIND_WORDS[row.kind][lang],
    row.restates === null ? null : t('target.restated'),
  ].filter((fact) => fact !== null);
  return (
    <>
      <KeepLink to={`/targets/${row.id}`}>{name}</KeepLink>
      {facts.length > 0 ? <span className="target-row__facts">{facts.join(' · ')}</span> : null}
    </>
  );
}

/** Most digits after the point that the figures of a row are shown with. */
const decimalsBeside = ({ assessment: { latest, due } }: TargetRow): number =>
  Math.max(latest?.decimals ?? 0, due ? decimalsOf(due.value) : 0);

function RowBullet({ row, t }: { row: TargetRow; t: TFunction }) {
  const lang = useLang();
  const { latest, due, verdict, asOf } = row.assessment;
  if (!latest && !due) return <span className="note">—</span>;
  const label = [
    latest ? `${latest.year} ${figureText(latest, row.judgedUnit, lang)}` : t('target.noFigure'),
    due ? `${due.year} ${demandAmount(row.comparator, due, row.judgedUnit, lang)}` : '',
    row.pathNow === null
      ? ''
      : `${t('target.path')} ${computedText(row.pathNow, decimalsBeside(row), row.judgedUnit, lang)}`,
  ];
  return (
    <Bullet
      verdict={verdict}
      label={`${asOf}: ${label.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ')}`}
      value={latest?.value ?? null}
      last={row.previous?.value ?? null}
      milestone={due?.value ?? null}
      milestoneMax={due?.valueMax ?? null}
      path={row.pathNow}
    />
  );
}

/** Latest figure over the milestone judged against, each with its year. */
export function ActualAndTarget({ row }: { row: TargetRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { latest, due } = row.assessment;
  return (
    <>
      <span className="target-row__actual">
        {latest ? (
          <>
            <b>{figureText(latest, row.judgedUnit, lang)}</b> <span className="unit">{latest.year}</span>
          </>
        ) : (
          <span className="unit">{t('target.noFigure')}</span>
        )}
      </span>
      {due ? (
        <span className="target-row__due">
          <span className="unit">{t('target.due')}</span> {demandAmount(row.comparator, due, row.judgedUnit, lang)}{' '}
          <span className="unit">{due.year}</span>
        </span>
      ) : row.milestones.length === 0 && row.qualifier ? (
        <span className="target-row__due">
          <span className="unit">{t('target.due')}</span> {row.qualifier}
        </span>
      ) : null}
    </>
  );
}

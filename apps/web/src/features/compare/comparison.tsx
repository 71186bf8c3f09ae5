import { useTranslation } from 'react-i18next';
import { Clauses } from '../../ui/clauses.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useStages } from '../../ui/use-stages.ts';
import { compareFinding } from './finding.ts';
import { type Matched, matchTargets } from './match.ts';
import { OnlyList } from './only-list.tsx';
import { PairItem } from './pair-item.tsx';
import { PairTable } from './pair-table.tsx';
import { callSides, type Of, type Side } from './sides.ts';
import { Totals } from './totals.tsx';
import './compare.css';

interface ComparisonProps {
  of: Of;
  year: number;
  a: Side;
  b: Side;
}

/** Two sides beside each other: the finding, all targets of each, the common indicators, and what one alone demands. */
export function Comparison({ of, year, a, b }: ComparisonProps) {
  const { t } = useTranslation();
  const names = callSides(a, b);
  const empty = [a, b].find(({ total }) => total === 0);
  if (empty) {
    return (
      <>
        <h1>{t('compare.emptyTitle', { name: empty.name })}</h1>
        <Empty title={t(`compare.empty.${of}`)}>{t('compare.emptyHint')}</Empty>
      </>
    );
  }
  return <Both of={of} year={year} a={a} b={b} names={names} />;
}

/** The first screen; all pictures; their table and what one side alone demands. */
const STAGES = 2;
/** Indicators that a screen shows before it is scrolled, about. */
const FIRST_PAIRS = 2;

function Both({ of, year, a, b, names }: ComparisonProps & { names: { a: string; b: string } }) {
  const { t } = useTranslation();
  const stage = useStages(STAGES);
  const matched = matchTargets(a.rows, b.rows);
  return (
    <div className={stage < STAGES ? 'early' : undefined}>
      <p className="compare__about">{t(`compare.about.${of}`, { a: a.name, b: b.name, year })}</p>
      <h1>
        <Clauses sentence={compareFinding(names, { a, b, pairs: matched.pairs }, t)} />
      </h1>
      <p className="note compare__how">{t('compare.how')}</p>
      <Totals a={a} b={b} names={names} />
      <Common matched={matched} names={names} stage={stage} />
      {stage < STAGES ? null : (
        <div className="compare-only">
          <OnlyList id="only-a" name={names.a} rows={matched.onlyA} />
          <OnlyList id="only-b" name={names.b} rows={matched.onlyB} />
        </div>
      )}
    </div>
  );
}

interface CommonProps {
  matched: Matched;
  names: { a: string; b: string };
  stage: number;
}

function Common({ matched: { pairs }, names, stage }: CommonProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="common">
      <h2 id="common">{t('compare.commonTitle', { n: pairs.length })}</h2>
      {pairs.length === 0 ? (
        <Empty title={t('compare.noneTitle')}>{t('compare.noneHint')}</Empty>
      ) : (
        <>
          <ul className="pairs">
            {(stage > 0 ? pairs : pairs.slice(0, FIRST_PAIRS)).map((pair) => (
              <PairItem key={pair.indicator.id} pair={pair} names={names} />
            ))}
          </ul>
          <p className="note">{t('compare.key')}</p>
          {stage < STAGES ? null : <PairTable pairs={pairs} names={names} />}
        </>
      )}
    </section>
  );
}

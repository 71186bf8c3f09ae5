import { formatNumber, formatPercent } from '@dabiao/domain/number-text';
import { VERDICT_WORDS, VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { VerdictBar } from '../../ui/verdict-bar.tsx';
import { VerdictShape } from '../../ui/verdict-mark.tsx';
import { ScoreStrip } from './score-strip.tsx';
import type { Side } from './sides.ts';

interface TotalsProps {
  a: Side;
  b: Side;
  names: { a: string; b: string };
}

/** All targets of both sides: two bars of one scale, the mean scores, and the counts as a table. */
export function Totals({ a, b, names }: TotalsProps) {
  const { t } = useTranslation();
  const most = Math.max(1, a.total, b.total);
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{t('compare.totals')}</h2>
      <div className="compare-totals">
        <div>
          {([a, b] as const).map((side, index) => (
            <TotalBar key={side.id} side={side} name={index === 0 ? names.a : names.b} most={most} />
          ))}
          <p className="note">{t('compare.scoreNote')}</p>
        </div>
        <CountsTable a={a} b={b} names={names} />
      </div>
    </section>
  );
}

function TotalBar({ side, name, most }: { side: Side; name: string; most: number }) {
  const { t } = useTranslation();
  const { score, scored } = side;
  const number = score === null ? null : formatNumber(score, 2).replace('-', '−');
  return (
    <div className="compare-total">
      <h3>
        <KeepLink to={side.page.to} search={side.page.search}>
          {name}
        </KeepLink>{' '}
        {side.name === name ? null : <span className="note">{side.name}</span>}
      </h3>
      <div className="compare-total__bar">
        <div style={{ width: `${(side.total / most) * 100}%` }}>
          <VerdictBar counts={side.counts} size="small" />
        </div>
        <b>{t('overview.items', { n: side.total })}</b>
      </div>
      {score === null || number === null ? (
        <p className="note">{t('compare.noScore')}</p>
      ) : (
        <div className="compare-total__score">
          <ScoreStrip score={score} />
          <p>
            <span className="unit">{t('compare.score')}</span> <b>{number}</b>{' '}
            <span className="unit">{t('compare.scored', { n: scored })}</span>
          </p>
        </div>
      )}
    </div>
  );
}

const countOf = ({ counts }: Side, verdict: Verdict): number =>
  counts.find((each) => each.verdict === verdict)?.count ?? 0;

/** The bars' numbers; shares make sides of different size comparable. */
function CountsTable({ a, b, names }: TotalsProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const present = VERDICTS.filter((verdict) => countOf(a, verdict) + countOf(b, verdict) > 0);
  const cell = (side: Side, verdict: Verdict) => {
    const count = countOf(side, verdict);
    return (
      <td className="number">
        {count} <span className="unit">{side.total > 0 ? formatPercent(count / side.total, 0) : ''}</span>
      </td>
    );
  };
  return (
    <table className="compare-counts">
      <caption>{t('compare.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('filter.verdict')}</th>
          <th scope="col" className="number">
            {names.a}
          </th>
          <th scope="col" className="number">
            {names.b}
          </th>
        </tr>
      </thead>
      <tbody>
        {present.map((verdict) => (
          <tr key={verdict}>
            <th scope="row">
              <VerdictShape verdict={verdict} size={12} /> {VERDICT_WORDS[verdict][lang]}
            </th>
            {cell(a, verdict)}
            {cell(b, verdict)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { toHeatStrip } from '@dabiao/charts/heat-strip';
import type { TargetDetail } from '@dabiao/contract/target';
import { verdictWord } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { VerdictShape } from '../../ui/verdict-mark.tsx';

/** The verdict year by year over the target's period, as a strip; each judged year leads to the page as of then. */
export function VerdictYears({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { row } = detail;
  const cells = toHeatStrip(row.history, row.period.from, row.period.to);
  if (!cells.some(({ verdict }) => verdict)) return null;
  return (
    <section aria-labelledby="years" className="verdict-years">
      <h2 id="years">{t('target.column.history')}</h2>
      <ol>
        {cells.map(({ year, verdict }) => {
          const here = year === row.assessment.asOf;
          return (
            <li key={year} className={here ? 'verdict-years__here' : undefined}>
              {verdict ? (
                <KeepLink to={`/targets/${row.id}`} search={{ year }} current={here} className="verdict-years__cell">
                  <span className="verdict-years__year">{year}</span>
                  <VerdictShape verdict={verdict} size={14} />
                  <span>{verdictWord(verdict, lang)}</span>
                </KeepLink>
              ) : (
                <span className="verdict-years__cell verdict-years__cell--none">
                  <span className="verdict-years__year">{year}</span>
                  <span aria-hidden="true">·</span>
                  <span>{t('target.notJudged')}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

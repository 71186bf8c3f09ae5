import type { TargetDetail } from '@dabiao/contract/target';
import { isChange } from '@dabiao/domain/assessment-context';
import { formatDifference, formatPercent } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { inReadersUnits } from '../../ui/value-text.ts';

interface Pace {
  key: 'lastYear' | 'lastThree' | 'sinceBase' | 'needed';
  from: number;
  to: number;
  compound: number | null;
  units: number | null;
}

/** The paces so far, newest first, and the one needed from now on; those that are known. */
function pacesOf({ outlook }: TargetDetail): Pace[] {
  const { lastYear, lastThree, sinceBase } = outlook.paces;
  const known = Object.entries({ lastYear, lastThree, sinceBase }) as [Pace['key'], typeof lastYear][];
  const spans = known.flatMap(([key, span]) =>
    span ? [{ key, from: span.from.year, to: span.to.year, compound: span.compound, units: span.units }] : [],
  );
  const { needed } = outlook;
  const latest = spans[0]?.to;
  if (!needed || latest === undefined) return spans;
  return [...spans, { ...needed, key: 'needed', from: latest, to: needed.due.year }];
}

const signed = (value: number, text: string): string => `${value < 0 ? '−' : '+'}${text}`;

/** 展望: the pace so far beside the pace needed, when it would be met, and where the trend leads. */
export function LookingAhead({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { row, outlook, forecast } = detail;
  const paces = pacesOf(detail);
  const digits = Math.max(row.assessment.latest?.decimals ?? 0, row.judgedUnit === '%' ? 1 : 0);
  const rates = !isChange(row.kind);
  return (
    <section aria-labelledby="ahead" className="ahead">
      <h2 id="ahead">{t('ahead.title')}</h2>
      <p>{inReadersUnits(outlook.sentence[lang], row.judgedUnit)}</p>
      <p>{inReadersUnits(forecast.sentence[lang], row.judgedUnit)}</p>
      {paces.length === 0 ? null : (
        <table className="ahead__paces">
          <caption className="unseen">{t('ahead.paces')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ahead.pace')}</th>
              <th scope="col">{t('ahead.years')}</th>
              {rates ? (
                <th scope="col" className="number">
                  {t('ahead.compound')}
                </th>
              ) : null}
              <th scope="col" className="number">
                {t('ahead.units')}
              </th>
            </tr>
          </thead>
          <tbody>
            {paces.map(({ key, from, to, compound, units }) => (
              <tr key={key} className={key === 'needed' ? 'ahead__needed' : undefined}>
                <th scope="row">{t(`ahead.${key}`)}</th>
                <td>{`${from}—${to}`}</td>
                {rates ? (
                  <td className="number">
                    {compound === null ? '—' : signed(compound, formatPercent(Math.abs(compound)))}
                  </td>
                ) : null}
                <td className="number">
                  {units === null ? '—' : signed(units, formatDifference(units, digits, row.judgedUnit, lang))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="note">
        {t('ahead.note')}
        {'reason' in forecast ? '' : t('ahead.drawn')}
      </p>
    </section>
  );
}

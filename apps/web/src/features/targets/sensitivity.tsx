import type { TargetDetail } from '@dabiao/contract/target';
import { REASON_WORDS } from '@dabiao/domain/assessment';
import { formatDifference, formatNumber, formatPercent, type Lang } from '@dabiao/domain/number-text';
import { verdictWord } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { VerdictShape } from '../../ui/verdict-mark.tsx';

type Other = TargetDetail['otherVerdicts'][number];

/** The number a method decides by: R, share of the path, lead in 百分点. */
function decidingNumber({ method, ratio, lead }: Other, lang: Lang): string {
  if (method === 'required_pace' && ratio !== null) return `R = ${formatNumber(ratio, 2)}`;
  if (method === 'path' && ratio !== null) return `s = ${formatPercent(ratio)}`;
  if (method !== 'schedule' || lead === null) return '';
  return `Δ = ${lead < 0 ? '−' : '+'}${formatDifference(lead, 1, '%', lang)}`;
}

/** What the other methods would say of the same figures, and whether the verdict hangs on the choice. */
export function Sensitivity({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { otherVerdicts, row } = detail;
  if (otherVerdicts.length === 0) return null;
  const said = otherVerdicts.filter(({ verdict }) => verdict !== 'unassessable');
  const agree = said.length > 0 && said.every(({ verdict }) => verdict === row.assessment.verdict);
  return (
    <>
      <h3>{t('how.others')}</h3>
      <p className="small">
        {said.length === 0 ? t('how.othersNone') : agree ? t('how.othersAgree') : t('how.othersDiffer')}
      </p>
      <table className="how__others">
        <caption className="unseen">{t('how.others')}</caption>
        <tbody>
          {otherVerdicts.map((other) => (
            <tr key={other.method}>
              <th scope="row">{t(`how.method.${other.method}`)}</th>
              <td className="how__other">
                <VerdictShape verdict={other.verdict} size={12} />
                <span>{verdictWord(other.verdict, lang)}</span>
              </td>
              <td className="note">{other.reason ? REASON_WORDS[other.reason][lang] : decidingNumber(other, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

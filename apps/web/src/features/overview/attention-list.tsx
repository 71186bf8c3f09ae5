import type { TargetRow } from '@dabiao/contract/target';
import { decimalsOf } from '@dabiao/domain/decimal';
import { formatDifference } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { demandAmount, figureText, inReadersUnits } from '../../ui/value-text.ts';

/** Targets that slip, worst first: what, how far, until when, why and whose. */
export function AttentionList({ targets }: { targets: readonly TargetRow[] }) {
  return (
    <ol className="attention">
      {targets.map((target) => (
        <AttentionItem key={target.id} target={target} />
      ))}
    </ol>
  );
}

function AttentionItem({ target }: { target: TargetRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { assessment, judgedUnit, departments, region, indicator } = target;
  const { latest, due, gapToTarget, sentence } = assessment;
  return (
    <li className="attention__item">
      <AssessmentMark assessment={assessment} />
      <div>
        <h3 className="attention__name">
          <KeepLink to={`/targets/${target.id}`}>{(lang === 'en' && indicator.nameEn) || indicator.name}</KeepLink>
          <span className="attention__region">{region.name}</span>
        </h3>
        <p className="attention__why">{inReadersUnits(sentence[lang], target.judgedUnit)}</p>
        {departments.length > 0 ? (
          <p className="note">
            {t('target.whose')} {departments.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')}
          </p>
        ) : null}
      </div>
      <p className="attention__numbers">
        <span className="attention__values">
          {latest ? figureText(latest, judgedUnit, lang) : '—'} →{' '}
          {due ? demandAmount(target.comparator, due, judgedUnit, lang) : '—'}
        </span>
        <span className="attention__gap">
          {gapToTarget === null || !due ? null : (
            <b>
              {t('target.short', {
                gap: formatDifference(
                  gapToTarget,
                  Math.max(latest?.decimals ?? 0, decimalsOf(due.value)),
                  judgedUnit,
                  lang,
                ),
              })}
            </b>
          )}{' '}
          {due ? <span className="unit">{t('target.dueIn', { year: due.year })}</span> : null}
        </span>
      </p>
    </li>
  );
}

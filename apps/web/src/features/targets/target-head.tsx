import type { TargetDetail } from '@dabiao/contract/target';
import { highestLabel } from '@dabiao/domain/label';
import { shownUnit } from '@dabiao/domain/number-text';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { findingOf } from './finding.ts';
import { footWords } from './target-words.ts';

/** Verdict, the finding as title, and what exactly was measured. */
export function TargetHead({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { change } = useUrlState();
  const { row, years } = detail;
  const { assessment, period } = row;
  const asOf = [...new Set([assessment.asOf, ...years])].sort((a, b) => b - a);
  const name = (lang === 'en' && row.indicator.nameEn) || row.indicator.name;
  return (
    <header className="target-head">
      <div className="target-head__row">
        <div>
          <LabelMark label={highestLabel([row.document.label, ...detail.figures.map((figure) => figure.label)])} />
          <AssessmentMark assessment={assessment} large />
        </div>
        <div className="no-print">
          <SelectField
            label={t('picker.asOf')}
            value={String(assessment.asOf)}
            onChange={(year) => change({ year })}
            options={asOf.map((year) => ({ value: String(year), label: t('picker.year', { year }) }))}
          />
        </div>
      </div>
      <h1>
        <Clauses sentence={findingOf(row, lang)} />
      </h1>
      <p className="target-head__measure">
        <KeepLink to={`/indicators/${row.indicator.id}`}>{name}</KeepLink>
        {t('target.measure', {
          kind: TARGET_KIND_WORDS[row.kind][lang],
          unit: shownUnit(row.judgedUnit, lang),
          place: row.region.name,
          from: period.from,
          to: period.to,
        })}
      </p>
    </header>
  );
}

/** Source, status, as-of year and method under the chart. */
export function ChartFoot({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  return <figcaption className="note chart-foot">{footWords(detail, t)}</figcaption>;
}

import type { TargetRow } from '@dabiao/contract/target';
import { isNarrative, TARGET_KIND_WORDS, TARGET_KINDS } from '@dabiao/domain/target';
import { VERDICT_WORDS, VERDICTS } from '@dabiao/domain/verdict';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { headingsOf, readTargetFilter } from './target-filter.ts';

interface TargetFiltersProps {
  targets: readonly TargetRow[];
  year: number;
  years: readonly number[];
}

/** As-of year, clause, verdict, department, kind and due year; only what occurs can be chosen. */
export function TargetFilters({ targets, year, years }: TargetFiltersProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { params, change } = useUrlState();
  const filter = readTargetFilter(params);
  const every = { value: '', label: t('filter.every') };
  const judged = targets.filter((target) => !isNarrative(target));
  const departments = [...new Set(targets.flatMap((target) => target.departments.map(({ name }) => name)))];
  const clauses = new Map(
    targets.flatMap(({ clause }) =>
      headingsOf(clause).map((line, depth) => [line, `${'　'.repeat(depth)}${clause[depth] ?? line}`] as const),
    ),
  );
  const dues = [...new Set(targets.flatMap((target) => target.milestones.map((each) => each.year)))]
    .filter((due) => due !== null)
    .sort((a, b) => a - b);
  const asOf = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <div className="target-filters no-print">
      <SelectField
        label={t('picker.asOf')}
        value={String(year)}
        onChange={(value) => change({ year: value })}
        options={asOf.map((each) => ({ value: String(each), label: t('picker.year', { year: each }) }))}
      />
      <SelectField
        label={t('filter.clause')}
        value={filter.clause ?? ''}
        onChange={(clause) => change({ clause })}
        options={[every, ...[...clauses].map(([value, label]) => ({ value, label }))]}
      />
      <SelectField
        label={t('filter.verdict')}
        value={filter.verdict ?? ''}
        onChange={(verdict) => change({ verdict })}
        options={[
          every,
          ...VERDICTS.filter((verdict) => judged.some(({ assessment }) => assessment.verdict === verdict)).map(
            (verdict) => ({ value: verdict, label: VERDICT_WORDS[verdict][lang] }),
          ),
        ]}
      />
      <SelectField
        label={t('filter.department')}
        value={filter.department ?? ''}
        onChange={(department) => change({ department })}
        options={[every, ...departments.map((name) => ({ value: name, label: name }))]}
      />
      <SelectField
        label={t('filter.kind')}
        value={filter.kind ?? ''}
        onChange={(kind) => change({ kind })}
        options={[
          every,
          ...TARGET_KINDS.filter((kind) => targets.some((target) => target.kind === kind)).map((kind) => ({
            value: kind,
            label: TARGET_KIND_WORDS[kind][lang],
          })),
        ]}
      />
      <SelectField
        label={t('filter.due')}
        value={filter.due === null ? '' : String(filter.due)}
        onChange={(due) => change({ due })}
        options={[every, ...dues.map((due) => ({ value: String(due), label: String(due) }))]}
      />
    </div>
  );
}

import type { Overview } from '@dabiao/contract/overview';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { type Choice, choose, readChoice } from './choice.ts';

/** What is compared, which two, and as of when; all of it stands in the URL. */
export function ComparePickers({ choice, overview }: { choice: Choice; overview: Overview }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const swap = () =>
    change((now) => {
      const { of, a, b } = readChoice(now, overview);
      return { of, a: b, b: a };
    });
  const years = [...new Set([overview.year, ...overview.years])].sort((x, y) => y - x);
  return (
    <div className="compare-pickers no-print">
      <nav aria-label={t('compare.what')} className="compare-pickers__of">
        {(['documents', 'regions'] as const).map((each) => (
          <KeepLink key={each} to="/compare" search={{ of: each }} current={choice.of === each}>
            {t(`compare.of.${each}`)}
          </KeepLink>
        ))}
      </nav>
      <SidePicker choice={choice} overview={overview} side="a" />
      <button type="button" className="button" onClick={swap}>
        {t('compare.swap')}
      </button>
      <SidePicker choice={choice} overview={overview} side="b" />
      <SelectField
        label={t('picker.asOf')}
        value={String(overview.year)}
        onChange={(year) => change({ year })}
        options={years.map((year) => ({ value: String(year), label: t('picker.year', { year }) }))}
      />
    </div>
  );
}

function SidePicker({ choice, overview, side }: { choice: Choice; overview: Overview; side: 'a' | 'b' }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  return (
    <SelectField
      label={t(`compare.${side}`)}
      value={choice[side] ?? ''}
      onChange={(id) =>
        change((now) => {
          const chosen = readChoice(now, overview);
          return { of: chosen.of, ...choose(chosen, side, id) };
        })
      }
      options={choice.options.map(({ id, label }) => ({ value: id, label }))}
    />
  );
}

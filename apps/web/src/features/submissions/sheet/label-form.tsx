import { unitName } from '@dabiao/domain/number-text';
import type { CellMark, SheetView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../../ui/lang.ts';
import { useCatalogueNames } from '../catalogue-names.tsx';
import type { ListedProblem } from '../problem-groups.ts';
import type { Change } from './correct.ts';
import { NameChoice } from './name-choice.tsx';
import { SaidField } from './said-field.tsx';

export interface FormProps {
  view: SheetView;
  disabled: boolean;
  onChange: (change: Change) => void;
}

interface LabelFormProps extends FormProps {
  mark: CellMark;
  label: string;
  problems: readonly ListedProblem[];
}

/** The nearest names of all problems of a cell that are of its kind. */
function suggestionsOf(problems: readonly ListedProblem[], kind: 'indicator' | 'region') {
  return problems.filter(({ code }) => code.startsWith(kind)).flatMap(({ suggestions }) => suggestions);
}

/** What a name in the sheet stands for: an indicator with its unit, or a region; or nothing. */
export function LabelForm(props: LabelFormProps) {
  return props.mark.role === 'region' ? <RegionForm {...props} /> : <IndicatorForm {...props} />;
}

function IndicatorForm({ mark, label, problems, disabled, onChange }: LabelFormProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { indicators } = useCatalogueNames();
  const say = (said: { indicator?: string | null; unit?: string }) => onChange({ kind: 'indicator', label, ...said });
  return (
    <div className="sheet-form">
      <NameChoice
        label={t('sheet.isIndicator', { label })}
        choices={indicators.map(({ id, name, nameEn, unit }) =>
          lang === 'en' && nameEn
            ? { id, name: nameEn, more: unitName(unit, lang), also: name }
            : { id, name, more: unit, also: nameEn },
        )}
        suggestions={suggestionsOf(problems, 'indicator')}
        value={mark.indicator ?? null}
        disabled={disabled}
        onChoose={(indicator) => say({ indicator })}
      />
      {mark.indicator ? (
        <SaidField
          key={mark.unit ?? ''}
          label={t('sheet.itsUnit')}
          value={mark.unit ?? ''}
          check={(text) => text !== ''}
          wrong={t('sheet.unitMissing')}
          disabled={disabled}
          onSay={(unit) => say({ unit })}
        />
      ) : null}
      <p>
        <button type="button" className="link-button" disabled={disabled} onClick={() => say({ indicator: null })}>
          {t('sheet.leaveOut')}
        </button>
      </p>
    </div>
  );
}

function RegionForm({ mark, label, problems, disabled, onChange }: LabelFormProps) {
  const { t } = useTranslation();
  const { regions } = useCatalogueNames();
  const say = (region: string | null) => onChange({ kind: 'region', label, region });
  return (
    <div className="sheet-form">
      <NameChoice
        label={t('sheet.isRegion', { label })}
        choices={regions.map(({ code, name }) => ({ id: code, name, more: code }))}
        suggestions={suggestionsOf(problems, 'region')}
        value={mark.region ?? null}
        disabled={disabled}
        onChoose={say}
      />
      <p>
        <button type="button" className="link-button" disabled={disabled} onClick={() => say(null)}>
          {t('sheet.leaveOut')}
        </button>
      </p>
    </div>
  );
}

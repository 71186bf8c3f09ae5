import type { SheetFacts } from '@dabiao/domain/corrections';
import type { TableView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { useCatalogueNames } from '../catalogue-names.tsx';
import { readYear } from '../entry/typed-row.ts';
import type { ListedProblem } from '../problem-groups.ts';
import { type FormProps, LabelForm } from './label-form.tsx';
import { NameChoice } from './name-choice.tsx';
import { SaidField } from './said-field.tsx';

interface WholeSheetFormProps extends FormProps {
  /** Years that were said of sheets of this file. */
  facts: readonly SheetFacts[];
  problems: readonly ListedProblem[];
}

/** What holds for a whole sheet: quantity, year, unit, region, what names across are; that it is not read; forgetting all. */
export function WholeSheetForm({ view, facts, problems, disabled, onChange }: WholeSheetFormProps) {
  const { t } = useTranslation();
  const { regions } = useCatalogueNames();
  const used = view.corrections?.used;
  const year = facts.find(({ sheet }) => sheet === view.sheet)?.year ?? view.tables[0]?.year ?? '';
  const unit = used?.unit ?? view.tables[0]?.unit ?? '';
  return (
    <div className="sheet-form">
      {view.tables.map((table) => (
        <QuantityForm key={table.header.first} {...{ view, table, problems, disabled, onChange }} />
      ))}
      <SaidField
        numeric
        key={`year${year}`}
        label={t('sheet.sheetYear')}
        value={String(year)}
        check={(text) => readYear(text) !== null}
        wrong={t('sheet.yearWrong')}
        disabled={disabled}
        onSay={(text) => onChange({ kind: 'sheetYear', year: readYear(text) ?? 0 })}
      />
      <SaidField
        key={`unit${unit}`}
        label={t('sheet.sheetUnit')}
        value={unit}
        check={(text) => text !== ''}
        wrong={t('sheet.unitMissing')}
        disabled={disabled}
        onSay={(own) => onChange({ kind: 'sheet', unit: own })}
      />
      <NameChoice
        label={t('sheet.sheetRegion')}
        choices={regions.map(({ code, name }) => ({ id: code, name, more: code }))}
        suggestions={[]}
        value={used?.region ?? view.tables[0]?.region ?? null}
        disabled={disabled}
        onChoose={(region) => onChange({ kind: 'sheet', region })}
      />
      <Switches view={view} disabled={disabled} onChange={onChange} />
    </div>
  );
}

/** The quantity that all values of a table are of, where no name beside or above them tells. */
export function QuantityForm({ table, problems, ...form }: FormProps & QuantityOf) {
  if (!table.quantity) return null;
  const { label, indicator } = table.quantity;
  const range = { row: 0, column: 0, lastRow: 0, lastColumn: 0, table: null };
  const mark = {
    ...range,
    role: 'indicator' as const,
    indicator,
    ...(table.unit === null ? {} : { unit: table.unit }),
  };
  const own = problems.filter(({ message }) => message.includes(label));
  return <LabelForm {...form} mark={mark} label={label} problems={own} />;
}

interface QuantityOf {
  table: TableView;
  problems: readonly ListedProblem[];
}

function Switches({ view, disabled, onChange }: FormProps) {
  const { t } = useTranslation();
  const used = view.corrections?.used;
  const ignored = used?.ignore === true;
  const said = used !== undefined && Object.keys(used).some((field) => field !== 'shape' && field !== 'names');
  return (
    <>
      <fieldset className="use-choice" disabled={disabled}>
        <legend>{t('sheet.across')}</legend>
        {(['indicator', 'region'] as const).map((across) => (
          <button
            key={across}
            type="button"
            aria-pressed={used?.across === across}
            onClick={() => onChange({ kind: 'across', across })}
          >
            {t(`sheet.use.${across}`)}
          </button>
        ))}
      </fieldset>
      <p className="sheet-form__buttons">
        <button
          type="button"
          className="button"
          disabled={disabled}
          onClick={() => onChange({ kind: 'sheet', ignore: !ignored })}
        >
          {t(ignored ? 'sheet.readSheet' : 'sheet.ignoreSheet')}
        </button>
        {said ? (
          <button type="button" className="button" disabled={disabled} onClick={() => onChange({ kind: 'reset' })}>
            {t('sheet.forget')}
          </button>
        ) : null}
      </p>
    </>
  );
}

import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProblem } from '../problem-groups.ts';

interface Choice {
  id: string;
  name: string;
  /** What it may also be searched by, and is told apart by. */
  more?: string;
}

interface NameChoiceProps {
  label: string;
  choices: readonly Choice[];
  /** The nearest names, first. */
  suggestions: ListedProblem['suggestions'];
  value: string | null;
  disabled: boolean;
  onChoose: (id: string) => void;
}

interface Option {
  value: string;
  label: string;
  more: string;
}

const optionOf = ({ id, name, more = '' }: Choice): Option => ({ value: id, label: name, more });

/** One name of the catalogue, to be searched by typing; the nearest ones stand first and can be taken at once. */
export function NameChoice({ label, choices, suggestions, value, disabled, onChoose }: NameChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const near = new Set(suggestions.map((own) => own.id));
  const groups = [
    { label: t('sheet.nearest'), options: choices.filter((own) => near.has(own.id)).map(optionOf) },
    { label: t('sheet.others'), options: choices.filter((own) => !near.has(own.id)).map(optionOf) },
  ].filter(({ options }) => options.length > 0);
  return (
    <div className="name-choice">
      <label htmlFor={id}>{label}</label>
      {suggestions.length > 0 ? (
        <p className="name-choice__near">
          {suggestions.slice(0, 3).map((own) => (
            <button key={own.id} type="button" className="button" disabled={disabled} onClick={() => onChoose(own.id)}>
              {own.name}
            </button>
          ))}
        </p>
      ) : null}
      <Select<string, Option>
        id={id}
        showSearch={{ filterOption: matches }}
        disabled={disabled}
        placeholder={t('sheet.search')}
        value={value}
        options={groups as unknown as Option[]}
        onChange={onChoose}
        getPopupContainer={(node) => node.parentElement ?? document.body}
      />
    </div>
  );
}

function matches(typed: string, option: Option | undefined): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  return `${option?.label} ${option?.more} ${option?.value}`.toLowerCase().includes(wanted);
}

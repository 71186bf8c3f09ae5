import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProblem } from '../problem-groups.ts';
import { type Choice, nearestNames } from './nearest-names.ts';

interface NameChoiceProps {
  label: string;
  choices: readonly Choice[];
  suggestions: ListedProblem['suggestions'];
  /** Id of the name it stands for now. */
  value: string | null;
  disabled: boolean;
  onChoose: (id: string) => void;
}

/** Names shown at once. */
const SHOWN = 6;

/** One name of the catalogue: the nearest ones can be taken at once, others are found by typing. */
export function NameChoice({ label, choices, suggestions, value, disabled, onChoose }: NameChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const found = nearestNames(choices, suggestions, typed, SHOWN);
  const now = choices.find((own) => own.id === value);
  return (
    <div className="name-choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={60}
        disabled={disabled}
        placeholder={now?.name ?? t('sheet.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={found.length > 0 || typed.trim() === '' ? 'unseen' : 'note'}>
        {typed.trim() === '' ? '' : t(found.length > 0 ? 'sheet.found' : 'sheet.notFound', { n: found.length })}
      </p>
      {found.length > 0 ? (
        <ul className="name-choice__found">
          {found.map((own) => (
            <li key={own.id}>
              <button
                type="button"
                disabled={disabled}
                aria-pressed={own.id === value}
                onClick={() => {
                  setTyped('');
                  onChoose(own.id);
                }}
              >
                {own.name} {own.more ? <span className="note">{own.more}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

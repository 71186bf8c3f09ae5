import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { pickableQuery } from './queries.ts';

interface TargetPickerProps {
  chosen: readonly string[];
  year: number;
  onChange: (ids: string[]) => void;
}

/** Targets of all documents with a box each, in the order of the documents. */
export function TargetPicker({ chosen, year, onChange }: TargetPickerProps) {
  const { t } = useTranslation();
  const query = useQuery(pickableQuery(year));
  const [words, setWords] = useState('');
  const id = useId();
  return (
    <fieldset className="target-picker">
      <legend>{t('briefing.dialog.chosen', { n: chosen.length })}</legend>
      <label className="field" htmlFor={id}>
        <span>{t('briefing.dialog.find')}</span>
        <input id={id} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <Answer query={query} lines={4}>
        {({ items }) => {
          const shown = items
            .filter(({ kind, restates }) => kind !== 'narrative' && restates === null)
            .map((target) => ({ id: target.id, name: `${target.document.shortTitle} · ${target.indicator.name}` }))
            .filter(({ name }) => name.includes(words.trim()));
          return (
            <ul className="target-picker__list">
              {shown.map((target) => (
                <li key={target.id}>
                  <label className="briefing-fields__check">
                    <input
                      type="checkbox"
                      checked={chosen.includes(target.id)}
                      onChange={({ target: { checked } }) =>
                        onChange(checked ? [...chosen, target.id] : chosen.filter((one) => one !== target.id))
                      }
                    />{' '}
                    {target.name}
                  </label>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </fieldset>
  );
}

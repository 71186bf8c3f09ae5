import type { ReadingMeasure } from '@dabiao/contract/reading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateLine } from './state-line.tsx';
import type { DeskAction } from './use-desk.ts';

/** What is proposed of the text as a card of the desk has it, whether target or measure. */
export interface CardState {
  current: boolean;
  /** Whether it may be decided on, and is not waiting for an answer. */
  able: boolean;
  onPick: () => void;
  onAct: (action: DeskAction) => void;
  /** The form, in place of the facts. */
  form: ReactNode;
}

interface CardFrameProps extends CardState {
  entry: Pick<ReadingMeasure, 'number' | 'state' | 'edited' | 'origin'>;
  /** Kind of the mark in the text. */
  mark: string;
  /** What it is, where that is not a target. */
  what?: string;
  name: string;
  actions: readonly ('accept' | 'reject' | 'edit' | 'split' | 'merge')[];
  /** Behind the actions. */
  more?: ReactNode;
  children: ReactNode;
}

/** State, name, then the facts or the form, and what can be done with the one picked. */
export function CardFrame({ entry, mark, what, name, actions, more, children, ...card }: CardFrameProps) {
  const { t } = useTranslation();
  const { current, able, onPick, onAct, form } = card;
  return (
    <li
      id={`candidate-${entry.number}`}
      className={`read-card read-card--${entry.state} read-card--${mark}`}
      aria-current={current ? 'true' : undefined}
    >
      <StateLine entry={entry} {...(what === undefined ? {} : { what })} />
      <h2>
        <button type="button" className="read-card__name" onClick={onPick}>
          {name || t('read.unnamed')}
        </button>
      </h2>
      {form ?? children}
      {current && form === null ? (
        <p className="read-card__actions">
          {actions.map((action) => (
            <button key={action} type="button" className="button" disabled={!able} onClick={() => onAct(action)}>
              {t(`read.action.${action}`)}
              <kbd>{t(`read.key.${action}`)}</kbd>
            </button>
          ))}
          {more}
        </p>
      ) : null}
    </li>
  );
}

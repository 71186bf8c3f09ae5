import type { Alarm } from '@dabiao/contract/alarm';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { alarmsQuery, useAcknowledge } from './alarm-queries.ts';
import { momentText } from './moment-text.ts';
import './session.css';

function AcknowledgeForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const acknowledge = useAcknowledge();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    acknowledge.mutate({ id, note: String(new FormData(event.currentTarget).get('note')).trim() });
  };
  return (
    <form className="alarm__form" onSubmit={submit}>
      <label>
        <span>{t('alarm.note')}</span>
        <input name="note" required maxLength={500} pattern=".*\S.*" autoComplete="off" />
      </label>
      <button type="submit" className="button" disabled={acknowledge.isPending}>
        {t('alarm.acknowledge')}
      </button>
      {acknowledge.error ? <ProblemMessage error={acknowledge.error} /> : null}
    </form>
  );
}

function AlarmItem({ alarm, mayAct }: { alarm: Alarm; mayAct: boolean }) {
  const { t } = useTranslation();
  const { kind, count, firstAt, at, addresses, acknowledgedAt, acknowledgedBy, note } = alarm;
  return (
    <li className={acknowledgedAt === null ? 'alarm alarm--open' : 'alarm'}>
      <p className="alarm__what">
        <span aria-hidden="true">{acknowledgedAt === null ? '▲' : '✓'}</span>{' '}
        {t('alarm.what', { n: count, kind: t(`alarm.kind.${kind}`) })}
        {acknowledgedAt === null ? ` · ${t('alarm.open')}` : ''}
      </p>
      <p className="note">
        {t('alarm.when', { from: momentText(firstAt), to: momentText(at) })} · {t('alarm.addresses')}{' '}
        {addresses.join(' ')}
      </p>
      {acknowledgedAt === null ? (
        mayAct && <AcknowledgeForm id={alarm.id} />
      ) : (
        <p>{t('alarm.seen', { who: acknowledgedBy ?? '', at: momentText(acknowledgedAt), note: note ?? '' })}</p>
      )}
    </li>
  );
}

/** What may have been attacks; the security administrator says what was done about it. */
export function AlarmList({ mayAct }: { mayAct: boolean }) {
  const { t } = useTranslation();
  return (
    <Answer query={useQuery(alarmsQuery())} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="note">{t('alarm.none')}</p>
        ) : (
          <ul className="alarms">
            {items.map((alarm) => (
              <AlarmItem key={alarm.id} alarm={alarm} mayAct={mayAct} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** The word on the tab, with how many are open. */
export function AlarmTab() {
  const { t } = useTranslation();
  const { data } = useQuery(alarmsQuery());
  const open = data?.items.filter(({ acknowledgedAt }) => acknowledgedAt === null).length ?? 0;
  return open > 0 ? t('alarm.tabOpen', { n: open }) : t('alarm.tab');
}

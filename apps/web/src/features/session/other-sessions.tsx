import type { OwnSessions } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { ownSessionsQuery, useEndOthers, useEndSession } from './account-queries.ts';
import { momentText } from './moment-text.ts';
import './session.css';

type OwnSession = OwnSessions['items'][number];

function SessionLine({ session }: { session: OwnSession }) {
  const { t } = useTranslation();
  const end = useEndSession();
  const { id, here, address, createdAt, lastSeenAt, by } = session;
  return (
    <li>
      <span>
        {here ? <strong>{t('account.here')}</strong> : t(`account.openedBy.${by}`)}
        {address === null ? '' : ` · ${address}`}
      </span>
      <span className="note">
        {t('account.signedInAt', { at: momentText(createdAt) })} · {t('account.seenAt', { at: momentText(lastSeenAt) })}
      </span>
      {here ? null : (
        <button type="button" className="link-button" disabled={end.isPending} onClick={() => end.mutate(id)}>
          {t('account.endSession')}
        </button>
      )}
    </li>
  );
}

/** Where one is signed in; ending one, or all but this one. */
export function OtherSessions() {
  const { t } = useTranslation();
  const end = useEndOthers();
  return (
    <section aria-labelledby="sessions" className="account__part">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <Answer query={useQuery(ownSessionsQuery())} lines={2}>
        {({ items }) => (
          <>
            <ul className="account__list">
              {items.map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
            </ul>
            <button
              type="button"
              className="button"
              disabled={end.isPending || items.length < 2}
              onClick={() => end.mutate()}
            >
              {t('account.endOthers')}
            </button>
          </>
        )}
      </Answer>
      <p role="status">{end.data ? t('account.ended', { n: end.data.ended }) : ''}</p>
      {end.error ? <ProblemMessage error={end.error} /> : null}
    </section>
  );
}

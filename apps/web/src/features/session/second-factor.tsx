import type { NewSecondFactor, SessionUser } from '@dabiao/contract/session';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { useBeginFactor, useConfirmFactor, useRemoveFactor } from './account-queries.ts';
import { CodeField } from './code-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './session.css';

const textOf = (event: FormEvent<HTMLFormElement>, name: string): string => {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get(name));
};

/** The address as a picture that authenticator programs read: dark squares on white, whatever the theme. */
function Picture({ address }: { address: string }) {
  const { t } = useTranslation();
  const { data, size } = encode(address);
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="session-form__picture"
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={t('account.picture')}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

function ConfirmForm({ made }: { made: NewSecondFactor }) {
  const { t } = useTranslation();
  const confirm = useConfirmFactor();
  return (
    <form className="session-form" onSubmit={(event) => confirm.mutate(textOf(event, 'code'))}>
      <p>{t('account.scan')}</p>
      <Picture address={made.address} />
      <p className="note">
        {t('account.secret')} <code className="session-form__secret">{made.secret}</code>
      </p>
      <CodeField />
      <button type="submit" className="button button--main" disabled={confirm.isPending}>
        {t('account.enable')}
      </button>
      {confirm.error ? <ProblemMessage error={confirm.error} /> : null}
    </form>
  );
}

/** The second factor of one's own account: setting it up, or taking it away. */
export function SecondFactor({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const begin = useBeginFactor();
  const remove = useRemoveFactor();
  const act = user.twoFactor ? remove : begin;
  const said = user.twoFactor ? 'factorOn' : user.mustSetUpTwoFactor ? 'factorNeeded' : 'factorOff';
  return (
    <section aria-labelledby="factor" className="account__part">
      <h2 id="factor">{t('account.factor')}</h2>
      <p>{t(`account.${said}`)}</p>
      {begin.data && !user.twoFactor ? (
        <ConfirmForm made={begin.data} />
      ) : (
        <form className="session-form" onSubmit={(event) => act.mutate(textOf(event, 'password'))}>
          <label>
            <span>{t('account.confirm')}</span>
            <input name="password" type="password" autoComplete="current-password" required maxLength={1024} />
          </label>
          <button type="submit" className="button" disabled={act.isPending}>
            {t(user.twoFactor ? 'account.disable' : 'account.begin')}
          </button>
          {act.error ? <ProblemMessage error={act.error} /> : null}
        </form>
      )}
      {user.twoFactor ? <RecoveryCodes left={user.recoveryCodes} /> : null}
    </section>
  );
}

import type { TokenScope } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { tokensQuery, useMakeToken, useRemoveToken } from './account-queries.ts';
import { momentText } from './moment-text.ts';

function TokenList() {
  const { t } = useTranslation();
  const remove = useRemoveToken();
  return (
    <Answer query={useQuery(tokensQuery())} lines={2}>
      {({ items }) => (
        <ul className="account__list">
          {items.map(({ id, label, scopes, expiresAt, lastUsedAt }) => (
            <li key={id}>
              <span>
                {label} · {scopes.map((scope) => t(`account.scope.${scope}`)).join(' ')}
              </span>
              <span className="note">
                {t('account.until', { at: momentText(expiresAt) })} ·{' '}
                {lastUsedAt === null ? t('account.neverUsed') : t('account.lastUsed', { at: momentText(lastUsedAt) })}
              </span>
              <button type="button" className="link-button" onClick={() => remove.mutate(id)}>
                {t('account.removeToken')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}

/** Tokens with which programs read, hand in or collect the audit; one just made is shown once. */
export function Tokens({ scopes }: { scopes: readonly TokenScope[] }) {
  const { t } = useTranslation();
  const make = useMakeToken();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const scope = scopes.find((one) => one === form.get('scope')) ?? 'read';
    make.mutate({ label: String(form.get('label')), scope, days: Number(form.get('days')) });
  };
  return (
    <section aria-labelledby="tokens" className="account__part">
      <h2 id="tokens">{t('account.tokens')}</h2>
      <p className="note">{t('account.tokensHint')}</p>
      <TokenList />
      {make.data ? (
        <p role="status">
          {t('account.madeToken')} <code className="session-form__secret">{make.data.secret}</code>
        </p>
      ) : null}
      <form className="session-form" onSubmit={submit}>
        <label>
          <span>{t('account.tokenLabel')}</span>
          <input name="label" required maxLength={60} autoComplete="off" />
        </label>
        <label>
          <span>{t('account.tokenScope')}</span>
          <select name="scope">
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(`account.scope.${scope}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('account.tokenDays')}</span>
          <input name="days" type="number" min={1} max={365} defaultValue={90} required />
        </label>
        <button type="submit" className="button" disabled={make.isPending}>
          {t('account.makeToken')}
        </button>
        {make.error ? <ProblemMessage error={make.error} /> : null}
      </form>
    </section>
  );
}

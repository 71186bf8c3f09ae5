import type { SessionUser } from '@dabiao/contract/session';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { momentText } from './moment-text.ts';
import { ProviderOutcome } from './provider-outcome.tsx';
import { useProviderLink, useProviderUnlink } from './provider-queries.ts';

/** Whether one's own account can be signed in to at the provider, and tying or untying it. */
export function OwnIdentity({ user, label }: { user: SessionUser; label: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const link = useProviderLink();
  const unlink = useProviderUnlink();
  const { identity } = user;
  const act = identity ? unlink : link;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('identity-password'));
    if (identity) unlink.mutate(password);
    else link.mutate({ password, lang });
  };
  return (
    <section aria-labelledby="identity" className="account__part">
      <h2 id="identity">{label}</h2>
      <ProviderOutcome label={label} />
      <p>
        {identity
          ? t('provider.linked', { who: identity.shown, at: momentText(identity.linkedAt), label })
          : t('provider.notLinked', { label })}
      </p>
      <form className="session-form" onSubmit={submit}>
        <label>
          <span>{t('account.confirm')}</span>
          <input name="identity-password" type="password" autoComplete="current-password" required maxLength={1024} />
        </label>
        <button type="submit" className="button" disabled={act.isPending || link.isSuccess}>
          {t(identity ? 'provider.unlink' : 'provider.link', { label })}
        </button>
        {act.error ? <ProblemMessage error={act.error} /> : null}
      </form>
    </section>
  );
}

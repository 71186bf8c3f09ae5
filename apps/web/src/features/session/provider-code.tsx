import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { CodeField } from './code-field.tsx';
import { providerStepQuery, useProviderCode } from './provider-queries.ts';
import './session.css';

/** The code of the second factor, after the provider said who this is. */
export function ProviderCode({ label }: { label: string }) {
  const { t } = useTranslation();
  const pay = useProviderCode();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    pay.mutate(String(new FormData(event.currentTarget).get('code')));
  };
  return (
    <Answer query={useQuery(providerStepQuery())} lines={2}>
      {({ step, shown }) =>
        step === 'code' ? (
          <form className="session-form" onSubmit={submit}>
            <p>{t('provider.owesCode', { label, who: shown ?? '' })}</p>
            <CodeField mayRecover />
            <button type="submit" className="button button--main" disabled={pay.isPending}>
              {t('session.signIn')}
            </button>
            {pay.error ? <ProblemMessage error={pay.error} /> : null}
          </form>
        ) : (
          <p className="note">{t('provider.outcome.stale.hint', { label })}</p>
        )
      }
    </Answer>
  );
}

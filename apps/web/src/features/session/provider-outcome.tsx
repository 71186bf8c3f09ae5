import { PROVIDER_OUTCOMES } from '@dabiao/contract/provider-outcome';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { providerStepQuery } from './provider-queries.ts';
import './session.css';

/** Who the provider says this is, to be read out to an administrator. */
function Unlinked() {
  const { t } = useTranslation();
  const { data } = useQuery(providerStepQuery());
  if (!data?.subject) return null;
  return (
    <dl className="provider-outcome__who">
      {data.shown === null ? null : (
        <>
          <dt>{t('provider.shown')}</dt>
          <dd>{data.shown}</dd>
        </>
      )}
      <dt>{t('provider.subject')}</dt>
      <dd>
        <code className="session-form__secret">{data.subject}</code>
      </dd>
    </dl>
  );
}

/** What came of signing in at the provider, where that was not simply being let in (`?provider=`). */
export function ProviderOutcome({ label }: { label: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const outcome = PROVIDER_OUTCOMES.find((word) => word === params.get('provider'));
  if (outcome === undefined || outcome === 'code') return null;
  const isGood = outcome === 'linked';
  return (
    <div
      className={isGood ? 'provider-outcome provider-outcome--good' : 'provider-outcome'}
      role={isGood ? 'status' : 'alert'}
    >
      <p className="provider-outcome__title">
        <span aria-hidden="true">{isGood ? '✓' : '✕'}</span> {t(`provider.outcome.${outcome}.title`, { label })}
      </p>
      <p>{t(`provider.outcome.${outcome}.hint`, { label })}</p>
      {outcome === 'unlinked' ? <Unlinked /> : null}
    </div>
  );
}

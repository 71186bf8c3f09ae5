import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { afterSignIn } from './after-sign-in.ts';
import { useProviderSignIn } from './provider-queries.ts';
import './session.css';

/** The way to sign in elsewhere, beside name and password. */
export function ProviderButton({ label }: { label: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [params] = useSearchParams();
  const begin = useProviderSignIn();
  return (
    <div className="provider-way">
      <p className="provider-way__or">{t('provider.or')}</p>
      <button
        type="button"
        className="button"
        disabled={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate({ next: afterSignIn(params), lang })}
      >
        {t('provider.signIn', { label })}
      </button>
      {begin.error ? <ProblemMessage error={begin.error} /> : null}
    </div>
  );
}

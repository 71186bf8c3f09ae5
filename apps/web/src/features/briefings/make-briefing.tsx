import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { fileSize } from './file-size.ts';
import { briefingAddress, useMakeBriefing } from './queries.ts';
import './briefings.css';

interface MakeBriefingProps {
  document: string;
  year: number;
  /** Making one is kept under the maker's name, so it needs signing in. */
  signedIn: boolean;
}

/** Makes the briefing of a document and year, and then offers the PDF. */
export function MakeBriefing({ document, year, signedIn }: MakeBriefingProps) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const lang = useLang();
  const make = useMakeBriefing();
  const done = make.data?.document === document && make.data.year === year ? make.data : null;
  const start = () => make.mutate({ document, year, lang });
  if (!signedIn) {
    return (
      <KeepLink to="/sign-in" search={{ next: pathname + search }} className="button">
        {t('briefing.signIn')}
      </KeepLink>
    );
  }
  return (
    <div className="make-briefing">
      <button type="button" className="button button--main" disabled={make.isPending} onClick={start}>
        {t(make.isPending ? 'briefing.making' : 'briefing.make')}
      </button>
      <KeepLink to="/briefings" search={{ new: 'document', of: document, year }}>
        {t('briefing.options')}
      </KeepLink>
      <div aria-live="polite" className="make-briefing__state">
        {make.isPending ? <progress aria-label={t('briefing.making')} /> : null}
        {done && !make.isPending ? (
          <p className="small">
            <a href={briefingAddress(done.id)} download>
              {t('briefing.download', { size: fileSize(done.bytes) })}
            </a>
          </p>
        ) : null}
      </div>
      {make.error ? <ProblemMessage error={make.error} onRetry={start} /> : null}
    </div>
  );
}

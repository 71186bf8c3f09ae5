import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { fileSize } from './file-size.ts';
import { briefingAddress, useMakeBriefing } from './queries.ts';
import './briefings.css';

/** Makes the briefing of a document and year, and then offers the PDF. */
export function MakeBriefing({ document, year }: { document: string; year: number }) {
  const { t } = useTranslation();
  const lang = useLang();
  const make = useMakeBriefing();
  const done = make.data?.document === document && make.data.year === year ? make.data : null;
  const start = () => make.mutate({ document, year, lang });
  return (
    <div className="make-briefing">
      <button type="button" className="button button--main" disabled={make.isPending} onClick={start}>
        {t(make.isPending ? 'briefing.making' : 'briefing.make')}
      </button>
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

import type { Reading } from '@dabiao/contract/reading';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadLink } from '../../ui/download-link.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { CorrectForm } from './correct-form.tsx';
import { GiveUp } from './give-up.tsx';
import { PublishDialog } from './publish-dialog.tsx';

interface DeskHeadProps {
  reading: Reading;
  onPublished: (document: string) => void;
  onDropped: () => void;
}

/** Which document it is, how much of it is still open, and the way out: publishing, the draft, giving up. */
export function DeskHead({ reading, onPublished, onDropped }: DeskHeadProps) {
  const { t } = useTranslation();
  const [publishing, setPublishing] = useState(false);
  const { counts, document, rights, id } = reading;
  const facts = [reading.fileName, document.number, document.issuer ?? document.regionName].filter((one) => one);
  return (
    <header className="read-head">
      <p className="no-print">
        <KeepLink to="/read">← {t('read.back')}</KeepLink>
      </p>
      <h1>{document.title || t('read.untitled')}</h1>
      <p className="note">
        <LabelMark label={reading.label} />
        {facts.join(' · ')}
      </p>
      {reading.repeated ? <p className="note">{t('read.repeated')}</p> : null}
      {reading.state === 'open' ? null : <p>{t(`read.ended.${reading.state}`)}</p>}
      {reading.state === 'open' && reading.publishedAs ? <p>{t('read.correcting')}</p> : null}
      {reading.publishedAs ? (
        <p>
          <KeepLink to={`/documents/${reading.publishedAs}`}>{t('read.toDocument')}</KeepLink>
        </p>
      ) : null}
      <div className="read-head__bar">
        <p className="read-head__count" role="status">
          <strong>{t('read.open', { n: counts.open })}</strong>
          {t('read.counts', { accepted: counts.accepted, rejected: counts.rejected })}
        </p>
        <div className="read-head__actions no-print">
          {reading.state === 'open' ? (
            <button type="button" className="button button--main" onClick={() => setPublishing(true)}>
              {t('read.publish')}
            </button>
          ) : null}
          <DownloadLink path={`/readings/${encodeURIComponent(id)}/draft.yaml`} button>
            {t('read.draft')}
          </DownloadLink>
          {rights.includes('correct') ? <CorrectForm id={id} /> : null}
          <GiveUp reading={reading} onDropped={onDropped} />
        </div>
      </div>
      {publishing ? (
        <PublishDialog reading={reading} onClose={() => setPublishing(false)} onPublished={onPublished} />
      ) : null}
    </header>
  );
}

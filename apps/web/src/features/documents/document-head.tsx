import type { DocumentDetail } from '@dabiao/contract/document';
import { formatNumber } from '@dabiao/domain/number-text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { VerdictBar } from '../../ui/verdict-bar.tsx';
import { isExpired } from './validity.ts';

/** +1.8, −0.4: a mean score between −5 and +5. */
function signedScore(score: number): string {
  const text = formatNumber(Math.abs(score), 1);
  if (text === '0.0') return text;
  return `${score < 0 ? '−' : '+'}${text}`;
}

/** Title, number, issuer, dates, validity and the verdicts of a document; `actions` stand beside the title. */
export function DocumentHead({ detail, actions }: { detail: DocumentDetail; actions: ReactNode }) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const { document, year } = detail;
  const facts = [
    document.number,
    document.issuer,
    document.issuedOn ? t('document.issued', { date: document.issuedOn }) : null,
    document.effectiveFrom || document.validTo
      ? t('document.effect', { from: document.effectiveFrom ?? '…', to: document.validTo ?? '…' })
      : null,
    t('document.period', document.period),
  ].filter((fact) => fact !== null);
  const expired = isExpired(document, year);
  return (
    <header className="document-head">
      <p className="note">{document.region.name}</p>
      <div className="document-head__title">
        <h1>{document.title}</h1>
        <div className="no-print">{actions}</div>
      </div>
      <p className="document-head__facts">
        <LabelMark label={document.label} />
        <span className={expired ? 'validity validity--expired' : 'validity'}>
          {document.draft ? t('document.draft') : t(expired ? 'document.expired' : 'document.valid')}
        </span>
        {facts.join(' · ')}
      </p>
      {document.notes ? <p className="note">{document.notes}</p> : null}
      {detail.measures > 0 ? (
        <p className="small">
          <KeepLink to="/measures" search={{ document: document.id }}>
            {t('document.measures', { n: detail.measures })}
          </KeepLink>
        </p>
      ) : null}
      <VerdictBar
        counts={detail.document.counts}
        link={(verdict, label) => (
          <button type="button" className="link-button" onClick={() => change({ verdict })}>
            {label}
          </button>
        )}
      />
      {document.score === null ? null : (
        <p className="note">{t('document.score', { score: signedScore(document.score), n: document.scored })}</p>
      )}
    </header>
  );
}

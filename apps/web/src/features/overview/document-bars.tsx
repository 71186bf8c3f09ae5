import type { DocumentSummary } from '@dabiao/contract/document';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { VerdictBar } from '../../ui/verdict-bar.tsx';

/** One row a document: name, verdicts as a bar as long as its targets are many, and their number. */
export function DocumentBars({ documents }: { documents: readonly DocumentSummary[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...documents.map(({ total }) => total));
  return (
    <ul className="document-bars">
      {documents.map((document) => (
        <li key={document.id}>
          <KeepLink to={`/documents/${document.id}`}>{document.shortTitle}</KeepLink>
          <span className="note document-bars__facts">
            {document.region.name} · {document.period.from}—{document.period.to}
          </span>
          <span className="document-bars__bar">
            <span style={{ width: `${(document.total / most) * 100}%` }}>
              <VerdictBar counts={document.counts} size="small" />
            </span>
          </span>
          <span className="document-bars__total">{t('overview.items', { n: document.total })}</span>
        </li>
      ))}
    </ul>
  );
}

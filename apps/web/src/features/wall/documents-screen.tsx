import type { DocumentSummary } from '@dabiao/contract/document';
import { useTranslation } from 'react-i18next';
import { Clauses } from '../../ui/clauses.tsx';
import { attentionIn } from './screens.ts';
import { WallBar, WallKey } from './wall-bar.tsx';

interface DocumentsScreenProps {
  documents: readonly DocumentSummary[];
  /** Whether these are the ones that need most attention; further screens only list. */
  first: boolean;
  /** The longest bar of all screens: as many targets. */
  most: number;
}

/** Each document as a bar as long as its targets are many; those with most that slips first. */
export function DocumentsScreen({ documents, first, most }: DocumentsScreenProps) {
  const { t } = useTranslation();
  const [worst] = documents;
  const n = worst ? attentionIn(worst) : 0;
  const title = !first
    ? t('wall.documentsMore')
    : worst && n > 0
      ? t('wall.documentsWorst', { name: worst.shortTitle, n, total: worst.total })
      : t('wall.documentsCalm');
  return (
    <>
      <h1>
        <Clauses sentence={title} />
      </h1>
      <ul className="wall-documents">
        {documents.map((document) => (
          <li key={document.id}>
            <p className="wall-documents__name">
              {document.shortTitle}
              <span className="note">
                {document.region.name} · {document.period.from}—{document.period.to}
              </span>
            </p>
            <span className="wall-documents__bar">
              <WallBar counts={document.counts} share={document.total / most} />
              <b>{t('overview.items', { n: document.total })}</b>
            </span>
            <span className="wall-documents__attention">
              {attentionIn(document) > 0 ? t('wall.needsAttention', { n: attentionIn(document) }) : ''}
            </span>
          </li>
        ))}
      </ul>
      <WallKey counts={documents.flatMap(({ counts }) => counts)} />
    </>
  );
}

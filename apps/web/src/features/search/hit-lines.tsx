import type { SearchHit, SearchKind } from '@dabiao/contract/search';
import { useTranslation } from 'react-i18next';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { MarkedText } from './marked-text.tsx';

/** A hit as it is read: verdict of a target, name, where it stands, and its sentence. */
export function HitLines({ kind, hit }: { kind: SearchKind; hit: SearchHit }) {
  const { t } = useTranslation();
  const { title, alias, quote, region, document, clause, targets } = hit;
  const facts = [
    region?.name,
    document?.shortTitle,
    kind === 'clause' && clause.length > 1 ? clause.slice(0, -1).join(' / ') : undefined,
    targets === null ? undefined : t('search.targets', { n: targets }),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {kind === 'target' ? <HitVerdict hit={hit} /> : null}
      <span className="search-hit__title">
        <MarkedText {...title} />
        {alias ? (
          <span className="search-hit__alias">
            {' '}
            {t('search.alias')} <MarkedText {...alias} />
          </span>
        ) : null}
      </span>
      <span className="search-hit__facts">{facts.join(' · ')}</span>
      {quote ? (
        <span className="search-hit__quote">
          <MarkedText {...quote} />
        </span>
      ) : null}
    </>
  );
}

function HitVerdict({ hit: { verdict } }: { hit: SearchHit }) {
  const { t } = useTranslation();
  return (
    <span className="search-hit__verdict">
      {verdict ? (
        <VerdictMark
          verdict={verdict.verdict}
          early={verdict.early}
          provisional={verdict.provisional ? t('verdict.provisionalShort') : undefined}
        />
      ) : (
        <span className="note">{t('target.notJudged')}</span>
      )}
    </span>
  );
}

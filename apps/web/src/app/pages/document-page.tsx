import type { DocumentDetail } from '@dabiao/contract/document';
import { isNarrative } from '@dabiao/domain/target';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MakeBriefing } from '../../features/briefings/make-briefing.tsx';
import { ClauseTable } from '../../features/documents/clause-table.tsx';
import { DocumentHead } from '../../features/documents/document-head.tsx';
import { RaiseLabel } from '../../features/labels/raise-label.tsx';
import { sessionQuery } from '../../features/session/queries.ts';
import '../../features/documents/documents.css';
import { firstTargets, toOutline } from '../../features/documents/outline.ts';
import { OutlineList } from '../../features/documents/outline-list.tsx';
import { documentQuery } from '../../features/documents/queries.ts';
import { filterTargets, readTargetFilter } from '../../features/documents/target-filter.ts';
import { TargetFilters } from '../../features/documents/target-filters.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/documents/:id`: the document's own structure with its targets under their clauses. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const { year } = useUrlState();
  const query = useQuery(documentQuery(id, year));
  usePageTitle(query.data?.document.shortTitle ?? null);
  return (
    <Answer whole query={query} lines={12}>
      {(detail) => <Shown detail={detail} />}
    </Answer>
  );
}

/** Targets that a screen shows before it is scrolled, about. */
const FIRST_TARGETS = 12;

function Shown({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const user = useQuery(sessionQuery()).data?.user ?? null;
  const { document, year, targets } = detail;
  const shown = filterTargets(targets, readTargetFilter(params));
  const goals = shown.filter(isNarrative).length;
  const all = targets.filter((target) => !isNarrative(target)).length;
  const entries = toOutline(detail.clauses, shown);
  const whole = useStages(1) > 0;
  return (
    <>
      <DocumentHead
        detail={detail}
        actions={<MakeBriefing document={document.id} year={year} signedIn={user !== null} />}
      />
      {user?.roles.includes('reviewer') ? (
        <RaiseLabel kind="document" id={document.id} label={document.label} clearance={user.clearance} />
      ) : null}
      <TargetFilters targets={targets} year={year} years={detail.years} />
      <div className={whole ? 'document-body' : 'document-body early'}>
        <OutlineList entries={entries} />
        {shown.length > 0 ? (
          <ClauseTable
            entries={whole ? entries : firstTargets(entries, FIRST_TARGETS)}
            caption={`${t('document.caption', { n: shown.length - goals, all, year })}${goals > 0 ? t('document.goals', { n: goals }) : ''}`}
          />
        ) : (
          <Empty title={t(targets.length > 0 ? 'filter.nothing' : 'document.empty')}>
            {targets.length > 0 ? (
              <button
                type="button"
                className="button"
                onClick={() => change({ clause: null, verdict: null, department: null, kind: null, due: null })}
              >
                {t('filter.reset')}
              </button>
            ) : (
              t('document.emptyHint')
            )}
          </Empty>
        )}
      </div>
    </>
  );
}

import type { Overview } from '@dabiao/contract/overview';
import type { TargetRow } from '@dabiao/contract/target';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Choice, readChoice } from '../../features/compare/choice.ts';
import { ComparePickers } from '../../features/compare/compare-pickers.tsx';
import { Comparison } from '../../features/compare/comparison.tsx';
import { type Side, sideOfDocument, sideOfRegion } from '../../features/compare/sides.ts';
import { documentQuery } from '../../features/documents/queries.ts';
import { overviewQuery } from '../../features/overview/queries.ts';
import { targetsQuery } from '../../features/targets/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/compare`: two documents or two regions, indicator by indicator. */
export function ComparePage() {
  const { t } = useTranslation();
  const { params, year } = useUrlState();
  const query = useQuery(overviewQuery(year, null));
  usePageTitle(t('page.compare'));
  return (
    <div className="compare-page">
      <Answer whole query={query} lines={10}>
        {(overview) => {
          const choice = readChoice(params, overview);
          return (
            <>
              <ComparePickers choice={choice} overview={overview} />
              <Chosen choice={choice} overview={overview} />
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function Chosen({ choice, overview }: { choice: Choice; overview: Overview }) {
  const { t } = useTranslation();
  const { of, a, b } = choice;
  if (a === null || b === null) {
    return (
      <>
        <h1>{t('compare.tooFew')}</h1>
        <Empty title={t(`compare.tooFewOf.${of}`)}>{t('overview.emptyHint')}</Empty>
      </>
    );
  }
  const props = { a, b, overview };
  return of === 'documents' ? <Documents {...props} /> : <Regions {...props} />;
}

interface ChosenProps {
  a: string;
  b: string;
  overview: Overview;
}

function Documents({ a, b, overview }: ChosenProps) {
  const { year } = useUrlState();
  const [first, second] = [useQuery(documentQuery(a, year)), useQuery(documentQuery(b, year))];
  if (!first.data || !second.data) return <Awaited queries={[first, second]} />;
  return (
    <Comparison of="documents" year={overview.year} a={sideOfDocument(first.data)} b={sideOfDocument(second.data)} />
  );
}

function Regions({ a, b, overview }: ChosenProps) {
  const { year } = useUrlState();
  const first = useQuery(targetsQuery({ year, region: a }));
  const second = useQuery(targetsQuery({ year, region: b }));
  // What is shown while another region is awaited is the earlier one's: not this side's.
  const [rowsA, rowsB] = [first, second].map(({ data, isPlaceholderData }) => (isPlaceholderData ? undefined : data));
  if (!rowsA || !rowsB) return <Awaited queries={[first, second]} />;
  const side = (code: string, rows: TargetRow[]): Side =>
    sideOfRegion(overview.regions.find((region) => region.code === code) ?? { code, name: code }, rows);
  return <Comparison of="regions" year={overview.year} a={side(a, rowsA)} b={side(b, rowsB)} />;
}

/** Two answers of which one at least is not there: the first failure, or waiting. */
function Awaited({ queries }: { queries: readonly UseQueryResult<unknown>[] }) {
  const failed = queries.find(({ error }) => error);
  if (!failed) return <Skeleton lines={10} />;
  return <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} whole />;
}

import type { Submission } from '@dabiao/contract/submission';
import type { SubmissionEffects } from '@dabiao/contract/submission-effects';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/page-title.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { type Consequences, effectSentence } from './consequences.ts';
import { DecisionBar } from './decision-bar.tsx';
import { readRowFilter } from './effect-rows.ts';
import { EffectsTable } from './effects-table.tsx';
import { stageOf } from './list-filter.ts';
import { MoreRows, useRowsAtOnce } from './loading-rows.tsx';
import { effectsQuery, useReviewMove } from './queries.ts';
import { ReviewHead } from './review-head.tsx';
import { ReviewProblems } from './review-problems.tsx';
import { ReviewedFigures } from './reviewed-figures.tsx';
import { RivalsNote } from './rivals-note.tsx';
import { groupTargets } from './verdict-changes.ts';
import { VerdictEffects } from './verdict-effects.tsx';

interface ReviewedSubmissionProps {
  submission: Submission;
  /** Draws targets that were judged anew. */
  touched: (ids: readonly string[]) => ReactNode;
}

/** One submission on the reviewer's desk: what is open says what releasing it would do, what is over what it did. */
export function ReviewedSubmission({ submission, touched }: ReviewedSubmissionProps) {
  const stage = stageOf(submission);
  const move = useReviewMove(submission.id);
  return stage === 'released' || stage === 'withdrawn' ? (
    <Over submission={submission} touched={touched} move={move} />
  ) : (
    <Open submission={submission} move={move} />
  );
}

type Moving = { move: ReturnType<typeof useReviewMove> };

/** The finding is the title; whose it is stands above it. */
function Title({ name, finding }: { name: string; finding: string | null }) {
  const { t } = useTranslation();
  usePageTitle(name);
  return (
    <h1>
      <span className="review-title__name">
        {name}
        <span className="unseen">{t('review.colon')}</span>
      </span>
      {finding === null ? null : <span className="review-title__finding">{finding}</span>}
    </h1>
  );
}

function Over({ submission, touched, move }: ReviewedSubmissionProps & Moving) {
  const { t } = useTranslation();
  const { targetsTouched } = submission;
  return (
    <article className="review">
      <Title
        name={submission.fileName}
        finding={t('review.over', { state: t(`review.stage.${stageOf(submission)}`), n: submission.counts.figures })}
      />
      <ReviewHead submission={submission} />
      <DecisionBar submission={submission} consequences={null} move={move} />
      {targetsTouched.length > 0 ? (
        <section aria-labelledby="touched">
          <h2 id="touched">{t('review.touched', { n: targetsTouched.length })}</h2>
          {touched(targetsTouched)}
        </section>
      ) : null}
      <ReviewProblems submission={submission} />
      <ReviewedFigures submission={submission} />
    </article>
  );
}

function Open({ submission, move }: { submission: Submission } & Moving) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(effectsQuery(submission.id, submission.revision));
  const first = query.data?.pages[0];
  const consequences: Consequences | null = first
    ? { counts: first.counts, movedOn: first.movedOn, verdicts: groupTargets(first.targets).verdict.length }
    : null;
  return (
    <article className="review">
      <Title name={submission.fileName} finding={consequences ? effectSentence(consequences, t) : null} />
      <ReviewHead submission={submission} />
      {consequences && consequences.movedOn > 0 ? (
        <p className="review-warning">✕ {t('review.movedOn', { n: consequences.movedOn })}</p>
      ) : null}
      {first ? <RivalsNote others={first.others} /> : null}
      <DecisionBar submission={submission} consequences={consequences} move={move} />
      <ReviewProblems submission={submission} />
      {first ? <VerdictEffects targets={first.targets} /> : null}
      <OpenFigures submission={submission} query={query} />
    </article>
  );
}

interface OpenFiguresProps {
  submission: Submission;
  query: UseInfiniteQueryResult<InfiniteData<SubmissionEffects>>;
}

function OpenFigures({ submission, query }: OpenFiguresProps) {
  const { t } = useTranslation();
  const rows = (query.data?.pages ?? []).flatMap((page) => page.figures.items);
  const first = query.data?.pages[0];
  const { change, marked, q } = readRowFilter(useUrlState().params);
  const here = change === null ? 0 : rows.filter((row) => row.change === change).length;
  const searching = marked || q !== null || (change !== null && here < (first?.counts[change] ?? 0));
  useRowsAtOnce(query, rows.length, searching);
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('review.rows')}</h2>
      {first ? (
        <EffectsTable
          rows={rows}
          total={first.figures.total}
          counts={first.counts}
          problems={submission.problems}
          more={<MoreRows query={query} />}
        />
      ) : query.error ? (
        <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton />
      )}
    </section>
  );
}

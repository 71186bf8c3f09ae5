import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemMessage } from './problem-message.tsx';
import { Skeleton } from './skeleton.tsx';

interface AnswerProps<T> {
  query: UseQueryResult<T>;
  lines?: number;
  /** The answer is the whole page, so a problem is its heading. */
  whole?: boolean;
  children: (data: T) => ReactNode;
}

/** A query's three states: awaited, failed (with another try), answered. Emptiness is for the children to say. */
export function Answer<T>({ query, lines, whole = false, children }: AnswerProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} whole={whole} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}

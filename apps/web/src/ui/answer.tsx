import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
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
  // Deferred: a large answer is drawn in pieces, between which the page still answers.
  const data = useDeferredValue(query.data);
  if (data !== undefined) return <>{children(data)}</>;
  if (query.error && query.data === undefined)
    return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} whole={whole} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}

import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { carriedSearch } from './url-state.ts';

interface KeepLinkProps {
  to: string;
  /** The other page's own parameters. */
  search?: Readonly<Record<string, string | number | null>>;
  className?: string;
  label?: string;
  current?: boolean;
  children: ReactNode;
}

/** A link inside the product: language, theme and year of judgement go along. */
export function KeepLink({ to, search, className, label, current, children }: KeepLinkProps) {
  const [params] = useSearchParams();
  return (
    <Link
      to={{ pathname: to, search: carriedSearch(params, search) }}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}

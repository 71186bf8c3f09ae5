import type { TargetRow } from '@dabiao/contract/target';
import type { ReactNode } from 'react';
import { type Known, TargetHead, TargetLine } from './target-rows.tsx';

/** Targets as one table under a caption. */
export function TargetTable({
  caption,
  rows,
  known,
}: {
  caption: ReactNode;
  rows: readonly TargetRow[];
  known?: readonly Known[];
}) {
  return (
    <table className="target-table">
      <caption>{caption}</caption>
      <thead>
        <TargetHead />
      </thead>
      <tbody>
        {rows.map((row) => (
          <TargetLine key={row.id} row={row} {...(known ? { known } : {})} />
        ))}
      </tbody>
    </table>
  );
}

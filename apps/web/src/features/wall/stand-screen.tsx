import type { Overview } from '@dabiao/contract/overview';
import { Clauses } from '../../ui/clauses.tsx';
import { VerdictBar } from '../../ui/verdict-bar.tsx';

/** How we stand: one sentence, and the bar of verdicts under it. */
export function StandScreen({ counts, sentence }: { counts: Overview['counts']; sentence: string }) {
  return (
    <div className="wall-stand">
      <h1>
        <Clauses sentence={sentence} />
      </h1>
      <VerdictBar counts={counts} />
    </div>
  );
}

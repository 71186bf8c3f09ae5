import type { TargetDetail } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useLang } from '../../ui/lang.ts';
import { TargetDepartments, TargetQuote } from './target-origin.tsx';

/** The page of a goal without a number: its words, where they stand and who answers for them; nothing is drawn. */
export function NarrativeGoal({ detail }: { detail: TargetDetail }) {
  const lang = useLang();
  const { row, definition } = detail;
  return (
    <article>
      <header className="target-head">
        <p className="note">
          {TARGET_KIND_WORDS.narrative[lang]} · {row.region.name} · {row.period.from}—{row.period.to}
        </p>
        <h1>{row.quote}</h1>
        {lang === 'zh' && definition ? <p className="target-head__measure">{definition}</p> : null}
      </header>
      <div className="target-body">
        <TargetQuote detail={{ ...detail, definition: null }} />
        <TargetDepartments detail={detail} />
      </div>
    </article>
  );
}

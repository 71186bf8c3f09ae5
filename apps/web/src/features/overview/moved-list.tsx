import type { Overview } from '@dabiao/contract/overview';
import { VERDICT_WORDS } from '@dabiao/domain/verdict';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

/** Targets whose verdict differs from the year before: from which to which. */
export function MovedList({ moved }: { moved: Overview['moved'] }) {
  const lang = useLang();
  return (
    <ul className="moved">
      {moved.map(({ target, before }) => (
        <li key={target.id}>
          <span className="moved__name">
            <KeepLink to={`/targets/${target.id}`}>
              {(lang === 'en' && target.indicator.nameEn) || target.indicator.name}
            </KeepLink>
            <span className="note"> {target.region.name}</span>
          </span>
          <span className="moved__change">
            <span className="note">{VERDICT_WORDS[before][lang]} →</span>{' '}
            <VerdictMark verdict={target.assessment.verdict} early={target.assessment.early} />
          </span>
        </li>
      ))}
    </ul>
  );
}

import { VERDICT_WORDS, VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import { useLang } from '../../ui/lang.ts';
import { verdictFill } from '../../ui/verdict-colour.ts';
import { VerdictShape } from '../../ui/verdict-mark.tsx';

type Counts = readonly { verdict: Verdict; count: number }[];

/** Verdicts whose area is no plain colour that type could stand on. */
const PALE: readonly Verdict[] = ['not_due', 'unassessable'];

/** Targets by verdict as a bar, best to worst, each part with its number where that fits. `share` is its length, 0 … 1. */
export function WallBar({ counts, share }: { counts: Counts; share: number }) {
  const lang = useLang();
  const present = VERDICTS.flatMap((verdict) => counts.filter((each) => each.verdict === verdict && each.count > 0));
  const label = present.map(({ verdict, count }) => `${VERDICT_WORDS[verdict][lang]} ${count}`);
  return (
    <span
      className="wall-bar"
      style={{ width: `${share * 100}%` }}
      role="img"
      aria-label={label.join(lang === 'zh' ? '，' : ', ')}
    >
      {present.map(({ verdict, count }) => (
        <span key={verdict} style={{ flexGrow: count, background: verdictFill(verdict) }}>
          <b className={PALE.includes(verdict) ? 'wall-bar__pale' : undefined}>{count}</b>
        </span>
      ))}
    </span>
  );
}

/** The verdicts of the bars on a screen as shape and word. */
export function WallKey({ counts }: { counts: Counts }) {
  const lang = useLang();
  const present = VERDICTS.filter((verdict) => counts.some((each) => each.verdict === verdict && each.count > 0));
  return (
    <ul className="wall-key">
      {present.map((verdict) => (
        <li key={verdict}>
          <VerdictShape verdict={verdict} /> {VERDICT_WORDS[verdict][lang]}
        </li>
      ))}
    </ul>
  );
}

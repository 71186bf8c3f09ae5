import { toVerdictSegments } from '@dabiao/charts/verdict-bar';
import { VERDICT_WORDS, type Verdict } from '@dabiao/domain/verdict';
import type { ReactNode } from 'react';
import { useLang } from './lang.ts';
import { verdictFill } from './verdict-colour.ts';
import { VerdictShape } from './verdict-mark.tsx';
import './verdict-bar.css';

interface VerdictBarProps {
  counts: readonly { verdict: Verdict; count: number }[];
  /** `small` is the bar alone (counts are read out); `large` has a label for every part. */
  size?: 'small' | 'large';
  /** Wraps a part's label, e.g. in a link to its targets. */
  link?: (verdict: Verdict, label: ReactNode) => ReactNode;
}

/** Targets by verdict as one stacked bar, best to worst. Nothing where all counts are 0. */
export function VerdictBar({ counts, size = 'large', link = (_, label) => label }: VerdictBarProps) {
  const lang = useLang();
  const byVerdict = Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count]));
  const segments = toVerdictSegments(byVerdict, lang);
  if (segments.length === 0) return null;
  return (
    <div className={`verdict-bar verdict-bar--${size}`}>
      <div
        className="verdict-bar__track"
        role="img"
        aria-label={segments.map(({ label }) => label).join(lang === 'zh' ? '，' : ', ')}
      >
        {segments.map(({ verdict, count }) => (
          <span key={verdict} style={{ flexGrow: count, background: verdictFill(verdict) }} />
        ))}
      </div>
      {size === 'large' ? (
        <ul className="verdict-bar__labels">
          {segments.map(({ verdict, count }) => (
            <li key={verdict}>
              {link(
                verdict,
                <>
                  <VerdictShape verdict={verdict} size={12} /> {VERDICT_WORDS[verdict][lang]}{' '}
                  <b className="verdict-bar__count">{count}</b>
                </>,
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

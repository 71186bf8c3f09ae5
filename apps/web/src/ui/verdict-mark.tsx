import { VERDICT_STYLES } from '@dabiao/charts/verdict-style';
import { type Verdict, verdictWord } from '@dabiao/domain/verdict';
import { useLang } from './lang.ts';
import { verdictColour } from './verdict-colour.ts';
import './verdict-mark.css';

/** The verdict's shape alone; the word must stand beside it or be said otherwise. */
export function VerdictShape({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  const colour = verdictColour(verdict);
  return (
    <svg className="verdict-shape" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {VERDICT_STYLES[verdict].mark.map(({ paint, d, width }) =>
        paint === 'fill' ? (
          <path key={d} d={d} fill={colour} />
        ) : (
          <path key={d} d={d} fill="none" stroke={paint === 'cut' ? 'var(--paper)' : colour} strokeWidth={width} />
        ),
      )}
    </svg>
  );
}

interface VerdictMarkProps {
  verdict: Verdict;
  early?: boolean;
  provisional?: string | undefined;
  large?: boolean;
}

/** 研判 as shape + word + colour. `provisional` is what is said of a verdict that rests on a figure with caveats. */
export function VerdictMark({ verdict, early = false, provisional, large = false }: VerdictMarkProps) {
  const lang = useLang();
  return (
    <span className={large ? 'verdict verdict--large' : 'verdict'} style={{ color: verdictColour(verdict) }}>
      <VerdictShape verdict={verdict} size={large ? 22 : 14} />
      <span>
        {verdictWord(verdict, lang, early)}
        {provisional ? <span className="verdict__provisional">{provisional}</span> : null}
      </span>
    </span>
  );
}

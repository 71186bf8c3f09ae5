import { toHeatStrip, type YearVerdict } from '@dabiao/charts/heat-strip';
import { VERDICT_WORDS } from '@dabiao/domain/verdict';
import { useLang } from './lang.ts';
import { VerdictShape } from './verdict-mark.tsx';
import './heat-strip.css';

interface HeatStripProps {
  history: readonly YearVerdict[];
  from: number;
  to: number;
  /** Writes the two-digit year under each mark. */
  years?: boolean;
}

/** Verdicts year by year, one mark a year; a dot where the year was not judged. */
export function HeatStrip({ history, from, to, years = false }: HeatStripProps) {
  const lang = useLang();
  const cells = toHeatStrip(history, from, to);
  const words = history.map(({ year, verdict }) => `${year} ${VERDICT_WORDS[verdict][lang]}`);
  return (
    <span className="heat-strip" role="img" aria-label={words.join(lang === 'zh' ? '，' : ', ')}>
      {cells.map(({ year, verdict }) => (
        <span key={year} className="heat-strip__cell" title={verdict ? `${year} ${VERDICT_WORDS[verdict][lang]}` : ''}>
          {verdict ? <VerdictShape verdict={verdict} size={12} /> : <span className="heat-strip__none">·</span>}
          {years ? <span className="heat-strip__year">{String(year).slice(2)}</span> : null}
        </span>
      ))}
    </span>
  );
}
